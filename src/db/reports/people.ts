/** RPT-1, RPT-5: who the people are, and whether help reaches all of them alike. Counts alone ever leave. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { byArea, byValue } from './cutting.ts'
import { type Asked, isWhole, openedIn, type Part } from './population.ts'

/** `age` and `area` stand with the referral; any other is one of the network's own questions, by its key. `median`: hours to the first acceptance. */
export type Group = {
  key: string | null
  name: string | null
  referrals: number
  taken: number
  unmet: number
  median: number | null
}

/** A referral with several answers counts in each of their rows. */
export async function readGroups(db: Kysely<DB>, actor: Actor, asked: Asked, key: string): Promise<Group[]> {
  const groups =
    key === 'age' || key === 'area' ? await readKnown(db, actor, asked, key) : await readSaid(db, actor, asked, key)
  return groups.toSorted((a, b) => b.referrals - a.referrals || compare(a.name, b.name) || compare(a.key, b.key))
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  return a === null ? 1 : b === null || a < b ? -1 : 1
}

/** What stands with the referral itself. */
async function readKnown(db: Kysely<DB>, actor: Actor, asked: Asked, by: 'age' | 'area'): Promise<Group[]> {
  const { raw, key, name, join } = by === 'age' ? byValue(sql`r.age_band`) : byArea()
  const { rows } = await sql<Group>`select ${key} as key, ${name} as name, x.referrals, x.taken, x.unmet, x.median
    from (select ${raw} as raw, count(*)::int as referrals, count(r.taken_seconds)::int as taken, count(*) filter (where ${isUnmet})::int as unmet,
        percentile_cont(0.5) within group (order by r.taken_seconds) / 3600 as median
      from referral r where ${openedIn(actor, asked)} group by 1) x ${join}`.execute(db)
  return rows
}

const isUnmet = sql`r.status in ('unmet', 'needs_placing')`
const wholeDays = sql`r.taken_seconds / 86400`

/** `days`: to the first acceptance, whole ones; null: never accepted. No more is kept of an anonymised referral, and the figures stay the same. */
type Said = { option: string | null; days: number | null; unmet: boolean; count: number }

async function readSaid(db: Kysely<DB>, actor: Actor, asked: Asked, key: string): Promise<Group[]> {
  const coordinated = 'networkId' in asked.whose && actor.coordinates.includes(asked.whose.networkId)
  const said = isWhole(asked) && coordinated ? ofNetwork(asked, key) : ofSome(actor, asked, key)
  const { rows } = await sql<Said>`${said}`.execute(db)
  const groups = Map.groupBy(rows, ({ option }) => option)
  return [...groups].map(([option, ones]) => groupOf(option, ones))
}

/** What was anonymised is counted without its needs, places and organisations: no narrower question can be asked of it. */
function ofNetwork({ whose, days: { first, last } }: Asked, key: string): Part {
  const network = 'networkId' in whose ? whose.networkId : null
  return sql`select option, days, unmet, count from demographics_of_network(${network}::uuid, ${key}, ${first}::date, ${last}::date)
    union all select nullif(option, ''), nullif(days, -1), unmet, count
      from demographics_tallied(${network}::uuid, ${key}, ${first}::date, ${last}::date)`
}

function ofSome(actor: Actor, asked: Asked, key: string): Part {
  const { whose } = asked
  const network = 'networkId' in whose ? whose.networkId : null
  return sql`with counted as materialized (
      select r.id, ${wholeDays} as days, ${isUnmet} as unmet from referral r where ${openedIn(actor, asked)})
    select o.option, c.days, c.unmet, count(*)::int as count from counted c
    left join demographics_said(${whose.kind}, ${network}::uuid, ${key}, array(select id from counted)) s on s.referral_id = c.id
    left join lateral unnest(s.options) o(option) on true group by 1, 2, 3`
}

function groupOf(key: string | null, ones: readonly Said[]): Group {
  const taken = ones.filter(({ days }) => days !== null)
  return {
    ...{ key, name: null, referrals: sum(ones), taken: sum(taken), unmet: sum(ones.filter(({ unmet }) => unmet)) },
    median: middleDay(taken.map(({ days, count }) => ({ hours: ((days ?? 0) + 1) * 24, count }))),
  }
}

/** Days begun, in hours: of an even number of them half-way between the two in the middle. */
function middleDay(waits: readonly { hours: number; count: number }[]): number | null {
  const sorted = waits.toSorted((a, b) => a.hours - b.hours)
  const last = sum(sorted) - 1
  if (last < 0) return null
  const at = (nth: number) => sorted.find((_, upto) => nth < sum(sorted.slice(0, upto + 1)))?.hours ?? 0
  return (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((all, { count }) => all + count, 0)
}

export type Asking = { key: string; label: string; options: { key: string; label: string }[] }

/** What the networks in reach ask about people, age apart, which comes from the date of birth. */
export async function listDemographics(db: Kysely<DB>, networkIds: readonly string[]): Promise<Asking[]> {
  const { rows } = await sql<Asking>`select distinct on (d.key) d.key, d.label, d.options from demographic d
    where d.network_id = any(${networkIds}::uuid[]) and d.kind in ('single', 'several') order by d.key, d.retired_at nulls first, d.position`.execute(
    db,
  )
  return rows
}
