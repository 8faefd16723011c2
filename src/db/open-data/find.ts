/** Which public services answer a question, in the order of their names, a page at a time. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { distanceMetres, type Place } from '../../domain/area.ts'
import { type Catchment, covers } from '../../domain/catchment.ts'
import type { DB } from '../schema.ts'
import { openVenue, publicPlaces } from './public.ts'

/** All of them together narrow. Days by number, 1 being Monday; times as HH:MM. `located`: only what is given at a place that may be told. */
export type OpenFilters = {
  search?: string | undefined
  termId?: string | undefined
  taxonomyId?: string | undefined
  organisationId?: string | undefined
  minimumAge?: number | undefined
  maximumAge?: number | undefined
  day?: number | undefined
  startTime?: string | undefined
  endTime?: string | undefined
  modifiedAfter?: Date | undefined
  located?: boolean | undefined
  /** Of the person: what does not serve it is left out; with `metres`, also what is farther away. */
  near?: { place: Place; metres: number | null } | undefined
}
export type Page = { page: number; perPage: number }
export type Found = { total: number; ids: string[] }

export async function findOpenServices(db: Kysely<DB>, filters: OpenFilters, page: Page): Promise<Found> {
  if (filters.near) return findNear(db, filters, filters.near, page)
  const { rows } = await sql<Found>`
    with found as materialized (${matching(filters)})
    select (select count(*)::int from found) as total,
      (select coalesce(array_agg(id order by name, id), '{}') from (select id, name from found order by name, id
        limit ${page.perPage} offset ${(page.page - 1) * page.perPage}) p) as ids`.execute(db)
  return rows[0] ?? { total: 0, ids: [] }
}

type Reach = { id: string; catchment: Catchment; authorities: string[]; lat: number | null; lng: number | null }

/** A catchment is decided by the rule, not by the database: here over whatever else matched. */
async function findNear(
  db: Kysely<DB>,
  filters: OpenFilters,
  { place, metres }: NonNullable<OpenFilters['near']>,
  { page, perPage }: Page,
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
  const first = (page - 1) * perPage
  return { total: serving.length, ids: serving.slice(first, first + perPage).map(({ id }) => id) }
}

/** By `updated_at` of the service or a change of its organisation, whichever came last. */
export const lastModified = sql<Date>`greatest(s.updated_at, o.changed_at)`

function matching(filters: OpenFilters): RawBuilder<unknown> {
  const conditions = [...byWords(filters), ...byPlace(filters), ...byTime(filters)]
  return sql`
    select s.id, s.name from (${publicPlaces}) p join service s on s.id = p.service_id join organisation o on o.id = p.organisation_id
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
    group by s.id, s.name ${ages(filters)}`
}

function byWords({ search, modifiedAfter, organisationId }: OpenFilters): RawBuilder<unknown>[] {
  return [
    ...(search
      ? [
          sql`not exists (select from regexp_split_to_table(trim(plain(${search})), '\\s+') word
            where strpos(plain(s.name || ' ' || o.name || ' ' || s.description), word) = 0)`,
        ]
      : []),
    ...(modifiedAfter ? [sql`${lastModified} >= ${modifiedAfter}`] : []),
    ...(organisationId ? [sql`s.organisation_id = ${organisationId}::uuid`] : []),
  ]
}

/** A term takes in those below it. */
function byPlace({ termId, taxonomyId, located }: OpenFilters): RawBuilder<unknown>[] {
  return [
    ...(located ? [sql`exists (select from location l where l.id = s.location_id and not l.secret)`] : []),
    ...(taxonomyId ? [sql`p.network_id = ${taxonomyId}::uuid and ${hasCategory(sql`true`)}`] : []),
    ...(termId ? [hasCategory(sql`k.path <@ (select path from category where id = ${termId}::uuid)`)] : []),
  ]
}

function hasCategory(which: RawBuilder<unknown>) {
  return sql`exists (select from service_category c join category k on k.id = c.category_id and k.retired_at is null
    where c.service_id = s.id and c.network_id = p.network_id and ${which})`
}

/** The three speak of one and the same opening. */
function byTime({ day, startTime, endTime }: OpenFilters): RawBuilder<unknown>[] {
  if (day === undefined && !startTime && !endTime) return []
  const asked = [
    ...(day === undefined ? [] : [sql`h.weekday = ${day}`]),
    ...(startTime ? [sql`h.opens >= ${startTime}::time`] : []),
    ...(endTime ? [sql`h.closes <= ${endTime}::time and h.closes > h.opens`] : []),
  ]
  return [sql`exists (select from opening_hours h where h.service_id = s.id and ${sql.join(asked, sql` and `)})`]
}

/** Whoever may come in one of the networks may come. */
function ages({ minimumAge, maximumAge }: OpenFilters): RawBuilder<unknown> {
  const asked = [
    ...(minimumAge === undefined
      ? []
      : [sql`min(coalesce((p.restrictions #>> '{ages,from}')::int, 0)) >= ${minimumAge}`]),
    ...(maximumAge === undefined
      ? []
      : [sql`max(coalesce((p.restrictions #>> '{ages,to}')::int, 1000)) <= ${maximumAge}`]),
  ]
  return asked.length > 0 ? sql`having ${sql.join(asked, sql` and `)}` : sql``
}
