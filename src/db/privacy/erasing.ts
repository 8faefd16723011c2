/** What an erasure would take, what stands in its way, and who else holds something of the person. As the system. */
import { type Kysely, sql } from 'kysely'
import type { Blocker } from '../../domain/subject.ts'
import type { DB } from '../schema.ts'

export type Going = {
  answers: number
  notes: number
  privateNotes: number
  files: number
  letters: number
  contacts: number
}
export type InTheWay = { id: string; reference: string | null; why: Blocker }
/** `kind` people: an organisation's own records; network: the same submission in a connected network. */
export type Elsewhere = { kind: 'people' | 'network'; name: string; count: number }
export type ErasurePreview = { going: Going; inTheWay: InTheWay[]; elsewhere: Elsewhere[]; gone: number }

export async function previewReferrals(trx: Kysely<DB>, ids: readonly string[]): Promise<ErasurePreview> {
  const list = sql`any(${[...ids]}::uuid[])`
  const { rows } = await sql<ErasurePreview>`
    select json_build_object(
        'answers', (select count(*) from referral_answer where referral_id = ${list}),
        'notes', (select count(*) from note where referral_id = ${list} and kind <> 'private'),
        'privateNotes', (select count(*) from note where referral_id = ${list} and kind = 'private'),
        'files', (select count(*) from file where referral_id = ${list} and removed_at is null),
        'letters', (select count(*) from message where referral_id = ${list}), 'contacts', 0) as going,
      (select coalesce(json_agg(json_build_object('id', x.id, 'reference', x.reference, 'why', x.why)), '[]') from (
        select r.id, r.reference, 'open' as why from referral r where r.id = ${list} and r.closed_at is null and r.anonymised_at is null
        union all select r.id, r.reference, 'held' from referral r join privacy_hold h on h.referral_id = r.id and h.lifted_at is null
          where r.id = ${list}) x) as in_the_way,
      (select coalesce(json_agg(json_build_object('kind', y.kind, 'name', y.name, 'count', y.count) order by y.name), '[]') from (
        select 'people' as kind, o.name, count(distinct coalesce(p.merged_into_id, p.id)) as count from person_referral l
          join person p on p.id = l.person_id join organisation o on o.id = l.organisation_id where l.referral_id = ${list} group by o.name
        union all select 'network', n.name, count(*) from referral r join referral t on t.submission_id = r.submission_id and t.id <> r.id
          join network n on n.id = t.network_id where r.id = ${list} and t.anonymised_at is null and t.id <> all(${[...ids]}::uuid[]) group by n.name) y) as elsewhere,
      (select count(*)::int from erasure e where e.kind = 'referral' and e.subject_id = ${list} and e.why = 'request') as gone`.execute(
    trx,
  )
  return rows[0] ?? nothing
}

export async function previewPeople(trx: Kysely<DB>, ids: readonly string[]): Promise<ErasurePreview> {
  const group = sql`(select g.id from person g where g.id = any(${[...ids]}::uuid[]) or g.merged_into_id = any(${[...ids]}::uuid[]))`
  const { rows } = await sql<ErasurePreview>`
    select json_build_object('answers', 0, 'notes', 0, 'privateNotes', 0, 'letters', 0,
        'files', (select count(*) from file where person_id in ${group} and removed_at is null),
        'contacts', (select count(*) from person_contact where person_id in ${group})) as going,
      (select coalesce(json_agg(json_build_object('id', x.id, 'reference', null, 'why', x.why)), '[]') from (
        select h.person_id as id, 'held' as why from privacy_hold h where h.person_id in ${group} and h.lifted_at is null
        union select l.person_id, 'open' from person_referral l join referral_party y on y.referral_id = l.referral_id
          and y.organisation_id = l.organisation_id and y.standing in ('helping', 'waiting') where l.person_id in ${group}) x) as in_the_way,
      (select coalesce(json_agg(json_build_object('kind', 'network', 'name', y.name, 'count', y.count)), '[]') from (
        select n.name, count(*) as count from person_referral l join referral r on r.id = l.referral_id join network n on n.id = r.network_id
        where l.person_id in ${group} and r.anonymised_at is null group by n.name) y) as elsewhere,
      (select count(*)::int from erasure e where e.kind = 'person' and e.subject_id = any(${[...ids]}::uuid[]) and e.why = 'request') as gone`.execute(
    trx,
  )
  return rows[0] ?? nothing
}

const nothing: ErasurePreview = {
  going: { answers: 0, notes: 0, privateNotes: 0, files: 0, letters: 0, contacts: 0 },
  inTheWay: [],
  elsewhere: [],
  gone: 0,
}

export type Told = { organisationIds: string[]; networkIds: string[] }

/** Notes for each other controller which of theirs is concerned. Before anything goes: the ties are needed. */
export async function tellOthers(trx: Kysely<DB>, ids: readonly string[], at: Date): Promise<Told> {
  const list = sql`any(${[...ids]}::uuid[])`
  const { rows } = await sql<{ organisationId: string | null; networkId: string | null }>`
    with held as (
      select distinct coalesce(p.merged_into_id, p.id) as person_id, p.organisation_id, null::uuid as referral_id, null::uuid as network_id
        from person_referral l join person p on p.id = l.person_id where l.referral_id = ${list}
      union select null, null, t.id, t.network_id from referral r join referral t on t.submission_id = r.submission_id and t.id <> r.id
        where r.id = ${list} and t.anonymised_at is null and t.id <> all(${[...ids]}::uuid[])),
    told as (
      insert into erasure_told (person_id, organisation_id, referral_id, network_id, told_at)
      select person_id, organisation_id, referral_id, network_id, ${at}::timestamptz from held
      on conflict (person_id, referral_id) do nothing)
    select distinct organisation_id, network_id from held`.execute(trx)
  return {
    organisationIds: rows.flatMap(({ organisationId }) => organisationId ?? []),
    networkIds: rows.flatMap(({ networkId }) => networkId ?? []),
  }
}

/** What others erased and this controller still holds; its own to decide. */
export type ToDecide = {
  id: string
  toldAt: Date
  personId: string | null
  referralId: string | null
  name: string | null
}

export async function listToDecide(
  trx: Kysely<DB>,
  of: { networkId: string } | { organisationId: string },
): Promise<ToDecide[]> {
  const where = 'networkId' in of ? sql`e.network_id = ${of.networkId}` : sql`e.organisation_id = ${of.organisationId}`
  const { rows } = await sql<ToDecide>`
    select e.id, e.told_at, e.person_id, e.referral_id, coalesce(r.reference, nullif(btrim(p.first_name || ' ' || p.last_name), '')) as name
    from erasure_told e left join referral r on r.id = e.referral_id left join person p on p.id = e.person_id
    where ${where} and e.kept_at is null and (r.id is null or r.anonymised_at is null) order by e.told_at desc limit 100`.execute(
    trx,
  )
  return rows
}

export async function keepTold(trx: Kysely<DB>, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('erasureTold')
    .set({ keptAt: at })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
