/** What services say of themselves, parsed once and kept in the process until one of their rows is written again. */
import { type Kysely, sql } from 'kysely'
import { openingHours, type Span } from '../../domain/hours.ts'
import type { DB } from '../schema.ts'
import type { OverviewService } from './services.ts'

export type Description = Omit<OverviewService, 'id' | 'capacity' | 'cases' | 'waiting' | 'availability'>

const kept = new Map<string, { version: string; description: Description }>()
const mostKept = 50_000

/** By service. */
export async function keptDescriptions(
  db: Kysely<DB>,
  networkId: string,
  wanted: readonly { id: string; version: string }[],
): Promise<Map<string, Description>> {
  const stale = wanted.filter(({ id, version }) => kept.get(networkId + id)?.version !== version)
  const read = stale.length > 0 ? await readDescriptions(db, networkId, stale) : new Map<string, Description>()
  if (kept.size + read.size > mostKept) kept.clear()
  for (const { id, version } of stale) {
    const description = read.get(id)
    if (description) kept.set(networkId + id, { version, description })
  }
  return new Map(
    wanted.flatMap(({ id }) => {
      const description = read.get(id) ?? kept.get(networkId + id)?.description
      return description ? [[id, description] as const] : []
    }),
  )
}

type Row = Omit<Description, 'venue' | 'hours'> & {
  id: string
  closedOnBankHolidays: boolean
  latitude: number | null
  longitude: number | null
  spans: Span[]
  closures: { firstDay: string; lastDay: string }[]
}

async function readDescriptions(
  db: Kysely<DB>,
  networkId: string,
  services: readonly { id: string }[],
): Promise<Map<string, Description>> {
  const ids = services.map(({ id }) => id)
  const { rows } = await sql<Row>`
    with chosen as materialized (select unnest(${ids}::uuid[]) as id),
    offered as materialized (
      select c.service_id, array_agg(c.category_id) as ids from service_category c
      join chosen on chosen.id = c.service_id where c.network_id = ${networkId} group by 1),
    spans as materialized (
      select h.service_id, json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'),
        'closes', to_char(h.closes, 'HH24:MI')) order by h.weekday, h.opens) as spans
      from opening_hours h join chosen on chosen.id = h.service_id group by 1),
    closed as materialized (
      select k.service_id, json_agg(json_build_object('firstDay', k.first_day, 'lastDay', k.last_day)) as closures
      from closure k join chosen on chosen.id = k.service_id group by 1)
    select s.id, s.name, s.description, s.organisation_id, o.name as organisation_name, s.catchment, s.closed_on_bank_holidays,
      coalesce(f.ids, '{}') as category_ids, coalesce(l.secret, false) as secret,
      case when not l.secret then nullif(l.city, '') end as city,
      case when not l.secret then l.latitude end as latitude, case when not l.secret then l.longitude end as longitude,
      coalesce(spans.spans, '[]') as spans, coalesce(closed.closures, '[]') as closures
    from chosen i join service s on s.id = i.id join organisation o on o.id = s.organisation_id
    left join location l on l.id = s.location_id left join offered f on f.service_id = s.id
    left join spans on spans.service_id = s.id left join closed on closed.service_id = s.id`.execute(db)
  return new Map(rows.map(row => [row.id, describe(row)]))
}

function describe({ id: _, latitude, longitude, spans, closures, closedOnBankHolidays, ...rest }: Row): Description {
  return {
    ...rest,
    venue: latitude === null || longitude === null ? null : { lat: latitude, lng: longitude },
    hours: openingHours(spans, { closures, closedOnBankHolidays }),
  }
}
