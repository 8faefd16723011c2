/** How full services were, day by day: what the worker wrote down at the end of each. */
import { type Kysely, sql } from 'kysely'
import { networksIn } from '../../domain/figures.ts'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import type { Asked, Part } from './population.ts'

/** The middle of the days in a step. Only services with a number of places are counted in `places` and `cases`. */
export type Use = {
  key: string
  name: string | null
  places: number
  cases: number
  waiting: number
  unlimited: number
}

export async function readUse(
  db: Kysely<DB>,
  actor: Actor,
  asked: Asked,
  cut: 'time' | 'service' | 'recipient' | 'all',
): Promise<Use[]> {
  const { key, name } = cutting(asked, cut)
  const { rows } =
    await sql<Use>`select x.key, x.name, round(avg(x.places))::int as places, round(avg(x.cases))::int as cases,
      round(avg(x.waiting))::int as waiting, round(avg(x.unlimited))::int as unlimited from (
      select ${key} as key, ${name} as name, d.day, coalesce(sum(d.capacity), 0) as places,
        coalesce(sum(d.cases) filter (where d.capacity is not null), 0) as cases, coalesce(sum(d.waiting), 0) as waiting,
        coalesce(sum(d.cases) filter (where d.capacity is null), 0) as unlimited
      from service_day d join service s on s.id = d.service_id join organisation o on o.id = s.organisation_id
      where d.day >= ${asked.days.first}::date and d.day <= ${asked.days.last}::date and ${within(actor, asked)} group by 1, 2, 3) x
    group by 1, 2 order by 4 desc, 2, 1`.execute(db)
  return rows
}

function cutting({ step }: Asked, cut: 'time' | 'service' | 'recipient' | 'all'): { key: Part; name: Part } {
  switch (cut) {
    case 'all':
      return { key: sql`'all'::text`, name: sql`null::text` }
    case 'time':
      return { key: sql`to_char(date_trunc(${sql.lit(step)}, d.day::timestamp), 'YYYY-MM-DD')`, name: sql`null::text` }
    case 'service':
      return { key: sql`s.id`, name: sql`o.name || ': ' || s.name` }
    case 'recipient':
      return { key: sql`o.id`, name: sql`o.name` }
  }
}

/** Writes the day down for every service that is not archived; once, however often it is tried. Returns how many were new. */
export async function keepServiceDay(db: Kysely<DB>, day: string): Promise<number> {
  const { numAffectedRows } = await sql`insert into service_day (service_id, day, capacity, cases, waiting, open)
    select s.id, ${day}::date, s.capacity, count(a.id) filter (where a.status = 'accepted'), count(a.id) filter (where a.status = 'pending'),
      exists (select from service_category c where c.service_id = s.id and c.open)
    from service s left join assignment a on a.service_id = s.id and a.status in ('pending', 'accepted')
    where s.status <> 'archived' group by s.id on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** A restricted case counts where it is helped, and in no picture of others, so the network's is of all its services together. */
function within(actor: Actor, { whose, recipient }: Asked): Part {
  const one = recipient ? sql`s.organisation_id = ${recipient}` : sql`true`
  if (whose.kind === 'received') return sql`s.organisation_id = ${actor.organisationId} and ${one}`
  const networks = networksIn(actor, whose)
  if (!networks || whose.kind === 'sent') return sql`false`
  const open = networks.filter(id => actor.coordinates.includes(id))
  return sql`exists (select from service_in_network i where i.service_id = s.id and i.network_id = any(${open}::uuid[])) and ${one}`
}
