/** NET-4: what the same submission became in another network, for those who may see that they belong together. */
import type { Kysely } from 'kysely'
import { type Actor, asMemberOnly, sightOf } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { listReferrals, type ReferralRow } from './list.ts'
import type { CaseFile } from './load.ts'

export type Tied = ReferralRow

/** Only with the eyes of one's organisation: who sent it, or who reads this one in full and belongs to the other's network too. */
export async function readTied(trx: Kysely<DB>, actor: Actor, file: CaseFile, ids: readonly string[]): Promise<Tied[]> {
  const member = asMemberOnly(actor)
  if (ids.length === 0 || sightOf(member, file.sides, file.settings).level !== 'full') return []
  const { rows } = await listReferrals(trx, member, { tab: 'all', ids })
  return rows.filter(({ seesWho }) => seesWho)
}
