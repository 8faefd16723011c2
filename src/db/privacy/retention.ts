/** What is due, what will be, and what holds it. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

export type Hold = { reason: string; by: string | null; at: Date }

/** Due before that moment by their network's months and not held, their rows locked: another worker takes others. As the system. */
export async function lockDueReferrals(
  trx: Kysely<DB>,
  before: Date,
  limit: number,
): Promise<{ id: string; networkId: string }[]> {
  const { rows } = await sql<{ id: string; networkId: string }>`
    select r.id, r.network_id from referral r join network n on n.id = r.network_id
    where r.closed_at is not null and r.anonymised_at is null and ${dueOn} <= ${before}::timestamptz
      and not exists (select from privacy_hold h where h.referral_id = r.id and h.lifted_at is null)
    order by r.closed_at limit ${limit} for update of r skip locked`.execute(trx)
  return rows
}

const dueOn = sql`(r.closed_at at time zone 'UTC'
  + make_interval(months => coalesce((n.settings ->> 'retentionMonths')::integer, 12))) at time zone 'UTC'`

/** Records of people, each with those merged into it, the last that was done with them long enough ago. As the system. */
export async function lockDuePeople(
  trx: Kysely<DB>,
  before: Date,
  limit: number,
): Promise<{ id: string; organisationId: string }[]> {
  const { rows } = await sql<{ id: string; organisationId: string }>`
    select p.id, p.organisation_id from person p join organisation o on o.id = p.organisation_id
    where p.merged_into_id is null and p.created_at < ${before}::timestamptz - interval '27 days'
      and not ${helped} and not ${heldPerson} and ${personDue} <= ${before}::timestamptz
    order by p.created_at limit ${limit} for update of p skip locked`.execute(trx)
  return rows
}

const group = sql`(select g.id from person g where g.id = p.id or g.merged_into_id = p.id)`
/** While the organisation helps the person, nothing counts down. */
export const helped = sql`exists (select from person_referral l join referral_party y on y.referral_id = l.referral_id
  and y.organisation_id = l.organisation_id and y.standing in ('helping', 'waiting') where l.person_id in ${group})`
const heldPerson = sql`exists (select from privacy_hold h where h.person_id in ${group} and h.lifted_at is null)`
/** Made, changed, used, rung, or a referral of theirs closed. */
export const lastTouch = sql`(select max(greatest(g.created_at, g.changed_at, g.touched_at,
    (select max(c.at) from person_contact c where c.person_id = g.id),
    (select max(r.closed_at) from person_referral l join referral r on r.id = l.referral_id where l.person_id = g.id)))
  from person g where g.id in ${group})`
const personDue = sql`(${lastTouch} at time zone 'UTC' + make_interval(months => o.people_months)) at time zone 'UTC'`

/** The record and those merged into it. */
export async function groupsOf(trx: Kysely<DB>, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from person
    where id = any(${[...ids]}::uuid[]) or merged_into_id = any(${[...ids]}::uuid[])`.execute(trx)
  return rows.map(({ id }) => id)
}

export type Kept = { endedAt: Date | null; anonymisedAt: Date | null; months: number; hold: Hold | null }

/** Of a referral. Run inside actAs: whether it is held shows to those alone who read it. */
export async function readKept(trx: Kysely<DB>, referralId: string): Promise<Kept | null> {
  const { rows } = await sql<Omit<Kept, 'hold'> & HoldColumns>`
    select r.closed_at as ended_at, r.anonymised_at, coalesce((n.settings ->> 'retentionMonths')::integer, 12) as months, ${holdColumns}
    from referral r join network n on n.id = r.network_id
    left join privacy_hold h on h.referral_id = r.id and h.lifted_at is null left join "user" u on u.id = h.placed_by
    where r.id = ${referralId}`.execute(trx)
  return rows[0] ? withHold(rows[0]) : null
}

/** Of a record that stays, of the organisation that acts. */
export async function readPersonKept(trx: Kysely<DB>, personId: string): Promise<Kept | null> {
  const { rows } = await sql<Omit<Kept, 'hold'> & HoldColumns>`
    select case when not ${helped} then ${lastTouch} end as ended_at, null::timestamptz as anonymised_at, o.people_months as months, ${holdColumns}
    from person p join organisation o on o.id = p.organisation_id
    left join lateral (select * from privacy_hold x where x.person_id in ${group} and x.lifted_at is null limit 1) h on true
    left join "user" u on u.id = h.placed_by
    where p.id = ${personId}`.execute(trx)
  return rows[0] ? withHold(rows[0]) : null
}

type HoldColumns = { reason: string | null; heldBy: string | null; heldAt: Date | null }
const holdColumns = sql`h.reason, u.name as held_by, h.placed_at as held_at`

function withHold({ reason, heldBy, heldAt, ...kept }: Omit<Kept, 'hold'> & HoldColumns): Kept {
  return { ...kept, hold: reason === null || heldAt === null ? null : { reason, by: heldBy, at: heldAt } }
}

export type Upcoming = { id: string; reference: string; endedAt: Date; due: Date; held: boolean }
/** `due`: in the coming night. `soon`: by the moment given. */
export type Outlook = { due: number; soon: number; held: number; anonymised: number; next: Upcoming[] }

/** By `months`, as they are or as they might be: how many go when, and which come next; by reference alone. */
export async function readOutlook(
  trx: Kysely<DB>,
  networkId: string,
  { months, now, by }: { months: number; now: Date; by: Date },
  limit = 50,
): Promise<Outlook> {
  const { rows } = await sql<Outlook>`
    with ended as (
      select r.id, r.reference, r.closed_at as ended_at,
        (r.closed_at at time zone 'UTC' + make_interval(months => ${months}::integer)) at time zone 'UTC' as due,
        exists (select from privacy_hold h where h.referral_id = r.id and h.lifted_at is null) as held
      from referral r where r.network_id = ${networkId} and r.closed_at is not null and r.anonymised_at is null)
    select (select count(*)::int from ended where not held and due <= ${now}::timestamptz + interval '1 day') as due,
      (select count(*)::int from ended where not held and due <= ${by}::timestamptz) as soon,
      (select count(*)::int from ended where held) as held,
      (select count(*)::int from referral where network_id = ${networkId} and anonymised_at is not null) as anonymised,
      (select coalesce(json_agg(json_build_object('id', id, 'reference', reference, 'endedAt', ended_at, 'due', due, 'held', held) order by due, id), '[]')
        from (select * from ended order by due, id limit ${limit}) first) as next`.execute(trx)
  const [row] = rows
  if (!row) return { due: 0, soon: 0, held: 0, anonymised: 0, next: [] }
  return { ...row, next: row.next.map(one => ({ ...one, endedAt: new Date(one.endedAt), due: new Date(one.due) })) }
}
