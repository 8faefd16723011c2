/** Which public services answer a question, in the order of their names, a page at a time. */
import { type Kysely, sql } from 'kysely'
import { distanceMetres } from '../../domain/area.ts'
import { type Catchment, covers } from '../../domain/catchment.ts'
import type { DB } from '../schema.ts'
import { listAll } from './listed.ts'
import { matching, type OpenFilters } from './matching.ts'
import { openVenue } from './public.ts'

export type Page = { page: number; perPage: number }
export type Found = { total: number; ids: string[] }

export async function findOpenServices(db: Kysely<DB>, filters: OpenFilters, page: Page): Promise<Found> {
  if (filters.near) return findNear(db, filters, filters.near, page)
  if (isUnasked(filters)) return slice(await listAll(db, filters.located ? 'located' : 'services'), page)
  const { rows } = await sql<Found>`
    with found as materialized (${matching(filters)})
    select (select count(*)::int from found) as total,
      (select coalesce(array_agg(id order by name, id), '{}') from (select id, name from found order by name, id
        limit ${page.perPage} offset ${(page.page - 1) * page.perPage}) p) as ids`.execute(db)
  return rows[0] ?? { total: 0, ids: [] }
}

const isUnasked = ({ located, ...asked }: OpenFilters) => Object.values(asked).every(value => value === undefined)

/** Of a list that is at hand. */
export function slice(all: readonly string[], { page, perPage }: Page): Found {
  return { total: all.length, ids: all.slice((page - 1) * perPage, page * perPage) }
}

type Reach = { id: string; catchment: Catchment; authorities: string[]; lat: number | null; lng: number | null }

/** A catchment is decided by the rule, not by the database: here over whatever else matched. */
async function findNear(
  db: Kysely<DB>,
  filters: OpenFilters,
  { place, metres }: NonNullable<OpenFilters['near']>,
  page: Page,
): Promise<Found> {
  const { rows } = await sql<Reach>`
    with found as materialized (${matching(filters)})
    select s.id, s.catchment, l.latitude as lat, l.longitude as lng,
      case when s.catchment ->> 'kind' = 'network' then
        (select coalesce(array_agg(distinct a.area_code), '{}') from service_in_network i join network_area a on a.network_id = i.network_id
          where i.service_id = s.id and i.listed and i.active) else '{}' end as authorities
    from found f join service s on s.id = f.id ${openVenue} order by f.name, f.id`.execute(db)
  const serving = rows.filter(({ catchment, authorities, lat, lng }) => {
    const venue = lat === null || lng === null ? null : { lat, lng }
    if (covers(catchment, place, authorities, venue) === 'no') return false
    return metres === null || (venue && place.point ? distanceMetres(venue, place.point) <= metres : false)
  })
  return slice(
    serving.map(({ id }) => id),
    page,
  )
}
