/** API-3: switches a webhook off and on; where nothing got through for a day the program does, and its keepers are told. */
import { recordEvents } from '../../db/events.ts'
import { changeWebhook, lockOwner } from '../../db/webhooks/keep.ts'
import { holdWaiting } from '../../db/webhooks/log.ts'
import { type ActingContext, type Context, inTransaction } from '../context.ts'
import { enqueueLetter } from '../enqueue-letter.ts'
import { eventBy } from '../event-by.ts'
import { ownerOf, ownWebhook, recordOn } from './own.ts'

/** What waits when it goes off is held; what happens while it is off is not told. */
export function switchWebhook(ctx: ActingContext, id: string, on: boolean): Promise<void> {
  return inTransaction(ctx, async trx => {
    const webhook = await ownWebhook(trx, ctx, id)
    if ((webhook.offAt === null) === on) return
    const change = on
      ? { offAt: null, offWhy: null, failingSince: null, restUntil: null }
      : { offAt: ctx.now(), offWhy: 'person' as const }
    await changeWebhook(trx, id, change)
    if (!on) await holdWaiting(trx, id)
    await recordOn(trx, ctx, on ? 'startWebhook' : 'stopWebhook', id, ownerOf(webhook))
  })
}

export function switchOffFailing(ctx: Context, id: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const webhook = await lockOwner(trx, id)
    if (!webhook) return
    await changeWebhook(trx, id, { offAt: ctx.now(), offWhy: 'failing' })
    await holdWaiting(trx, id)
    const { organisationId, networkId } = webhook
    const codes = networkId ? { networkId } : {}
    const to = organisationId ? { primariesOf: [organisationId] } : { coordinatorsOf: networkId ?? '' }
    await enqueueLetter(trx, ctx, { template: 'webhook_off', codes, to })
    const event = { action: 'webhookFailed', networkId, codes: { webhook: id } }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, event)])
  })
}
