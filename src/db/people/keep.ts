/** PPL-1: each organisation's own record of a person, copied from a referral when it accepts or, as its sender, keeps it. */
import { type Kysely, sql } from 'kysely'
import type { Assignment } from '../../domain/referral.ts'
import type { DB } from '../schema.ts'

type Accepted = Pick<Assignment, 'id' | 'organisationId' | 'serviceId'>

/** A second service of the same organisation adds its tag to the record that is there. */
export async function keepPerson(
  trx: Kysely<DB>,
  referralId: string,
  { id, organisationId, serviceId }: Accepted,
  at: Date,
): Promise<void> {
  const personId =
    (await recordFor(trx, referralId, organisationId)) ?? (await copyPerson(trx, referralId, id, organisationId, at))
  if (!personId) return
  await sql`
    with named as (
      insert into tag (organisation_id, name) select ${organisationId}::uuid, left(name, 80) from service where id = ${serviceId}
      on conflict (organisation_id, lower(name)) do update set name = tag.name returning id)
    insert into person_tag (person_id, organisation_id, tag_id, added_at)
    select ${personId}::uuid, ${organisationId}::uuid, id, ${at}::timestamptz from named on conflict do nothing`.execute(
    trx,
  )
}

/** The sender keeps the person too. The record's id; null where the referral's details are out of its sight. */
export async function keepForSender(
  trx: Kysely<DB>,
  referralId: string,
  organisationId: string,
  at: Date,
): Promise<string | null> {
  return (
    (await recordFor(trx, referralId, organisationId)) ?? (await copyPerson(trx, referralId, null, organisationId, at))
  )
}

/** Undoing an acceptance: a record that nobody touched and that came with this assignment alone goes again. */
export async function releasePerson(trx: Kysely<DB>, referralId: string, { id }: Accepted): Promise<void> {
  await sql`select release_person(${referralId}, ${id})`.execute(trx)
}

async function recordFor(trx: Kysely<DB>, referralId: string, organisationId: string): Promise<string | null> {
  const known = await trx
    .selectFrom('personReferral')
    .select('personId')
    .where('referralId', '=', referralId)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return known?.personId ?? null
}

async function copyPerson(
  trx: Kysely<DB>,
  referralId: string,
  assignmentId: string | null,
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
      insert into person_referral (person_id, referral_id, assignment_id, organisation_id, added_at, said)
      select id, ${referralId}::uuid, ${assignmentId}::uuid, ${organisationId}::uuid, ${at}::timestamptz, said_of(${referralId}::uuid)
      from copied)
    select id from copied`.execute(trx)
  return rows[0]?.id ?? null
}
