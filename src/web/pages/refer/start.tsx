/** Beginning a referral: a draft's address, in the network chosen; and going on with one that was begun. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction } from '../../../actions/context.ts'
import { type Draft, listDrafts } from '../../../db/drafts.ts'
import { type Network, readNetworks } from '../../../db/networks.ts'
import { listStartNetworks } from '../../../db/starting.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TaskList } from '../../ui/task-list.tsx'
import { networksFor } from './draft.ts'

export const start = new Hono<PageEnv>().get(paths.refer, async c => {
  const { t, ctx, actor, session } = c.var
  const ids = networksFor(actor, session?.networkId)
  const chosen = c.req.query('network')
  const from = c.req.query('organisation') ?? c.req.query('service') ?? ''
  const within = z.uuid().safeParse(from).success ? await listStartNetworks(ctx.db, from) : ids
  const fitting = ids.filter(id => within.includes(id))
  if (fitting.length === 0 && ids.length > 0 && from) throw absent()
  const only = fitting.length === 1 ? fitting[0] : fitting.find(id => id === chosen)
  const beginning = from && `&from=${from}`
  if (only) return c.redirect(`${paths.draft(randomUUID())}?network=${only}${beginning}`, 303)
  const networks = await readNetworks(ctx.db, fitting)
  const drafts = await inTransaction(ctx, trx => listDrafts(trx, actor.userId))
  const view = <Choose t={t} networks={networks} drafts={drafts} from={from && `&organisation=${from}`} />
  return render(c, view, { title: t('form.title'), width: 'narrow' })
})

function Choose({ t, networks, drafts, from }: { t: T; networks: Network[]; drafts: Draft[]; from: string }) {
  return (
    <>
      <PageHead title={t('form.chooseNetwork')} lead={t('form.chooseNetworkText')} />
      <ul class="doors">
        {networks.map(({ id, name, description }) => (
          <li key={id} class="card door">
            <a href={`${paths.refer}?network=${id}${from}`}>{name}</a>
            {description && <p class="small">{description}</p>}
          </li>
        ))}
      </ul>
      {drafts.length > 0 && (
        <Card title={t('form.unfinished')}>
          <TaskList tasks={drafts.map(draft => asTask(t, draft))} />
        </Card>
      )}
    </>
  )
}

function asTask(t: T, { id, body, updatedAt }: Draft) {
  const name = [body.typed['person.firstName'], body.typed['person.lastName']].filter(Boolean).join(' ')
  const when = formatDateTime(t, updatedAt)
  return {
    href: paths.draft(id),
    label: name || t('form.title'),
    hint: t('form.unfinishedFrom', { when }),
    state: 'incomplete' as const,
  }
}
