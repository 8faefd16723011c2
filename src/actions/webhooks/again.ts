/** API-3: sends a delivery again, to a webhook that is on. It carries the id that it had. */
import { queueAgain } from '../../db/webhooks/log.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { ownerOf, ownWebhook, recordOn } from './own.ts'

export function deliverAgain(ctx: ActingContext, id: string, deliveryId: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const webhook = await ownWebhook(trx, ctx, id)
    if (webhook.offAt) throw new Problem('not_now', 'This webhook is switched off. Switch it on first.')
    if (!(await queueAgain(trx, id, deliveryId, ctx.now()))) throw new Problem('not_found', 'There is nothing to send.')
    await recordOn(trx, ctx, 'deliverAgain', id, ownerOf(webhook))
  })
}
