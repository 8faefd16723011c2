/** RPT-1, RPT-5: who the people are, and whether help reaches all of them alike. Counts alone ever leave. */
import { type Kysely, sql } from 'kysely'
import { betweenDays } from '../../domain/listing.ts'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { type Asked, openedIn, type Part } from './population.ts'

/** `age` and `area` stand with the referral; any other is one of the network's own questions, by its key. */
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
  const { option, name, join, hours, kept } = cutting(asked, key)
  const { rows } = await sql<Group>`with counted as (
      select ${option} as key, ${name} as name, ${hours} as hours, r.status in ('unmet', 'needs_placing') as unmet
      from referral r ${join}
      left join lateral (select extract(epoch from min(a.answered_at) - r.opened_at)::double precision / 3600 as hours from assignment a
        where a.referral_id = r.id and a.answered_at is not null and a.status <> 'rejected') first on true
      where ${openedIn(actor, asked)} ${kept})
    select key, name, count(*)::int as referrals, count(hours)::int as taken, count(*) filter (where unmet)::int as unmet,
      percentile_cont(0.5) within group (order by hours) as median
    from counted group by 1, 2 order by 3 desc, 2, 1`.execute(db)
  return rows
}

type Cutting = Record<'option' | 'name' | 'join' | 'hours' | 'kept', Part>

function cutting(asked: Asked, key: string): Cutting {
  const plain = { name: sql`null::text`, hours: sql`first.hours`, kept: sql`` }
  if (key === 'age') return { ...plain, option: sql`r.age_band`, join: sql`` }
  if (key === 'area') {
    const join = sql`left join area y on y.code = r.authority_code`
    return { ...plain, option: sql`r.authority_code`, name: sql`y.name`, join }
  }
  const { whose, days } = asked
  const { from, before } = betweenDays(days.first, days.last)
  const network = 'networkId' in whose ? whose.networkId : null
  return {
    option: sql`o.option`,
    name: sql`null::text`,
    join: sql`left join demographics_counted(${whose.kind}, ${network}::uuid, ${key}, ${from}, ${before}) g on g.referral_id = r.id
      left join lateral unnest(g.options) o(option) on true`,
    // Whole days begun: no more is kept of an anonymised referral, and the figures stay the same.
    hours: sql`(floor(first.hours / 24) + 1) * 24`,
    kept: network && isWhole(asked) ? withTally(network, key, days) : sql``,
  }
}

/** What was anonymised is counted without its needs, places and organisations: no narrower question can be asked of it. */
function isWhole({ whose, categoryIds, areaCode, sender, recipient, urgent }: Asked): boolean {
  return whose.kind === 'network' && !categoryIds && !areaCode && !sender && !recipient && !urgent
}

/** In place of the anonymised referrals of the whole months in these days, their count; of a part of a month none is kept. */
function withTally(network: string, key: string, { first, last }: Asked['days']): Part {
  return sql`and not (r.anonymised_at is not null
      and date_trunc('month', r.opened_at at time zone 'Europe/London') >= ${first}::date
      and date_trunc('month', r.opened_at at time zone 'Europe/London') + interval '1 month' <= ${last}::date + 1)
    union all select nullif(t.option, ''), null, case when t.days >= 0 then (t.days + 1) * 24 end, t.unmet
      from demographics_tallied(${network}::uuid, ${key}, ${first}::date, ${last}::date) t cross join generate_series(1, t.count)`
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
