/** ADM-2: where one is signed in, and ending it there. */
import { type Context, Hono } from 'hono'
import { endOtherSessions, endOwnSession } from '../../../actions/account/sessions.ts'
import { listSessions, type OwnSession } from '../../../db/sessions.ts'
import type { Device } from '../../../domain/device.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AccountFrame } from './frame.tsx'

export const devices = new Hono<PageEnv>()
  .get(paths.devices, c => show(c))
  .post(paths.endOtherDevices, async c => {
    await endOtherSessions(c.var.ctx, c.var.session?.id ?? null)
    return c.redirect(`${paths.devices}?done=others`, 303)
  })
  .post('/preferences/devices/:id/end', async c => {
    const id = c.req.param('id')
    if (!/^[0-9a-f-]{36}$/.test(id)) throw absent()
    await endOwnSession(c.var.ctx, id)
    return c.redirect(`${paths.devices}?done=ended`, 303)
  })

async function show(c: Context<PageEnv>) {
  const { t, ctx, actor, session } = c.var
  const sessions = await listSessions(ctx.db, actor.userId, ctx.now())
  const own = sessions.filter(({ id }) => id === session?.id)
  const others = sessions.filter(({ id }) => id !== session?.id)
  const title = t('account.devices.title')
  const view = (
    <AccountFrame t={t} title={title} lead={t('account.devices.lead')} done={doneOf(t, c.req.query('done'))}>
      <Card flush>
        <ul class="entries">
          {own.map(one => (
            <Entry key={one.id} t={t} one={one} here />
          ))}
          {others.map(one => (
            <Entry key={one.id} t={t} one={one} />
          ))}
        </ul>
      </Card>
      {others.length > 0 && (
        <Form action={paths.endOtherDevices} plain>
          <Button look="quiet" icon="log-out">
            {t('account.devices.endOthers')}
          </Button>
        </Form>
      )}
      <p class="small">
        {t('account.devices.unknown')} <a href={paths.ownPassword}>{t('account.password.title')}</a>
      </p>
    </AccountFrame>
  )
  return render(c, view, { title, width: 'narrow' })
}

function Entry({ t, one, here }: { t: T; one: OwnSession; here?: boolean }) {
  const device = nameDevice(t, one)
  return (
    <li class="entry">
      <div>
        <p>
          <b>{device}</b> {here && <Tag tone="good">{t('account.devices.this')}</Tag>}
        </p>
        <p class="small">{t('account.devices.since', { when: formatDateTime(t, one.createdAt) })}</p>
        <p class="small">{t('account.devices.seen', { when: formatDateTime(t, one.usedAt) })}</p>
      </div>
      {!here && (
        <Form action={paths.endDevice(one.id)} plain>
          <Button look="quiet" small label={t('account.devices.endLabel', { device })}>
            {t('account.devices.end')}
          </Button>
        </Form>
      )}
    </li>
  )
}

export function nameDevice(t: T, { browser, system }: Device): string {
  const named = t(`account.devices.browser.${browser}`)
  return system === 'other'
    ? named
    : t('account.devices.named', { browser: named, system: t(`account.devices.system.${system}`) })
}

function doneOf(t: T, done: string | undefined): string | null {
  if (done === 'others') return t('account.devices.endedOthers')
  return done === 'ended' ? t('account.devices.ended') : null
}
