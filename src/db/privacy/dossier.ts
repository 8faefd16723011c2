/** Everything that is held on a person, table by table; as the system, after the action has said who may. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from '../schema.ts'

export type Dump = Record<string, Record<string, unknown>[]>

/** What no person needs and no other may have. */
const hidden = sql`array['match_hash', 'storage_key', 'said', 'to_forget', 'token_hash']`

/** By table: which of its rows are about a referral. Every table of `personalColumns` is here or stands under another's key. */
const ofReferral: Record<string, (id: string) => RawBuilder<unknown>> = {
  referral: id => sql`t.id = ${id}`,
  ...withKey(['referral_person', 'referral_detail', 'referral_answer', 'referral_source', 'consent', 'need']),
  ...withKey([
    'assignment',
    'shortlist_item',
    'referral_party',
    'file',
    'event',
    'view_record',
    'break_glass',
    'privacy_hold',
  ]),
  outcome_entry: id => sql`t.assignment_id in (select a.id from assignment a where a.referral_id = ${id})`,
  message: id => sql`t.referral_id = ${id}`,
}
const ofPerson: Record<string, (id: string) => RawBuilder<unknown>> = {
  person: id => inGroup('id', id),
  ...Object.fromEntries(
    ['person_contact', 'person_tag', 'person_referral', 'file', 'view_record', 'privacy_hold'].map(table => [
      table,
      (id: string) => inGroup('person_id', id),
    ]),
  ),
  person_merge: id => sql`(t.from_id in ${group(id)} or t.into_id in ${group(id)})`,
  tag: id => sql`t.id in (select x.tag_id from person_tag x where x.person_id in ${group(id)})`,
}

function withKey(tables: readonly string[]) {
  return Object.fromEntries(tables.map(table => [table, (id: string) => sql`t.referral_id = ${id}`]))
}
function group(id: string) {
  return sql`(select g.id from person g where g.id = ${id} or g.merged_into_id = ${id})`
}
function inGroup(column: string, id: string) {
  return sql`t.${sql.ref(column)} in ${group(id)}`
}

export function dumpReferral(trx: Kysely<DB>, id: string): Promise<Dump> {
  return dump(trx, ofReferral, id)
}
export function dumpPerson(trx: Kysely<DB>, id: string): Promise<Dump> {
  return dump(trx, ofPerson, id)
}

async function dump(trx: Kysely<DB>, tables: typeof ofReferral, id: string): Promise<Dump> {
  const found: Dump = {}
  for (const [table, where] of Object.entries(tables)) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) - ${hidden}::text[] as row from ${sql.table(table)} t where ${where(id)} order by t::text`.execute(
      trx,
    )
    found[table] = rows.map(({ row }) => row)
  }
  return found
}

export type NoteHeld = {
  id: string
  kind: string
  body: string
  at: Date
  author: string | null
  organisation: string | null
}

/** Open to all on the referral; and the private ones that their authors released to this request. */
export async function readNotes(trx: Kysely<DB>, referralId: string, requestId: string): Promise<NoteHeld[]> {
  const { rows } = await sql<NoteHeld>`
    select n.id, n.kind, n.body, n.at, u.name as author, o.name as organisation from note n
    left join "user" u on u.id = n.author_user_id left join organisation o on o.id = n.author_organisation_id
    where n.referral_id = ${referralId} and (n.kind <> 'private' or exists (select from note_release x
      where x.note_id = n.id and x.request_id = ${requestId} and x.decision = 'released')) order by n.at, n.id`.execute(
    trx,
  )
  return rows
}

export type PrivateCount = { total: number; released: number; kept: number }

export async function countPrivate(trx: Kysely<DB>, requestId: string): Promise<PrivateCount> {
  const { rows } = await sql<PrivateCount>`
    select count(*)::int as total, count(*) filter (where decision = 'released')::int as released,
      count(*) filter (where decision = 'kept')::int as kept from note_release where request_id = ${requestId}`.execute(
    trx,
  )
  return rows[0] ?? { total: 0, released: 0, kept: 0 }
}

export type HeldFile = { id: string; name: string; storageKey: string; of: string }

/** What may be put into the archive: neither removed nor still being checked. */
export async function listFiles(trx: Kysely<DB>, parts: readonly string[]): Promise<HeldFile[]> {
  const { rows } = await sql<HeldFile>`
    select f.id, f.name, f.storage_key, coalesce(r.reference, 'record') as of from file f left join referral r on r.id = f.referral_id
    where (f.referral_id = any(${[...parts]}::uuid[]) or f.person_id in (select g.id from person g
        where g.id = any(${[...parts]}::uuid[]) or g.merged_into_id = any(${[...parts]}::uuid[])))
      and f.removed_at is null and f.state = 'ready' order by f.added_at, f.id`.execute(trx)
  return rows
}
