/** FORM-15: open referrals for perhaps the same person. The SQL functions apply the policy; the hash tells nobody who it is. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { listReferrals, type ReferralRow } from './list.ts'

/** `rows`: those that the viewer may know by their reference. `others`: how many more there are. */
export type Duplicates = { rows: ReferralRow[]; others: number }

const most = 5

/** For a referrer, before sending: only those that they may read in full already. */
export async function findOpenFor(trx: Kysely<DB>, actor: Actor, hash: Buffer | null): Promise<ReferralRow[]> {
  if (!hash) return []
  const { rows } = await sql<{ id: string }>`
    select referral_id as id from open_referrals_of(${hash}, ${sql.lit(most)})`.execute(trx)
  const ids = rows.map(({ id }) => id)
  const seen = await rowsOf(trx, actor, ids)
  return seen.filter(({ sight }) => sight === 'full')
}

/** For the coordinator and those asked: all there are, by reference where they may see whose it is. */
export async function readDuplicates(trx: Kysely<DB>, actor: Actor, ids: readonly string[]): Promise<Duplicates> {
  const seen = (await rowsOf(trx, actor, ids)).filter(({ seesWho }) => seesWho)
  return { rows: seen, others: ids.length - seen.length }
}

async function rowsOf(trx: Kysely<DB>, actor: Actor, ids: readonly string[]): Promise<ReferralRow[]> {
  if (ids.length === 0) return []
  return (await listReferrals(trx, actor, { tab: 'all', ids })).rows
}
