/** A message that is held goes back into the queue, with the same Message-ID. */
import { requeue } from '../db/outbox.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'

export function sendAgain(ctx: ActingContext, messageId: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const found = ctx.actor.administrator && (await requeue(trx, messageId))
    if (!found) throw new Problem('not_found', 'There is no such message.')
  })
}
