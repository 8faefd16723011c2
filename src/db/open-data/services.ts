/** Public services as the open data tells of them: one statement for a page, without a secret venue and without anybody's name. */
import { type Kysely, sql } from 'kysely'
import type { Catchment } from '../../domain/catchment.ts'
import type { Span } from '../../domain/hours.ts'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'
import { lastModified } from './matching.ts'
import { openVenue, publicPlaces } from './public.ts'

export type OpenOrganisation = {
  id: string
  name: string
  description: string
  email: string | null
  website: string | null
}
export type OpenVenue = {
  id: string
  name: string
  address1: string
  address2: string
  city: string
  postcode: string | null
  latitude: number | null
  longitude: number | null
  approximate: boolean
  accessibility: string
  authority: string | null
  nation: string | null
  facilities: string[]
}
export type OpenTerm = {
  id: string
  name: string
  description: string
  parentId: string | null
  taxonomyId: string
  taxonomy: string
}
export type OpenService = {
  id: string
  name: string
  description: string
  status: 'active' | 'paused'
  phone: string | null
  email: string | null
  website: string | null
  catchment: Catchment
  capacity: number | null
  capacityAt: Date | null
  taken: number
  closedOnBankHolidays: boolean
  lastModified: Date
  assuredAt: Date | null
  assurerEmail: string | null
  languages: string[]
  organisation: OpenOrganisation
  venue: OpenVenue | null
  spans: Span[]
  closures: { firstDay: string; lastDay: string }[]
  /** Null where every age may come. */
  minimumAge: number | null
  maximumAge: number | null
  terms: OpenTerm[]
  /** Codes of its networks' areas. */
  networkAreas: string[]
}

/** In the order of the ids; what is not public is left out. `today`: closures that ended before are not told. */
export async function readOpenServices(db: Kysely<DB>, ids: readonly string[], today: string): Promise<OpenService[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<OpenService>`${kept}
    with place as materialized (${publicPlaces} and s.id = any(${ids}::uuid[]))
    select s.id, s.name, s.description, s.status, coalesce(s.phone, o.phone) as phone, s.email, s.website,
      s.catchment, s.capacity, s.capacity_at, s.closed_on_bank_holidays, ${lastModified} as last_modified,
      o.confirmed_at as assured_at, o.email as assurer_email, o.languages,
      (select count(*)::int from assignment a where a.service_id = s.id and a.status in ('pending', 'accepted')) as taken,
      json_build_object('id', o.id, 'name', o.name, 'description', o.description, 'email', o.email, 'website', o.website) as organisation,
      case when l.id is not null then json_build_object('id', l.id, 'name', l.name, 'address1', l.address_1, 'address2', l.address_2,
        'city', l.city, 'postcode', l.postcode, 'latitude', l.latitude, 'longitude', l.longitude, 'approximate', l.approximate,
        'accessibility', l.accessibility, 'authority', ar.name, 'nation', ar.nation,
        'facilities', (select coalesce(json_agg(f.label order by f.position, f.label), '[]') from term f
          where f.id = any(l.facilities) and f.network_id in (select network_id from place p where p.service_id = s.id)))
        end as venue,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes',
        to_char(h.closes, 'HH24:MI')) order by h.weekday, h.opens), '[]') from opening_hours h where h.service_id = s.id) as spans,
      (select coalesce(json_agg(json_build_object('firstDay', k.first_day, 'lastDay', k.last_day) order by k.first_day), '[]')
        from closure k where k.service_id = s.id and k.last_day >= ${today}::date) as closures,
      ${ageOf(sql`min`, 'from', 0)} as minimum_age, ${ageOf(sql`max`, 'to', 1000)} as maximum_age,
      (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.label, 'description', k.description, 'parentId', k.parent_id,
          'taxonomyId', n.id, 'taxonomy', n.name) order by n.name, k.position, k.label), '[]')
        from place p join service_category c on c.service_id = s.id and c.network_id = p.network_id
        join category k on k.id = c.category_id and k.retired_at is null join network n on n.id = k.network_id
        where p.service_id = s.id) as terms,
      (select coalesce(array_agg(distinct a.area_code order by a.area_code), '{}') from place p
        join network_area a on a.network_id = p.network_id where p.service_id = s.id) as network_areas
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, nth)
    join service s on s.id = wanted.id join organisation o on o.id = s.organisation_id ${openVenue}
    left join area ar on ar.code = l.authority_code
    where s.id in (select service_id from place) order by wanted.nth`.execute(db)
  return rows
}

/** In the order of the ids, which are of public services. */
export async function readLastModified(db: Kysely<DB>, ids: readonly string[]): Promise<{ id: string; at: Date }[]> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select s.id, ${lastModified} as at from unnest(${ids}::uuid[]) with ordinality as wanted (id, nth)
    join service s on s.id = wanted.id join organisation o on o.id = s.organisation_id order by wanted.nth`.execute(db)
  return rows
}

/** Whoever may come in one of its networks may come. */
function ageOf(which: ReturnType<typeof sql>, end: 'from' | 'to', none: number) {
  return sql`(select nullif(${which}(coalesce((p.restrictions #>> ${sql.lit(`{ages,${end}}`)}::text[])::int, ${sql.lit(none)})), ${sql.lit(none)})
    from place p where p.service_id = s.id)`
}
