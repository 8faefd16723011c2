/** API-3: one webhook: how it is set, what was sent and what came of it, and switching, deleting, sending again. */
import { type Context, Hono } from 'hono'
import { deliverAgain, deliverHeld } from '../../../actions/webhooks/again.ts'
import { endWebhook } from '../../../actions/webhooks/change.ts'
import { switchWebhook } from '../../../actions/webhooks/switch.ts'
import type { Webhook } from '../../../db/webhooks/keep.ts'
import { listDeliveries } from '../../../db/webhooks/log.ts'
import { webhookKinds } from '../../../domain/webhook.ts'
import { formatDate, formatDateTime, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { idOf } from '../services/load.ts'
import { WebhookTag } from './list.tsx'
import { webhookOf } from './load.ts'
import { Log, logPage } from './log.tsx'

const dones = ['saved', 'on', 'off', 'again', 'held'] as const

export const webhookPage = new Hono<PageEnv>()
  .get('/webhooks/:id', c => show(c))
  .get('/webhooks/:id/delete', async c => {
    const { t } = c.var
    const { id, name } = await webhookOf(c)
    const title = t('webhook.deleteTitle')
    const view = (
      <>
        <BackLink href={paths.webhook(id)}>{name}</BackLink>
        <PageHead title={title} lead={t('webhook.deleteText', { name })} />
        <Form action={paths.deleteWebhook(id)}>
          <ButtonGroup>
            <Button look="danger">{t('webhook.deleteSure')}</Button>
            <a href={paths.webhook(id)}>{t('common.cancel')}</a>
          </ButtonGroup>
        </Form>
      </>
    )
    return render(c, view, { title, width: 'narrow' })
  })
  .post('/webhooks/:id/delete', async c => {
    await endWebhook(c.var.ctx, idOf(c.req.param('id')))
    return c.redirect(`${paths.webhooks}?done=deleted`, 303)
  })
  .post('/webhooks/:id/:to{on|off}', async c => {
    const id = idOf(c.req.param('id'))
    const to = c.req.param('to') === 'on' ? 'on' : 'off'
    await switchWebhook(c.var.ctx, id, to === 'on')
    return c.redirect(`${paths.webhook(id)}?done=${to}`, 303)
  })
  .post('/webhooks/:id/held', async c => {
    const id = idOf(c.req.param('id'))
    await deliverHeld(c.var.ctx, id)
    return c.redirect(`${paths.webhook(id)}?done=held`, 303)
  })
  .post('/webhooks/:id/deliveries/:delivery/again', async c => {
    const id = idOf(c.req.param('id'))
    await deliverAgain(c.var.ctx, id, idOf(c.req.param('delivery')))
    return c.redirect(`${paths.webhook(id)}?done=again#log`, 303)
  })

async function show(c: Context<PageEnv>) {
  const { t, ctx } = c.var
  const webhook = await webhookOf(c)
  const before = Number(c.req.query('before')) || null
  const found = await listDeliveries(ctx.db, webhook.id, { before, limit: logPage + 1 })
  const done = dones.find(one => one === c.req.query('done'))
  const view = (
    <>
      <BackLink href={paths.webhooks}>{t('webhook.title')}</BackLink>
      <PageHead over={webhook.ownerName} title={webhook.name} />
      <div class="stack">
        {done && (
          <Notice tone="success" live>
            <p>{t(`webhook.done.${done}`)}</p>
          </Notice>
        )}
        <Trouble t={t} webhook={webhook} />
        {webhook.held > 0 && !webhook.offAt && <Held t={t} webhook={webhook} />}
        <Settings t={t} webhook={webhook} now={ctx.now()} />
        <Log t={t} webhook={webhook} found={found} />
      </div>
    </>
  )
  return render(c, view, { title: webhook.name })
}

function Trouble({ t, webhook: { offAt, offWhy, failingSince } }: { t: T; webhook: Webhook }) {
  if (offAt)
    return (
      <Notice tone="warning">
        <p>{t(offWhy === 'failing' ? 'webhook.failedText' : 'webhook.offText')}</p>
      </Notice>
    )
  if (!failingSince) return null
  return (
    <Notice tone="warning">
      <p>{t('webhook.failingText', { when: formatDateTime(t, failingSince) })}</p>
    </Notice>
  )
}

function Held({ t, webhook: { id, held } }: { t: T; webhook: Webhook }) {
  return (
    <Notice tone="warning">
      <p>{t('webhook.heldText', { count: held })}</p>
      <ButtonGroup>
        <Form plain action={paths.deliverHeld(id)}>
          <Button look="quiet" small>
            {t('webhook.sendHeld')}
          </Button>
        </Form>
      </ButtonGroup>
    </Notice>
  )
}

function Settings({ t, webhook, now }: { t: T; webhook: Webhook; now: Date }) {
  const { address, kinds, createdAt, oldUntil, waiting, held } = webhook
  const overlaps = oldUntil !== null && oldUntil > now
  return (
    <Card
      title={t('webhook.about')}
      id="about"
      aside={<WebhookTag t={t} webhook={webhook} />}
      foot={<Acts t={t} webhook={webhook} />}
    >
      <Facts
        facts={[
          { name: t('webhook.address'), value: <code>{address}</code> },
          {
            name: t('webhook.kinds'),
            value:
              kinds.length === webhookKinds.length ? (
                t('webhook.everything')
              ) : (
                <ul class="lines">
                  {kinds.map(kind => (
                    <li key={kind}>{t(`webhook.kind.${kind}`)}</li>
                  ))}
                </ul>
              ),
          },
          { name: t('webhook.since'), value: formatDate(t, createdAt) },
          overlaps && {
            name: t('webhook.oldSecret'),
            value: t('webhook.oldSecretUntil', { when: formatDateTime(t, oldUntil) }),
          },
          waiting > 0 && { name: t('webhook.waiting'), value: String(waiting) },
          held > 0 && { name: t('webhook.held'), value: String(held) },
        ]}
      />
    </Card>
  )
}

function Acts({ t, webhook: { id, offAt } }: { t: T; webhook: Webhook }) {
  return (
    <ButtonGroup>
      <LinkButton look="quiet" href={paths.editWebhook(id)}>
        {t('webhook.change')}
      </LinkButton>
      <Form plain action={paths.webhookSecret(id)}>
        <Button look="quiet">{t('webhook.newSecret')}</Button>
      </Form>
      <Form plain action={paths.switchWebhook(id, offAt ? 'on' : 'off')}>
        <Button look={offAt ? 'go' : 'quiet'}>{t(offAt ? 'webhook.switchOn' : 'webhook.switchOff')}</Button>
      </Form>
      <a href={paths.deleteWebhook(id)}>{t('webhook.delete')}</a>
    </ButtonGroup>
  )
}
