/** Puts the derived columns of a referral, or what searches narrow by, back to what the rules say. Nothing else changes. */
import { alignAskings, readMoments, refreshReach, removeStrayParties, restoreMoments } from '../db/health/derived.ts'
import { lockCase } from '../db/referrals/load.ts'
import { saveCase } from '../db/referrals/save.ts'
import { standings } from '../domain/policy.ts'
import { type Context, inTransaction } from './context.ts'

export function repairReferral(ctx: Context, id: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const file = await lockCase(trx, id)
    const moments = await readMoments(trx, id)
    const parties = standings(file.referral, file.referrerOrganisationId)
    await removeStrayParties(
      trx,
      id,
      parties.map(({ organisationId }) => organisationId),
    )
    await saveCase(trx, file, file.referral, moments.changedAt)
    await alignAskings(trx, id)
    await restoreMoments(trx, id, moments)
  })
}

/** How many rows differ. Without `keep` they are only counted. `owner` makes temporary tables. */
export async function checkReach({ owner }: { owner: Context['db'] }, keep: boolean): Promise<number> {
  const trx = await owner.startTransaction().execute()
  try {
    const changed = await refreshReach(trx)
    await (keep ? trx.commit() : trx.rollback()).execute()
    return changed
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
    throw error
  }
}
