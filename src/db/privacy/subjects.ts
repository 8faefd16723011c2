/** Whose is what: referrals and records that may be a person's, and the requests that were recorded. Run inside actAs. */
import { type Kysely, sql } from 'kysely'
import type { Controller } from '../../domain/policy-on-privacy.ts'
import { parseReference } from '../../domain/reference.ts'
import type { SubjectKind, SubjectReason, SubjectSearch } from '../../domain/subject.ts'
import type { DB } from '../schema.ts'

/** `reference` null: an organisation's own record. `name` null: not for the viewer to read, found by its reference alone. */
export type Found = {
  id: string
  reference: string | null
  name: string | null
  dateOfBirth: string | null
  postcode: string | null
  at: Date
  status: string | null
}
const most = 100

/** What matches most first. Row-level security leaves out what the viewer may not read: a restricted referral is opened first. */
export async function findSubjects(trx: Kysely<DB>, of: Controller, search: SubjectSearch): Promise<Found[]> {
  const { rows } = await ('networkId' in of
    ? referralsLike(of.networkId, search)
    : recordsLike(of.organisationId, search)
  ).execute(trx)
  return rows
}

function referralsLike(networkId: string, search: SubjectSearch) {
  const reference = search.reference ? parseReference(search.reference) : null
  return sql<Found>`
    select r.id, r.reference, nullif(btrim(p.first_name || ' ' || p.last_name), '') as name, p.date_of_birth, p.postcode, r.opened_at as at, r.status
    from referral r left join referral_person p on p.referral_id = r.id
    cross join lateral (select ${scoreOf(search)} + case when r.reference = ${reference} then 4 else 0 end as score) s
    where r.network_id = ${networkId} and s.score > 0 order by s.score desc, r.opened_at desc, r.id limit ${most}`
}

function recordsLike(organisationId: string, search: SubjectSearch) {
  return sql<Found>`
    select p.id, null as reference, nullif(btrim(p.first_name || ' ' || p.last_name), '') as name, p.date_of_birth, p.postcode,
      p.created_at as at, null as status
    from person p cross join lateral (select ${scoreOf(search)} as score) s
    where p.organisation_id = ${organisationId} and p.merged_into_id is null and s.score > 0
    order by s.score desc, p.created_at desc, p.id limit ${most}`
}

/** The name forgives a misspelling; a birthday may be known in part. */
function scoreOf({ name, dateOfBirth, postcode }: SubjectSearch) {
  const code = postcode.replaceAll(/\s/g, '').toUpperCase()
  return sql`(case when ${name}::text <> '' and (plain(p.first_name || ' ' || p.last_name) like '%' || plain(${name}::text) || '%'
      or similarity(plain(p.first_name || ' ' || p.last_name), plain(${name}::text)) > 0.4) then 2 else 0 end
    + case when ${dateOfBirth}::text <> '' and p.date_of_birth like ${dateOfBirth}::text || '%' then 2 else 0 end
    + case when ${code}::text <> '' and upper(replace(p.postcode, ' ', '')) = ${code}::text then 1 else 0 end)`
}

export type SubjectRequest = {
  id: string
  kind: SubjectKind
  networkId: string | null
  organisationId: string | null
  reason: SubjectReason
  remark: string
  madeBy: string
  madeAt: Date
  doneAt: Date | null
  /** Of the referrals, or of the records. */
  parts: string[]
}

const columns = sql`q.id, q.kind, q.network_id, q.organisation_id, q.reason, q.remark, u.name as made_by, q.made_at, q.done_at,
  array(select coalesce(x.referral_id, x.person_id) from subject_request_part x where x.request_id = q.id order by 1) as parts`

export async function readRequest(trx: Kysely<DB>, id: string): Promise<SubjectRequest | null> {
  const { rows } = await sql<SubjectRequest>`select ${columns} from subject_request q join "user" u on u.id = q.made_by
    where q.id = ${id}`.execute(trx)
  return rows[0] ?? null
}

/** Newest first. */
export async function listRequests(trx: Kysely<DB>, of: Controller): Promise<SubjectRequest[]> {
  const where = 'networkId' in of ? sql`q.network_id = ${of.networkId}` : sql`q.organisation_id = ${of.organisationId}`
  const { rows } = await sql<SubjectRequest>`select ${columns} from subject_request q join "user" u on u.id = q.made_by
    where ${where} order by q.made_at desc limit 100`.execute(trx)
  return rows
}

type NewRequest = { kind: SubjectKind; reason: SubjectReason; remark: string; madeBy: string; madeAt: Date }

/** Returns its id. As the system: private notes are asked of their authors, whom nobody else may know. */
export async function insertRequest(
  trx: Kysely<DB>,
  of: Controller,
  { kind, reason, remark, madeBy, madeAt }: NewRequest,
  parts: readonly string[],
): Promise<string> {
  const { id } = await trx
    .insertInto('subjectRequest')
    .values({ ...of, kind, reason, remark, madeBy, madeAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  const column = 'networkId' in of ? sql`referral_id` : sql`person_id`
  await sql`insert into subject_request_part (request_id, ${column}) select ${id}::uuid, x from unnest(${[...parts]}::uuid[]) x`.execute(
    trx,
  )
  return id
}

/** Which of them are this controller's own; as the system. */
export async function ownParts(trx: Kysely<DB>, of: Controller, parts: readonly string[]): Promise<string[]> {
  const list = sql`any(${[...parts]}::uuid[])`
  const { rows } = await ('networkId' in of
    ? sql<{
        id: string
      }>`select id from referral where id = ${list} and network_id = ${of.networkId} order by id for update`
    : sql<{ id: string }>`select id from person where id = ${list} and organisation_id = ${of.organisationId}
        and merged_into_id is null order by id for update`
  ).execute(trx)
  return rows.map(({ id }) => id)
}

/** Its authors, each once, are asked; those who have left are not. */
export async function askAuthors(
  trx: Kysely<DB>,
  requestId: string,
  referralIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ authorUserId: string }>`
    with asked as (
      insert into note_release (request_id, note_id, author_user_id)
      select ${requestId}::uuid, n.id, n.author_user_id from note n where n.kind = 'private' and n.referral_id = any(${[...referralIds]}::uuid[])
      returning author_user_id)
    select distinct a.author_user_id from asked a join "user" u on u.id = a.author_user_id where u.disabled_at is null`.execute(
    trx,
  )
  return rows.map(({ authorUserId }) => authorUserId)
}

/** One row per request; holds it, so that two at once erase once. */
export async function lockRequest(trx: Kysely<DB>, id: string): Promise<SubjectRequest | null> {
  await sql`select from subject_request where id = ${id} for update`.execute(trx)
  return readRequest(trx, id)
}

export async function markDone(trx: Kysely<DB>, id: string, at: Date): Promise<void> {
  await trx.updateTable('subjectRequest').set({ doneAt: at }).where('id', '=', id).execute()
}
