/** Your services: what each offers, how full it is, when it is open, how complete; the common changes with one press (SVC-7). */
import { Hono } from 'hono'
import type { Network } from '../../../db/networks.ts'
import { readNetworks } from '../../../db/networks.ts'
import { type Keeper, type KeptService, listKeptServices } from '../../../db/services/kept.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ServiceRow } from './list-row.tsx'
import { loadKeeper } from './load.ts'

const done = ['stopped', 'restored', 'paused', 'resumed', 'archived'] as const

export const serviceList = new Hono<PageEnv>().get('/services', async c => {
  const { ctx, t } = c.var
  const keeper = await loadKeeper(c)
  const services = await listKeptServices(ctx.db, keeper.id)
  const networks = await readNetworks(
    ctx.db,
    keeper.networks.map(({ id }) => id),
  )
  const isOwn = keeper.id === c.var.actor.organisationId
  const view = (
    <List t={t} keeper={keeper} services={services} networks={networks} isOwn={isOwn} done={c.req.query('done')} />
  )
  return render(c, view, { title: isOwn ? t('service.list.title') : t('service.list.titleOf', { name: keeper.name }) })
})

type Props = {
  t: T
  keeper: Keeper
  services: readonly KeptService[]
  networks: readonly Network[]
  isOwn: boolean
  done: string | undefined
}

function List({ t, keeper, services, networks, isOwn, done: what }: Props) {
  const said = done.find(one => one === what)
  const add = isOwn ? paths.newService : `${paths.newService}?organisation=${keeper.id}`
  return (
    <>
      <PageHead title={headingOf(t, services, isOwn, keeper.name)} lead={t('service.list.lead')}>
        {services.length > 0 && (
          <LinkButton href={add} icon="plus">
            {t('service.list.add')}
          </LinkButton>
        )}
      </PageHead>
      {said && (
        <Notice tone="success" live>
          <p>{t(`service.list.done.${said}`)}</p>
        </Notice>
      )}
      {services.length === 0 ? (
        <Card>
          <Empty
            icon="hand-helping"
            title={t('service.list.empty')}
            action={
              <LinkButton href={add} icon="plus">
                {t('service.list.add')}
              </LinkButton>
            }
          >
            {t('service.list.emptyText')}
          </Empty>
        </Card>
      ) : (
        <ul class="kept-services">
          {services.map(service => (
            <ServiceRow key={service.id} t={t} service={service} networks={networks} />
          ))}
        </ul>
      )}
    </>
  )
}

/** What matters: how many could be asked now. */
function headingOf(t: T, services: readonly KeptService[], isOwn: boolean, name: string): string {
  if (!isOwn) return t('service.list.titleOf', { name })
  if (services.length === 0) return t('service.list.headingNone')
  const open = services.filter(({ places }) => places.some(place => place.open)).length
  return t('service.list.heading', { count: services.length, open })
}
