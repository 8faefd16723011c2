/** What an organisation's own record of a referral's person is, for the referral's page. Run inside actAs. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

/** `alikeId`: another record of the organisation's that may be the same person, not decided on yet. */
export type OwnRecord = { personId: string; alikeId: string | null }

export async function readOwnRecord(
  trx: Kysely<DB>,
  referralId: string,
  organisationId: string,
): Promise<OwnRecord | null> {
  const { rows } = await sql<OwnRecord>`
    select p.id as person_id, (select o.id from person o
        where o.organisation_id = p.organisation_id and o.match_hash = p.match_hash and o.merged_into_id is null and o.id <> p.id
          and not exists (select from person_distinct d where d.one_id = least(o.id, p.id) and d.other_id = greatest(o.id, p.id))
        order by o.created_at limit 1) as alike_id
    from person_referral l join person k on k.id = l.person_id join person p on p.id = coalesce(k.merged_into_id, k.id)
    where l.referral_id = ${referralId} and l.organisation_id = ${organisationId}`.execute(trx)
  return rows[0] ?? null
}
