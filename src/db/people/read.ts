/** One person's record with all that hangs on it, of the organisation that acts; reading it is put on record. Run inside actAs. */
import { type Kysely, sql } from 'kysely'
import type { FileState } from '../../domain/attachments.ts'
import type { Details, Way } from '../../domain/people.ts'
import type { DB } from '../schema.ts'
import { detailsOf, groupOf } from './columns.ts'

export type PersonRecord = {
  /** Of the record that stays, where the one asked for was merged. */
  id: string
  details: Details
  createdAt: Date
  changedAt: Date | null
  changedBy: string | null
  tags: { id: string; name: string }[]
  /** Newest first. */
  contacts: Contact[]
  referrals: Link[]
  merges: Merge[]
  files: PersonFile[]
  /** Records that look like the same person and were not yet said to be another. */
  alike: { id: string; details: Details; createdAt: Date }[]
  accounts: Account[]
}
export type Contact = {
  id: string
  way: Way
  onDay: string
  minutes: number | null
  what: string
  nextStep: string | null
  nextOn: string | null
  nextDoneAt: Date | null
  author: string | null
  /** Written by the one who reads. */
  own: boolean
  at: Date
}
export type PersonFile = {
  id: string
  name: string
  bytes: number
  macros: boolean
  state: FileState
  remark: string
  author: string | null
  own: boolean
  at: Date
}
/** `received` where the organisation was asked; else it sent it and kept the person. */
export type Link = { referralId: string; received: boolean; addedAt: Date }
export type Merge = { id: string; firstName: string; lastName: string; by: string | null; at: Date }
/** What an absorbed record, or a referral changed since, says of the person: to be compared, never taken over by itself. */
export type Account = { kind: 'record' | 'referral'; id: string; reference: string | null; details: Details }

type Reader = { userId: string; organisationId: string; tokenId?: string | undefined }
type Stored = Omit<PersonRecord, 'contacts' | 'referrals' | 'merges' | 'alike' | 'files'> & {
  files: (Omit<PersonFile, 'at'> & { at: string })[]
  contacts: (Omit<Contact, 'at' | 'nextDoneAt'> & { at: string; nextDoneAt: string | null })[]
  referrals: (Omit<Link, 'addedAt'> & { addedAt: string })[]
  merges: (Omit<Merge, 'at'> & { at: string })[]
  alike: (Omit<PersonRecord['alike'][number], 'createdAt'> & { createdAt: string })[]
}

/** Null where there is none, or it is another organisation's. */
export async function readPerson(
  trx: Kysely<DB>,
  id: string,
  reader: Reader,
  what: 'page' | 'api',
  at: Date,
): Promise<PersonRecord | null> {
  const { rows } = await recordQuery(id, reader).execute(trx)
  const [row] = rows
  if (!row) return null
  await recordViews(trx, [row.id], reader, what, at)
  return {
    ...row,
    contacts: row.contacts.map(one => ({ ...one, at: new Date(one.at), nextDoneAt: dateOf(one.nextDoneAt) })),
    referrals: row.referrals.map(one => ({ ...one, addedAt: new Date(one.addedAt) })),
    files: row.files.map(one => ({ ...one, at: new Date(one.at) })),
    merges: row.merges.map(one => ({ ...one, at: new Date(one.at) })),
    alike: row.alike.map(one => ({ ...one, createdAt: new Date(one.createdAt) })),
  }
}

/** RES-14: who read whose record, by which way. */
export async function recordViews(
  trx: Kysely<DB>,
  ids: readonly string[],
  { userId, organisationId, tokenId }: Reader,
  what: string,
  at: Date,
): Promise<void> {
  await sql`insert into view_record (at, user_id, organisation_id, person_id, what, token_id)
    select ${at}::timestamptz, ${userId}::uuid, ${organisationId}::uuid, id, ${what}, ${tokenId ?? null}::uuid
    from unnest(${[...ids]}::uuid[]) id`.execute(trx)
}

