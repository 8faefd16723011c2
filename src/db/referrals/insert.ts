/** A new referral: the lean rows that lists read, and apart from them what identifies or describes the person. */
import { type Kysely, sql } from 'kysely'
import type { Place } from '../../domain/area.ts'
import { parsePhone } from '../../domain/phone.ts'
import type { Answer } from '../../domain/questions/types.ts'
import { progressOf, type Referral, statusOf } from '../../domain/referral.ts'
import type { Submission } from '../../domain/submission.ts'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'
import { documentOf, rowsOf } from './save.ts'

export type Lean = {
  id: string
  networkId: string
  submissionId: string
  reference: string
  urgent: boolean
  restricted: boolean
  origin: 'member' | 'link' | 'embed' | 'self' | 'api'
  entryLinkId: string | null
  referrerOrganisationId: string | null
  referrerUserId: string | null
  formVersionId: string | null
  /** NET-4: whose form it was, where that is another network's than its own. */
  throughNetworkId: string | null
  startsFromServiceId: string | null
  initials: string | null
  ageBand: string | null
  outwardCode: string | null
  authorityCode: string | null
  openedAt: Date
}

/** The same submission again gives the referral that is there: sending twice sends once. `labels`: of its needs. */
export async function insertCase(
  trx: Kysely<DB>,
  lean: Lean,
  referral: Referral,
  labels: ReadonlyMap<string, string>,
): Promise<{ id: string; reference: string; isNew: boolean }> {
  const { rows } = await insertQuery(lean, referral, labels).execute(trx)
  const [row] = rows
  return row ? { ...row, isNew: true } : { ...(await findSubmission(trx, lean)), isNew: false }
}

function insertQuery(lean: Lean, referral: Referral, labels: ReadonlyMap<string, string>) {
  const status = statusOf(referral)
  const saved = { ...lean, counted: !lean.restricted }
  return sql<{ id: string; reference: string }>`${kept}
    with inserted as (
      insert into referral (id, network_id, submission_id, reference, status, progress, urgent, restricted, origin, entry_link_id,
        referrer_organisation_id, referrer_user_id, form_version_id, through_network_id, starts_from_service_id, initials, age_band,
        outward_code, authority_code, opened_at, changed_at)
      values (${lean.id}, ${lean.networkId}, ${lean.submissionId}, ${lean.reference}, ${status}, ${progressOf(referral)}, ${lean.urgent}, ${lean.restricted},
        ${lean.origin}, ${lean.entryLinkId}, ${lean.referrerOrganisationId}, ${lean.referrerUserId}, ${lean.formVersionId},
        ${lean.throughNetworkId}, ${lean.startsFromServiceId}, ${lean.initials},
        ${lean.ageBand}, ${lean.outwardCode}, ${lean.authorityCode}, ${lean.openedAt}, ${lean.openedAt})
      on conflict (submission_id, network_id) do nothing returning id, reference),
    input as materialized (select ${documentOf(saved, referral, labels)}::jsonb as doc from inserted),
    needs as (
      insert into need (id, referral_id, network_id, opened_at, category_id, label, status, position)
      select x.id, ${lean.id}::uuid, ${lean.networkId}::uuid, ${lean.openedAt}::timestamptz, x."categoryId", x.label, x.status, x.position
      from input, jsonb_to_recordset(doc -> 'needs') as x(id uuid, "categoryId" uuid, label text, status text, position integer)),
    ${rowsOf(saved, status)}
    select id, reference from inserted`
}

function findSubmission(trx: Kysely<DB>, { submissionId, networkId, referrerUserId }: Lean) {
  return trx
    .selectFrom('referral')
    .select(['id', 'reference'])
    .where('submissionId', '=', submissionId)
    .where('networkId', '=', networkId)
    .where('referrerUserId', 'is not distinct from', referrerUserId)
    .executeTakeFirstOrThrow()
}

/** `organisationId` null: the network's own question. `version`: of that organisation's questions. */
export type StoredAnswer = { question: string; organisationId: string | null; version: number | null; value: Answer }
export type Content = {
  referral: Pick<Lean, 'id' | 'networkId' | 'openedAt'>
  submission: Submission
  answers: readonly StoredAnswer[]
  place: Place | null
  matchHash: Buffer | null
  consent: {
    wordingId: string
    /** Null where `lawfulBasis` stands in for it. */
    how: string | null
    scope: string
    askedByUserId: string | null
    askedByName: string | null
    givenAt: Date
    lawfulBasis: string | null
    basisReason: string | null
  }
}

/** One statement; row-level security sees the referral's parties, so they are written before it. */
export async function insertContent(
  trx: Kysely<DB>,
  { referral, submission, answers, place, matchHash, consent }: Content,
): Promise<void> {
  const { person, address, details, source, safeContact, circumstances } = submission
  const { id: referralId, networkId, openedAt } = referral
  await sql`${kept}
    with person as (
      insert into referral_person (referral_id, title, first_name, last_name, phone, email, date_of_birth, preferred_contact,
        address_1, address_2, town, county, postcode, no_fixed_address, latitude, longitude, approximate, safe_contact, match_hash)
      values (${referralId}, ${orNull(person.title)}, ${person.firstName}, ${person.lastName}, ${phoneOf(person.phone)}, ${orNull(person.email)},
        ${orNull(person.dateOfBirth)}, ${orNull(person.preferredContact)}, ${orNull(address.line1)}, ${orNull(address.line2)},
        ${orNull(address.town)}, ${orNull(address.county)}, ${place?.postcode ?? orNull(address.postcode)}, ${address.noFixedAddress},
        ${place?.point?.lat ?? null}, ${place?.point?.lng ?? null}, ${place?.approximate ?? false},
        ${safeContact ? JSON.stringify(safeContact) : null}, ${matchHash})),
    detail as (
      insert into referral_detail (referral_id, network_id, opened_at, circumstances, household_size, demographics, health)
      values (${referralId}, ${networkId}, ${openedAt}, ${circumstances}, ${details.householdSize}, ${JSON.stringify(details.demographics)}, ${orNull(details.health)})),
    source as (
      insert into referral_source (referral_id, name, organisation, email, phone)
      values (${referralId}, ${orNull(source.name)}, ${orNull(source.organisation)}, ${orNull(source.email)}, ${phoneOf(source.phone)})),
    answer as (
      insert into referral_answer (referral_id, question, organisation_id, value, questions_version)
      select ${referralId}, x.question, x."organisationId", coalesce(x.value, 'null'), x.version
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
        as x(question text, "organisationId" uuid, value jsonb, version integer))
    insert into consent (referral_id, wording_id, scope, how, asked_by_user_id, asked_by_name, given_at, lawful_basis, basis_reason)
    values (${referralId}, ${consent.wordingId}, ${consent.scope}, ${consent.how}, ${consent.askedByUserId},
      ${consent.askedByName}, ${consent.givenAt}, ${consent.lawfulBasis}, ${consent.basisReason})`.execute(trx)
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}

function phoneOf(typed: string): string | null {
  return typed === '' ? null : (parsePhone(typed) ?? typed)
}
