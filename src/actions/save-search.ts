/** Keeping what somebody looks for, so that the address of the result names nobody. Returns its id. */
import { saveReferralSearch } from '../db/searches.ts'
import { type ActingContext, inTransaction } from './context.ts'

export function saveSearch(ctx: ActingContext, words: string): Promise<string> {
  return inTransaction(ctx, trx => saveReferralSearch(trx, ctx.actor.userId, words))
}
