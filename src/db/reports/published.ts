/** The fixed tables: counted once by the program, kept as they are, read by commissioners. */
import { type Kysely, sql } from 'kysely'
import type { Days } from '../../domain/figures.ts'
import { betweenDays } from '../../domain/listing.ts'
import type { Actor } from '../../domain/policy.ts'
import type { PublishedName, PublishedTable, Tally } from '../../domain/published.ts'
import type { DB } from '../schema.ts'
import type { Part } from './population.ts'

/** As the program itself: in nobody's name. */
export async function tally(db: Kysely<DB>, networkId: string, days: Days, name: PublishedName): Promise<Tally[]> {
  const { from, before } = betweenDays(days.first, days.last)
  const within = sql`r.network_id = ${networkId} and r.opened_at >= ${from} and r.opened_at < ${before} and not r.restricted and r.consent_withdrawn_at is null`
  const { rows } =
    await sql<Tally>`select x.key, ${labelOf(networkId, name)} as name, sum(x.count) filter (where x.taken)::int as taken,
      sum(x.count) filter (where not x.taken)::int as not_taken
    from (${countsOf(name, within, { networkId, from, before })}) x group by 1, 2 order by 2 nulls last, 1`.execute(db)
  return rows.map(row => ({ ...row, taken: row.taken ?? 0, notTaken: row.notTaken ?? 0 }))
}

/** Which of them are not made yet, of all networks. */
export async function listUnpublished(
  db: Kysely<DB>,
  quarters: readonly string[],
): Promise<{ networkId: string; quarter: string }[]> {
  const { rows } = await sql<{ networkId: string; quarter: string }>`
    select n.id as network_id, to_char(q.day, 'YYYY-MM-DD') as quarter from network n cross join unnest(${quarters}::date[]) q(day)
    where n.archived_at is null and not exists (select from published_table p where p.network_id = n.id and p.quarter = q.day)`.execute(
    db,
  )
  return rows
}

export async function keepTable(
  db: Kysely<DB>,
  {
    networkId,
    quarter,
    name,
    body,
    at,
  }: { networkId: string; quarter: string; name: PublishedName; body: PublishedTable; at: Date },
): Promise<void> {
  await sql`insert into published_table (network_id, quarter, name, body, made_at)
    values (${networkId}, ${quarter}::date, ${name}, ${JSON.stringify(body)}::jsonb, ${at}) on conflict do nothing`.execute(
    db,
  )
}

/** Of a network whose figures the actor reads; null where it is not made yet. */
export async function readTable(
  db: Kysely<DB>,
  actor: Actor,
  { networkId, quarter, name }: { networkId: string; quarter: string; name: PublishedName },
): Promise<{ body: PublishedTable; madeAt: Date } | null> {
  if (![...actor.commissions, ...actor.coordinates].includes(networkId)) return null
  const { rows } = await sql<{ body: PublishedTable; madeAt: Date }>`select body, made_at from published_table
    where network_id = ${networkId} and quarter = ${quarter}::date and name = ${name}`.execute(db)
  return rows[0] ?? null
}

const isTaken = sql`exists (select from assignment a where a.referral_id = r.id and a.answered_at is not null and a.status <> 'rejected')`
type Bounds = { networkId: string; from: Date | undefined; before: Date | undefined }

function countsOf(name: PublishedName, within: Part, { networkId, from, before }: Bounds): Part {
  const byReferral = (key: Part) =>
    sql`select ${key} as key, ${isTaken} as taken, count(*) as count from referral r where ${within} group by 1, 2`
  switch (name) {
    case 'needs':
      return sql`select n.category_id::text as key, n.status in ('met', 'ended', 'helped') as taken, count(*) as count
        from referral r join need n on n.referral_id = r.id where ${within} group by 1, 2`
    case 'areas':
      return byReferral(sql`r.authority_code`)
    case 'months':
      return byReferral(sql`to_char(date_trunc('month', r.opened_at at time zone 'Europe/London'), 'YYYY-MM-DD')`)
    case 'ages':
      return byReferral(sql`r.age_band`)
    default:
      return sql`select key, taken, count from demographics_published(${networkId}, ${keys[name]}, ${from}, ${before})`
  }
}
const keys = { ethnic_groups: 'ethnic_group', disabilities: 'disability', genders: 'gender' } as const

function labelOf(networkId: string, name: PublishedName): Part {
  if (name === 'needs') return sql`(select c.label from category c where c.id::text = x.key)`
  if (name === 'areas') return sql`(select y.name from area y where y.code = x.key)`
  if (name === 'ages' || name === 'months') return sql`null::text`
  return sql`(select o.label from demographic d, jsonb_to_recordset(d.options) as o(key text, label text)
    where d.network_id = ${networkId} and d.key = ${keys[name]} and o.key = x.key limit 1)`
}