function recordQuery(id: string, { userId, organisationId }: Reader) {
  return sql<Stored>`
    select p.id, ${detailsOf('p')} as details, p.created_at, p.changed_at, u.name as changed_by,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name)), '[]') from tag t
        where exists (select from person_tag x where x.tag_id = t.id and x.person_id in (${groupOf('p')}))) as tags,
      ${contactsOf(userId)} as contacts, ${linksOf()} as referrals, ${mergesOf()} as merges, ${filesOf(userId)} as files, ${alikeOf()} as alike, ${accountsOf()} as accounts
    from person asked join person p on p.id = coalesce(asked.merged_into_id, asked.id)
    left join "user" u on u.id = p.changed_by
    where asked.id = ${id} and asked.organisation_id = ${organisationId}`
}

function contactsOf(userId: string) {
  return sql`(select coalesce(json_agg(json_build_object('id', c.id, 'way', c.way, 'onDay', c.on_day, 'minutes', c.minutes, 'what', c.what,
      'nextStep', c.next_step, 'nextOn', c.next_on, 'nextDoneAt', c.next_done_at, 'author', a.name, 'own', c.author_user_id = ${userId}::uuid,
      'at', c.at) order by c.on_day desc, c.at desc), '[]')
    from person_contact c left join "user" a on a.id = c.author_user_id where c.person_id in (${groupOf('p')}))`
}

function linksOf() {
  return sql`(select coalesce(json_agg(json_build_object('referralId', l.referral_id, 'received', l.assignment_id is not null,
      'addedAt', l.added_at) order by l.added_at desc), '[]') from person_referral l where l.person_id in (${groupOf('p')}))`
}

function filesOf(userId: string) {
  return sql`(select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes, 'macros', f.macros, 'state', f.state,
      'remark', f.remark, 'author', a.name, 'own', f.added_by_user_id = ${userId}::uuid, 'at', f.added_at) order by f.added_at desc), '[]')
    from file f left join "user" a on a.id = f.added_by_user_id
    where f.person_id in (${groupOf('p')}) and f.removed_at is null)`
}

/** Merges into this record or into one of those, that stand. */
function mergesOf() {
  return sql`(select coalesce(json_agg(json_build_object('id', m.id, 'firstName', o.first_name, 'lastName', o.last_name, 'by', w.name,
      'at', m.merged_at) order by m.merged_at desc), '[]')
    from person_merge m join person o on o.id = m.from_id left join "user" w on w.id = m.merged_by
    where m.undone_at is null and m.into_id in (${groupOf('p')}))`
}

function alikeOf() {
  return sql`(select coalesce(json_agg(json_build_object('id', o.id, 'details', ${detailsOf('o')}, 'createdAt', o.created_at)
      order by o.created_at), '[]')
    from person o where o.organisation_id = p.organisation_id and o.merged_into_id is null and o.id <> p.id
      and o.match_hash = p.match_hash
      and not exists (select from person_distinct d where d.one_id = least(o.id, p.id) and d.other_id = greatest(o.id, p.id)))`
}

/** Of a referral only what may still be read, since row-level security says so of referral_person. */
function accountsOf() {
  return sql`(select coalesce(json_agg(found.account order by found.at), '[]') from (
    select m.merged_at as at, json_build_object('kind', 'record', 'id', m.id, 'reference', null, 'details', ${detailsOf('o')}) as account
      from person_merge m join person o on o.id = m.from_id
      where m.undone_at is null and m.looked_at is null and m.into_id in (${groupOf('p')})
    union all
    select l.added_at, json_build_object('kind', 'referral', 'id', l.referral_id, 'reference', f.reference, 'details', ${detailsOf('r')})
      from person_referral l join referral_person r on r.referral_id = l.referral_id join referral f on f.id = l.referral_id
      where l.person_id in (${groupOf('p')}) and l.said is distinct from said_of(l.referral_id)) found)`
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
