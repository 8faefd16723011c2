/** RES-13: the name that a network shares with members who are not on the referral; and the record that it was read. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'
import type { Viewer } from './trail.ts'

/** Null where the network shares none. */
export async function readSharedName(
  trx: Kysely<DB>,
  referralId: string,
  { userId, organisationId, tokenId }: Viewer,
  at: Date,
): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`
    with shared as materialized (select name_for_members(${referralId}) as name),
    recorded as (
      insert into view_record (at, user_id, organisation_id, referral_id, what, token_id)
      select ${at}::timestamptz, ${userId}::uuid, ${organisationId}::uuid, ${referralId}::uuid, 'name', ${tokenId}::uuid
      from shared where name is not null)
    select name from shared`.execute(trx)
  return rows[0]?.name ?? null
}
