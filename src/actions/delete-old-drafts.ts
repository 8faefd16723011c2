/** FORM-14, PRIV-1: a draft that nobody came back to goes after the network's time, 30 days by default. Give it a context without an actor. */
import { deleteDraftsOlderThan } from '../db/drafts.ts'
import { networkSettings } from '../domain/network.ts'
import { type Context, inTransaction } from './context.ts'

/** How many went. */
export function deleteOldDrafts(ctx: Context): Promise<number> {
  const { draftDays } = networkSettings.parse({})
  return inTransaction(ctx, trx => deleteDraftsOlderThan(trx, ctx.now(), draftDays))
}
