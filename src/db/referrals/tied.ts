/** NET-4: what the same submission became in another network, for those who may see that they belong together. */
import { type Kysely, sql } from 'kysely'
import { type Actor, asMemberOnly, sightOf } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { listReferrals, type ReferralRow } from './list.ts'
import type { CaseFile } from './load.ts'

export type Tied = ReferralRow & { networkName: string }

/** Only with the eyes of one's organisation: who sent it, or who reads this one in full and belongs to the other's network too. */
export async function findTied(trx: Kysely<DB>, actor: Actor, file: CaseFile): Promise<Tied[]> {
  const member = asMemberOnly(actor)
  if (sightOf(member, file.sides, file.settings).level !== 'full') return []
  const { rows } = await sql<{ id: string; networkName: string }>`
    select r.id, n.name as network_name from referral r join network n on n.id = r.network_id
    where r.submission_id = ${file.submissionId} and r.id <> ${file.id}`.execute(trx)
  if (rows.length === 0) return []
  const { rows: seen } = await listReferrals(trx, member, { tab: 'all', ids: rows.map(({ id }) => id) })
  return seen
    .filter(({ seesWho }) => seesWho)
    .map(row => ({ ...row, networkName: rows.find(({ id }) => id === row.id)?.networkName ?? '' }))
}
