/** Taking away everything that identifies or describes a person, from every table that can hold it. Run as the system, the rows locked. */
import { type Kysely, sql } from 'kysely'
import { reportedDemographics } from '../../domain/figures.ts'
import type { DB } from '../schema.ts'

export type Why = 'retention' | 'request'

/**
 * Of referrals, all at once. By `retention` the age band, the authority and the outward code stay, which reports count
 * by; a person who asked for erasure takes them too. Wiping twice is wiping once.
 */
export async function wipeReferrals(trx: Kysely<DB>, ids: readonly string[], why: Why, at: Date): Promise<void> {
  if (ids.length === 0) return
  const list = sql`any(${[...ids]}::uuid[])`
  await tallyDemographics(trx, ids)
  await forgetSearches(trx, ids)
  await forgetDrafts(trx, ids)
  for (const table of ['referral_answer', 'referral_source', 'referral_detail', 'referral_person'] as const)
    await sql`delete from ${sql.table(table)} where referral_id = ${list}`.execute(trx)
  await keepTouched(trx, ids)
  await sql`delete from erasure_told where referral_id = ${list}`.execute(trx)
  for (const table of ['note', 'break_glass', 'privacy_hold', 'person_referral'] as const)
    await sql`delete from ${sql.table(table)} where referral_id = ${list}`.execute(trx)
  await sql`delete from idempotency where made_id = ${list}`.execute(trx)
  await sql`update consent set asked_by_name = null, basis_reason = null where referral_id = ${list}`.execute(trx)
  await sql`update shortlist_item set reasons = '[]' where referral_id = ${list} and reasons <> '[]'`.execute(trx)
  await sql`update held_submission set reason = null where reason is not null and (id = ${list}
    or submission_id in (select submission_id from referral where id = ${list}))`.execute(trx)
  await looseFiles(trx, sql`referral_id = ${list}`, at)
  await forgetLetters(trx, ids)
  await sql`update subject_request set remark = '' where remark <> ''
    and id in (select request_id from subject_request_part where referral_id = ${list})`.execute(trx)
  const all = why === 'request'
  await sql`update referral set initials = null, submission_id = gen_random_uuid(),
      age_band = case when not ${all}::boolean then age_band end, authority_code = case when not ${all}::boolean then authority_code end,
      outward_code = case when not ${all}::boolean then outward_code end, anonymised_at = coalesce(anonymised_at, ${at}::timestamptz)
    where id = ${list}`.execute(trx)
  await recordErased(trx, 'referral', ids, why, at)
}

/** An organisation's own records: gone whole, with the tags that nobody else carries. `ids`: those merged into them too. */
export async function wipePeople(trx: Kysely<DB>, ids: readonly string[], why: Why, at: Date): Promise<void> {
  if (ids.length === 0) return
  const list = sql`any(${[...ids]}::uuid[])`
  await sql`delete from saved_search s using membership m join person p on p.organisation_id = m.organisation_id
    where p.id = ${list} and s.user_id = m.user_id and s.kind in ('people', 'referrals', 'directory') and s.name is null`.execute(
    trx,
  )
  await looseFiles(trx, sql`person_id = ${list}`, at)
  await sql`delete from idempotency where made_id = ${list}`.execute(trx)
  await sql`update subject_request set remark = '' where remark <> ''
    and id in (select request_id from subject_request_part where person_id = ${list})`.execute(trx)
  const { rows } = await sql<{
    tagId: string
  }>`select distinct tag_id from person_tag where person_id = ${list}`.execute(trx)
  await sql`delete from person where id = ${list}`.execute(trx)
  await sql`delete from tag t where t.id = any(${rows.map(({ tagId }) => tagId)}::uuid[])
    and not exists (select from person_tag x where x.tag_id = t.id)`.execute(trx)
  await recordErased(trx, 'person', ids, why, at)
}

/** A record that came with it counts its own time from when the referral ended, also after the tie to it is gone. */
async function keepTouched(trx: Kysely<DB>, ids: readonly string[]): Promise<void> {
  await sql`update person p set touched_at = greatest(p.touched_at, r.closed_at) from person_referral l join referral r on r.id = l.referral_id
    where l.person_id = p.id and r.id = any(${[...ids]}::uuid[]) and r.closed_at is not null`.execute(trx)
}

/**
 * Each answer counted by itself, so that no two of them can be put together again; and how the referral fared. Those that
 * no report counts (restricted ones, those whose consent was withdrawn) are not counted here either.
 */
