/** Who the people in a page of a list are, for a file that names them. Run inside actAs: row-level security decides too. */
import { type Kysely, sql } from 'kysely'
import type { SafeContact } from '../../domain/safe-contact.ts'
import type { DB } from '../schema.ts'

export type ExportedPerson = {
  referralId: string
  firstName: string
  lastName: string
  dateOfBirth: string | null
  phone: string | null
  email: string | null
  address: string
  postcode: string | null
  safeContact: SafeContact | null
}

/** By referral; that each was read is recorded in the same statement. */
export async function readExported(
  trx: Kysely<DB>,
  ids: readonly string[],
  viewer: { userId: string; organisationId: string | null; tokenId: string | null },
  at: Date,
): Promise<Map<string, ExportedPerson>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ExportedPerson>`
    with found as materialized (
      select referral_id, first_name, last_name, date_of_birth, phone, email, concat_ws(', ', address_1, address_2, town, county) as address,
        postcode, safe_contact
      from referral_person where referral_id = any(${ids}::uuid[])),
    seen as (
      insert into view_record (at, user_id, organisation_id, referral_id, what, token_id)
      select ${at}, ${viewer.userId}, ${viewer.organisationId}, referral_id, 'csv', ${viewer.tokenId} from found)
    select * from found`.execute(trx)
  return new Map(rows.map(row => [row.referralId, row]))
}
