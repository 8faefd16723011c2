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
  const [option, name, join] = cutting(asked, key)
  const { rows } = await sql<Group>`select ${option} as key, ${name} as name, count(*)::int as referrals,
      count(first.hours)::int as taken,
      count(*) filter (where r.status in ('unmet', 'needs_placing'))::int as unmet,
      percentile_cont(0.5) within group (order by first.hours) as median
    from referral r ${join}
    left join lateral (select extract(epoch from min(a.answered_at) - r.opened_at)::double precision / 3600 as hours from assignment a
      where a.referral_id = r.id and a.answered_at is not null and a.status <> 'rejected') first on true
    where ${openedIn(actor, asked)} group by 1, 2 order by 3 desc, 2, 1`.execute(db)
  return rows
}

function cutting({ whose, days }: Asked, key: string): [Part, Part, Part] {
  if (key === 'age') return [sql`r.age_band`, sql`null::text`, sql``]
  if (key === 'area') return [sql`r.authority_code`, sql`y.name`, sql`left join area y on y.code = r.authority_code`]
  const { from, before } = betweenDays(days.first, days.last)
  const network = 'networkId' in whose ? whose.networkId : null
  return [
    sql`o.option`,
    sql`null::text`,
    sql`left join demographics_counted(${whose.kind}, ${network}::uuid, ${key}, ${from}, ${before}) g on g.referral_id = r.id
      left join lateral unnest(g.options) o(option) on true`,
  ]
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