async function tallyDemographics(trx: Kysely<DB>, ids: readonly string[]): Promise<void> {
  await sql`
    insert into demographic_tally (network_id, month, key, option, accepted, days, unmet, count)
    select r.network_id, date_trunc('month', r.opened_at at time zone 'Europe/London')::date, k.key, coalesce(o.option, ''),
      f.at is not null, coalesce(floor(extract(epoch from f.at - r.opened_at) / 86400)::int, -1), r.status in ('unmet', 'needs_placing'), count(*)
    from referral r left join referral_detail x on x.referral_id = r.id
    cross join lateral (select key from demographic where network_id = r.network_id and kind in ('single', 'several')
      union select unnest(${[...reportedDemographics]}::text[])) k
    left join lateral (select v.option from jsonb_array_elements_text(case jsonb_typeof(x.demographics -> k.key)
        when 'array' then x.demographics -> k.key when 'string' then jsonb_build_array(x.demographics -> k.key) else '[]' end) v(option)
      where exists (select from demographic d where d.network_id = r.network_id and d.key = k.key and d.kind in ('single', 'several')
        and d.options @> jsonb_build_array(jsonb_build_object('key', v.option)))) o on true
    left join lateral (select min(a.answered_at) as at from assignment a
      where a.referral_id = r.id and a.answered_at is not null and a.status <> 'rejected') f on true
    where r.id = any(${[...ids]}::uuid[]) and r.anonymised_at is null and not r.restricted and r.consent_withdrawn_at is null
    group by 1, 2, 3, 4, 5, 6, 7
    on conflict (network_id, month, key, option, accepted, days, unmet) do update set count = demographic_tally.count + excluded.count`.execute(
    trx,
  )
}

/** Nobody can say whose name was looked for: what anybody of the network looked for lately goes, and saved views that name the person. */
async function forgetSearches(trx: Kysely<DB>, ids: readonly string[]): Promise<void> {
  await sql`
    with named as (
      select r.network_id, plain(w) as word from referral r join referral_person p on p.referral_id = r.id
      cross join lateral unnest(array[p.first_name, p.last_name, p.phone, p.email::text, p.postcode]) w
      where r.id = any(${[...ids]}::uuid[]) and length(w) > 2),
    readers as (
      select m.user_id from referral r join organisation_in_network o on o.network_id in (r.network_id, r.through_network_id)
        join membership m on m.organisation_id = o.organisation_id where r.id = any(${[...ids]}::uuid[])
      union select g.user_id from referral r join grant_in_network g on g.network_id = r.network_id
        where r.id = any(${[...ids]}::uuid[]))
    delete from saved_search s where s.user_id in (select user_id from readers)
      and ((s.name is null and not exists (select from saved_search v where v.user_id = s.user_id and v.kind = 'referral_view'
          and v.body ->> 'words' = s.id::text))
        or exists (select from named n where plain(coalesce(s.name, '') || ' ' || s.body::text) like '%' || n.word || '%'))`.execute(
    trx,
  )
}

/** What was begun from it, or for the same person, and never sent. */
async function forgetDrafts(trx: Kysely<DB>, ids: readonly string[]): Promise<void> {
  await sql`
    delete from draft d using referral r join referral_person p on p.referral_id = r.id
    where r.id = any(${[...ids]}::uuid[]) and d.network_id in (r.network_id, r.through_network_id)
      and p.last_name <> '' and plain(d.body::text) like '%' || plain(p.last_name) || '%'
      and plain(d.body::text) like '%' || plain(p.first_name) || '%'`.execute(trx)
}

/** What they hold leaves the store within minutes, by the worker, which then takes away the row. */
async function looseFiles(trx: Kysely<DB>, of: ReturnType<typeof sql>, at: Date): Promise<void> {
  await sql`update file set referral_id = null, person_id = null, draft_id = null, held_submission_id = null, name = '-', remark = '',
    removed_at = coalesce(removed_at, ${at}::timestamptz) where ${of}`.execute(trx)
  await sql`delete from file where erased_at is not null and removed_at is not null and name = '-'`.execute(trx)
}

/** Letters carry a reference, needs and an outward code: only the reference stays, and copies kept as files go. */
async function forgetLetters(trx: Kysely<DB>, ids: readonly string[]): Promise<void> {
  const list = sql`any(${[...ids]}::uuid[])`
  await sql`delete from digest_item where referral_id = ${list}`.execute(trx)
  await sql`update message set codes = jsonb_strip_nulls(jsonb_build_object('reference', codes ->> 'reference')), to_forget = true,
    status = case when status in ('queued', 'held') then 'dropped' else status end where referral_id = ${list}`.execute(
    trx,
  )
}

async function recordErased(trx: Kysely<DB>, kind: 'referral' | 'person', ids: readonly string[], why: Why, at: Date) {
  await sql`insert into erasure (kind, subject_id, why, at) select ${kind}, id, ${why}, ${at}::timestamptz
    from unnest(${[...ids]}::uuid[]) id on conflict do nothing`.execute(trx)
}
