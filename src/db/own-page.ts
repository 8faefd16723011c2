/** PUB-3: what the person who was referred may see: who was asked, how far it is, whom to call, who looked. Run as the program: whoever asks has shown a code. */
import { type Kysely, sql } from 'kysely'
import type { OwnContact } from '../domain/own-page.ts'
import type { AssignmentStatus, Progress, ReferralStatus } from '../domain/referral.ts'
import type { DB } from './schema.ts'

export type AskedOne = {
  id: string
  organisation: string
  status: AssignmentStatus
  phone: string | null
  email: string | null
}
export type Looked = { day: string; organisation: string }
export type PagePart = {
  id: string
  networkId: string
  networkName: string
  helpName: string
  helpEmail: string
  helpPhone: string
  reference: string
  sentAt: Date
  status: ReferralStatus
  progress: Progress
  consentWithdrawn: boolean
  anonymised: boolean
  /** Restricted, or with a service whose place is secret: names stand on no screen unasked. */
  careful: boolean
  asked: AskedOne[]
  looked: Looked[]
}

export type CodeRow = { referralId: string; codeHash: Buffer; whole: boolean }

/** One query, whether there is such a reference or not. */
export async function findCode(trx: Kysely<DB>, reference: string): Promise<CodeRow | null> {
  const { rows } = await sql<CodeRow>`
    select c.referral_id, c.code_hash, c.whole from person_code c join referral r on r.id = c.referral_id
    where r.reference = ${reference}`.execute(trx)
  return rows[0] ?? null
}

/** The referrals that a code opens, always in one order, so that two who lock them never wait for each other. Empty once it was ended. */
export async function partsOf(trx: Kysely<DB>, referralId: string, codeHash: Buffer): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from person_code c join referral opened on opened.id = c.referral_id
    join referral r on r.id = opened.id or (c.whole and r.submission_id = opened.submission_id)
    where c.referral_id = ${referralId} and c.code_hash = ${codeHash} order by r.id`.execute(trx)
  return rows.map(({ id }) => id)
}

export async function readParts(trx: Kysely<DB>, ids: readonly string[]): Promise<PagePart[]> {
  const { rows } = await sql<PagePart>`
    select r.id, r.network_id, n.name as network_name, n.help_name, n.help_email, n.help_phone, r.reference, r.opened_at as sent_at,
      r.status, r.progress, r.consent_withdrawn_at is not null as consent_withdrawn, r.anonymised_at is not null as anonymised,
      r.restricted or exists (select from assignment a join service s on s.id = a.service_id join location l on l.id = s.location_id
        where a.referral_id = r.id and l.secret) as careful,
      (select coalesce(json_agg(json_build_object('id', a.id, 'organisation', o.name, 'status', a.status,
          'phone', coalesce(s.phone, o.phone), 'email', coalesce(s.email, o.email)) order by a.nth), '[]')
        from assignment a join service s on s.id = a.service_id join organisation o on o.id = a.organisation_id
        where a.referral_id = r.id and r.anonymised_at is null) as asked,
      (select coalesce(json_agg(json_build_object('day', x.day, 'organisation', x.name) order by x.day desc, x.name), '[]') from (
        select distinct (v.at at time zone 'Europe/London')::date as day, coalesce(o.name, n.name) as name
        from view_record v left join organisation o on o.id = v.organisation_id
        where v.referral_id = r.id and r.anonymised_at is null order by 1 desc, 2 limit 60) x) as looked
    from referral r join network n on n.id = r.network_id
    where r.id = any(${[...ids]}::uuid[]) order by r.opened_at, r.id`.execute(trx)
  return rows
}

type Stored = OwnContact & { firstName: string; lastName: string; dateOfBirth: string | null }

export async function readContact(trx: Kysely<DB>, referralId: string): Promise<Stored | null> {
  const { rows } = await sql<Stored>`
    select coalesce(phone, '') as phone, coalesce(email, '') as email, coalesce(address_1, '') as line1, coalesce(address_2, '') as line2,
      coalesce(town, '') as town, coalesce(postcode, '') as postcode, first_name, last_name, date_of_birth
    from referral_person where referral_id = ${referralId}`.execute(trx)
  return rows[0] ?? null
}

export type NewPlace = {
  outward: string | null
  authority: string | null
  lat: number | null
  lng: number | null
  approximate: boolean
}

/** `place` where the postcode changed: with it the map and the lean row change too. */
export async function saveContact(
  trx: Kysely<DB>,
  referralId: string,
  { contact, matchHash, place }: { contact: OwnContact; matchHash: Buffer | null; place: NewPlace | null },
  at: Date,
): Promise<void> {
  const { phone, email, line1, line2, town, postcode } = contact
  const orNull = (text: string) => (text === '' ? null : text)
  await trx
    .updateTable('referralPerson')
    .set({
      ...{ phone: orNull(phone), email: orNull(email), address1: orNull(line1), address2: orNull(line2) },
      ...{ town: orNull(town), postcode: orNull(postcode), matchHash },
      ...(place && { latitude: place.lat, longitude: place.lng, approximate: place.approximate }),
    })
    .where('referralId', '=', referralId)
    .execute()
  await trx
    .updateTable('referral')
    .set({ changedAt: at, ...(place && { outwardCode: place.outward, authorityCode: place.authority }) })
    .where('id', '=', referralId)
    .execute()
}

export async function withdrawConsent(trx: Kysely<DB>, referralId: string, at: Date): Promise<void> {
  await trx
    .updateTable('referral')
    .set({ consentWithdrawnAt: at, changedAt: at })
    .where('id', '=', referralId)
    .execute()
}
