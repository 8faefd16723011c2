/** API-3: sends one delivery again, or all that is held, to a webhook that is on. Each carries the id that it had. */
import type { Transaction } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import { queueAgain, queueHeld } from '../../db/webhooks/log.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { ownerOf, ownWebhook, recordOn } from './own.ts'

export function deliverAgain(ctx: ActingContext, id: string, deliveryId: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const webhook = await webhookThatIsOn(trx, ctx, id)
    if (!(await queueAgain(trx, id, deliveryId, ctx.now()))) throw new Problem('not_found', 'There is nothing to send.')
    await recordOn(trx, ctx, 'deliverAgain', id, ownerOf(webhook))
  })
}

/** Those too that were never tried: when it went off they waited behind others. Returns how many. */
export function deliverHeld(ctx: ActingContext, id: string): Promise<number> {
  return inTransaction(ctx, async trx => {
    const webhook = await webhookThatIsOn(trx, ctx, id)
    const queued = await queueHeld(trx, id, ctx.now())
    if (queued > 0) await recordOn(trx, ctx, 'deliverAgain', id, ownerOf(webhook))
    return queued
  })
}

async function webhookThatIsOn(trx: Transaction<DB>, ctx: ActingContext, id: string) {
  const webhook = await ownWebhook(trx, ctx, id)
  if (webhook.offAt) throw new Problem('not_now', 'This webhook is switched off. Switch it on first.')
  return webhook
}
