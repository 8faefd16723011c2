/** Writing to an organisation's own records. Run inside actAs; each begins by holding the record, which proves whose it is. */
import { type Kysely, sql } from 'kysely'
import type { ContactForm, Details } from '../../domain/people.ts'
import type { DB } from '../schema.ts'

/** Holds the record that stays, and gives its id; null where there is none of this organisation's. */
export async function holdPerson(trx: Kysely<DB>, id: string, organisationId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p where p.organisation_id = ${organisationId}
      and p.id = (select coalesce(a.merged_into_id, a.id) from person a where a.id = ${id} and a.organisation_id = ${organisationId})
    for update`.execute(trx)
  return rows[0]?.id ?? null
}

type By = { userId: string; at: Date }

export async function readDetails(trx: Kysely<DB>, id: string): Promise<Details> {
  const row = await trx
    .selectFrom('person')
    .select(['title', 'firstName', 'lastName', 'dateOfBirth', 'phone', 'email', 'preferredContact'])
    .select(['address1', 'address2', 'town', 'county', 'postcode', 'safeContact'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row as Details
}

export async function writeDetails(
  trx: Kysely<DB>,
  id: string,
  { safeContact, ...details }: Details,
  matchHash: Buffer | null,
  { userId, at }: By,
): Promise<void> {
  const safe = safeContact && JSON.stringify(safeContact)
  await trx
    .updateTable('person')
    .set({ ...details, safeContact: safe, matchHash, changedAt: at, changedBy: userId, touchedAt: at })
    .where('id', '=', id)
    .execute()
}

type Owned = { personId: string; organisationId: string }

export async function insertContact(
  trx: Kysely<DB>,
  { personId, organisationId }: Owned,
  { nextStep, nextOn, ...contact }: ContactForm,
  { userId, at }: By,
): Promise<string> {
  const { id } = await trx
    .insertInto('personContact')
    .values({
      ...{ ...contact, personId, organisationId, authorUserId: userId, at },
      ...{ nextStep: nextStep || null, nextOn: nextOn || null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False where there is no such step left to do. */
export async function finishStep(
  trx: Kysely<DB>,
  contactId: string,
  organisationId: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('personContact')
    .set({ nextDoneAt: at })
    .where('id', '=', contactId)
    .where('organisationId', '=', organisationId)
    .where('nextOn', 'is not', null)
    .where('nextDoneAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Only who wrote it takes it away. */
export async function deleteContact(
  trx: Kysely<DB>,
  contactId: string,
  organisationId: string,
  userId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('personContact')
    .where('id', '=', contactId)
    .where('organisationId', '=', organisationId)
    .where('authorUserId', '=', userId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** By its name, as the organisation spells it already, else new. The tag's id. */
export async function attachTag(
  trx: Kysely<DB>,
  { personId, organisationId }: Owned,
  name: string,
  { userId, at }: By,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with named as (
      insert into tag (organisation_id, name) values (${organisationId}, ${name})
      on conflict (organisation_id, lower(name)) do update set name = tag.name returning id),
    attached as (
      insert into person_tag (person_id, organisation_id, tag_id, added_at, added_by)
      select ${personId}::uuid, ${organisationId}::uuid, id, ${at}::timestamptz, ${userId}::uuid from named on conflict do nothing)
    select id from named`.execute(trx)
  return rows[0]?.id ?? ''
}

/** From the record and those merged into it. */
export async function detachTag(trx: Kysely<DB>, { personId }: Pick<Owned, 'personId'>, tagId: string): Promise<void> {
  await sql`delete from person_tag where tag_id = ${tagId}
    and person_id in (select id from person where id = ${personId} or merged_into_id = ${personId})`.execute(trx)
}

/** Decided: what this account says otherwise is offered no more. */
export async function markLookedAt(
  trx: Kysely<DB>,
  kind: 'record' | 'referral',
  id: string,
  organisationId: string,
  at: Date,
): Promise<void> {
  if (kind === 'record')
    await sql`update person_merge set looked_at = ${at} where id = ${id} and organisation_id = ${organisationId}`.execute(
      trx,
    )
  else
    await sql`update person_referral set said = said_of(referral_id) where referral_id = ${id}
      and organisation_id = ${organisationId}`.execute(trx)
}
