/** The services worth looking at for a person: narrowed by index to those that may reach them, and the nearest that may not. */
import { type Kysely, sql } from 'kysely'
import type { Place } from '../domain/area.ts'
import { openingHours, openness, type Span } from '../domain/hours.ts'
import type { Offer } from '../domain/matching.ts'
import type { Restrictions } from '../domain/service.ts'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

/** Per category the nearest, and whatever is offered in several of them; of all those so many. And near ones, to say why not. */
const mostPerCategory = 60
const mostCandidates = 150
const mostNearby = 8

export type Candidate = Offer & Names
type Names = { serviceName: string; organisationName: string; updatedAt: Date }

/** `categoryIds`: every category sought, with all above it. `named`: services that the referrer asks about. */
export async function findCandidates(
  db: Kysely<DB>,
  networkId: string,
  sought: { categoryIds: readonly string[]; place: Place | null; named?: readonly string[] },
  at: Date,
): Promise<Candidate[]> {
  const { rows } = await narrow(networkId, sought).execute(db)
  const known = await readKept(db, networkId, rows)
  return rows.flatMap(({ serviceId, categoryIds, open, capacity, cases, waiting }) => {
    const service = known.get(serviceId)
    if (!service) return []
    const { hours, ...offer } = service
    return {
      ...offer,
      serviceId,
      categoryIds,
      active: open || capacity === 0,
      capacity,
      cases,
      waiting,
      opening: openness(hours, at),
    }
  })
}

type Narrowed = {
  serviceId: string
  categoryIds: string[]
  open: boolean
  updatedAt: Date
  capacity: number | null
  cases: number
  waiting: number
}

function narrow(networkId: string, { categoryIds, place, named = [] }: Parameters<typeof findCandidates>[2]) {
  const at = place?.point ? sql`point(${place.point.lng}, ${place.point.lat})` : null
  const distance = at ? sql`c.venue <-> ${at}` : sql`0::double precision`
  const reaches = at && !place?.approximate ? sql`and c.reach @> box(${at})` : sql``
  const nearby = at
    ? sql`union all select n.* from unnest(${categoryIds}::uuid[]) wanted(id), lateral (
        select c.service_id from service_category c where c.category_id = wanted.id order by c.venue <-> ${at} limit ${sql.lit(mostNearby)}) n`
    : sql`union all select n.* from unnest(${categoryIds}::uuid[]) wanted(id), lateral (
        select c.service_id from service_category c where c.category_id = wanted.id and not c.open order by c.service_id limit ${sql.lit(mostNearby)}) n`
  return sql<Narrowed>`${kept}
    with reaching as materialized (
      select r.service_id, row_number() over (partition by wanted.id order by r.distance nulls first, r.service_id) as nth
      from unnest(${categoryIds}::uuid[]) wanted(id), lateral (
        select c.service_id, ${distance} as distance from service_category c where c.category_id = wanted.id and c.open ${reaches}) r),
    found as materialized (
      (select service_id from reaching group by service_id having count(*) > 1 or min(nth) <= ${sql.lit(mostPerCategory)}
        order by count(*) desc, min(nth) limit ${sql.lit(mostCandidates)})
      ${nearby}
      union all select unnest(${named}::uuid[]))
    select s.id as service_id, s.updated_at, s.capacity, c.category_ids, c.open,
      coalesce(l.cases, 0)::int as cases, coalesce(l.waiting, 0)::int as waiting
    from (select distinct service_id from found) f
    join service s on s.id = f.service_id
    join lateral (select array_agg(c.category_id) as category_ids, bool_or(c.open) as open from service_category c
      where c.service_id = s.id and c.network_id = ${networkId} having count(*) > 0) c on true
    left join lateral (select count(*) filter (where a.status = 'accepted') as cases, count(*) filter (where a.status = 'pending') as waiting
      from assignment a where a.service_id = s.id and a.status in ('pending', 'accepted')) l on true
    where s.status <> 'archived'`
}

type Kept = Pick<Offer, 'organisationId' | 'catchment' | 'venue' | 'secret' | 'restrictions'> &
  Names & { serviceId: string; hours: ReturnType<typeof openingHours> }

/** What changes seldom stays in the process, parsed, until the service is saved again; the oldest make room. */
const cache = new Map<string, Kept>()
const mostKept = 50_000

async function readKept(db: Kysely<DB>, networkId: string, rows: readonly Narrowed[]): Promise<Map<string, Kept>> {
  const fresh = ({ serviceId, updatedAt }: Narrowed) =>
    cache.get(networkId + serviceId)?.updatedAt.getTime() === updatedAt.getTime()
  const stale = rows.filter(row => !fresh(row)).map(({ serviceId }) => serviceId)
  const read = stale.length > 0 ? await readServices(db, networkId, stale) : []
  for (const service of read) keep(networkId + service.serviceId, service)
  const missing = new Map(read.map(service => [service.serviceId, service]))
  return new Map(
    rows.flatMap(({ serviceId }) => {
      const service = missing.get(serviceId) ?? cache.get(networkId + serviceId)
      return service ? [[serviceId, service] as const] : []
    }),
  )
}

function keep(key: string, service: Kept) {
  const [oldest] = cache.keys()
  if (cache.size >= mostKept && oldest !== undefined) cache.delete(oldest)
  cache.set(key, service)
}

type ServiceRow = Omit<Kept, 'hours' | 'venue'> & {
  longitude: number | null
  latitude: number | null
  spans: Span[]
  closures: { firstDay: string; lastDay: string }[]
  closedOnBankHolidays: boolean
}

async function readServices(db: Kysely<DB>, networkId: string, ids: readonly string[]): Promise<Kept[]> {
  const { rows } = await sql<ServiceRow>`${kept}
    select s.id as service_id, s.organisation_id, s.name as service_name, o.name as organisation_name, s.updated_at, s.catchment, s.closed_on_bank_holidays,
      i.restrictions, l.longitude, l.latitude, coalesce(l.secret, false) as secret,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI'))), '[]')
        from opening_hours h where h.service_id = s.id) as spans,
      (select coalesce(json_agg(json_build_object('firstDay', k.first_day, 'lastDay', k.last_day)), '[]')
        from closure k where k.service_id = s.id) as closures
    from service s join organisation o on o.id = s.organisation_id
    join service_in_network i on i.service_id = s.id and i.network_id = ${networkId}
    left join location l on l.id = s.location_id
    where s.id = any(${ids}::uuid[])`.execute(db)
  return rows.map(({ longitude, latitude, spans, closures, closedOnBankHolidays, ...service }) => ({
    ...service,
    restrictions: (service.restrictions ?? {}) as Restrictions,
    venue: longitude === null || latitude === null ? null : { lat: latitude, lng: longitude },
    hours: sharedHours(spans, { closures, closedOnBankHolidays }),
  }))
}

/** Most services keep the same hours as many others: what is worked out for one serves all. */
const weeks = new Map<string, ReturnType<typeof openingHours>>()

function sharedHours(spans: Span[], rest: Pick<ServiceRow, 'closures' | 'closedOnBankHolidays'>) {
  const key = JSON.stringify([spans, rest])
  const hours = weeks.get(key) ?? openingHours(spans, rest)
  if (weeks.size > mostKept) weeks.clear()
  weeks.set(key, hours)
  return hours
}
