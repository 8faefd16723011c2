/** Puts services back whose last day of pause has passed. Give it a context without an actor. */
import { refreshCandidates } from '../db/services/candidates.ts'
import { endPausesBefore } from '../db/services/pauses.ts'
import { type Context, inTransaction } from './context.ts'

/** How many came back. */
export function endPauses(ctx: Context): Promise<number> {
  return inTransaction(ctx, async trx => {
    const back = await endPausesBefore(trx, ctx.now())
    await refreshCandidates(trx, back)
    return back.length
  })
}
