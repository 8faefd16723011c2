/** PPL: each organisation's own records of people, copied from a referral when it accepts. */
import { type Kysely, sql } from 'kysely'
import type { Assignment } from '../domain/referral.ts'
import type { DB } from './schema.ts'

type Accepted = Pick<Assignment, 'id' | 'organisationId' | 'serviceId'>

/** A second service of the same organisation adds its tag to the record that is there. */
export async function keepPerson(
  trx: Kysely<DB>,
  referralId: string,
  { id, organisationId, serviceId }: Accepted,
  at: Date,
): Promise<void> {
  const known = await trx
    .selectFrom('personReferral')
    .select('personId')
    .where('referralId', '=', referralId)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  const personId = known?.personId ?? (await copyPerson(trx, referralId, id, organisationId, at))
  if (!personId) return
  await sql`insert into person_tag (person_id, organisation_id, tag)
    select ${personId}::uuid, ${organisationId}::uuid, left(name, 80) from service where id = ${serviceId}
    on conflict do nothing`.execute(trx)
}

/** Undoing an acceptance: a record that nobody touched and that came with this assignment alone goes again. */
export async function releasePerson(
  trx: Kysely<DB>,
  referralId: string,
  { id, organisationId }: Accepted,
): Promise<void> {
  await sql`delete from person p using person_referral l
    where l.person_id = p.id and l.referral_id = ${referralId} and l.assignment_id = ${id} and p.organisation_id = ${organisationId}
      and p.touched_at is null and not exists (select from person_referral other where other.person_id = p.id and other.referral_id <> ${referralId})`.execute(
    trx,
  )
}

async function copyPerson(
  trx: Kysely<DB>,
  referralId: string,
  assignmentId: string,
  organisationId: string,
  at: Date,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with copied as (
      insert into person (organisation_id, title, first_name, last_name, phone, email, date_of_birth, preferred_contact,
        address_1, address_2, town, county, postcode, safe_contact, match_hash, created_at)
      select ${organisationId}::uuid, title, first_name, last_name, phone, email, date_of_birth, preferred_contact,
        address_1, address_2, town, county, postcode, safe_contact, match_hash, ${at}::timestamptz
      from referral_person where referral_id = ${referralId} returning id),
    linked as (
      insert into person_referral (person_id, referral_id, assignment_id, organisation_id)
      select id, ${referralId}::uuid, ${assignmentId}::uuid, ${organisationId}::uuid from copied)
    select id from copied`.execute(trx)
  return rows[0]?.id ?? null
}
