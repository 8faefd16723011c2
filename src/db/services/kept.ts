/** Services as those who keep them see them: everything, its places in networks, and how full it is. */
import { type Kysely, sql } from 'kysely'
import type { Catchment } from '../../domain/catchment.ts'
import type { Span } from '../../domain/hours.ts'
import { type Actor, mayManageOrganisation } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import type { Restrictions } from '../../domain/service.ts'
import type { Venue } from '../locations.ts'
import { type EntryPicture, entryPicture } from '../pictures.ts'
import type { DB } from '../schema.ts'
import type { Closure } from './save.ts'

export type KeptPlace = {
  networkId: string
  active: boolean
  listed: boolean
  restrictions: Restrictions
  categoryIds: string[]
  /** Could be asked there now. */
  open: boolean
}
export type KeptService = {
  id: string
  organisationId: string
  organisationName: string
  name: string
  description: string
  catchment: Catchment
  capacity: number | null
  capacityBefore: number | null
  pausedUntil: string | null
  status: 'active' | 'paused' | 'archived'
  phone: string | null
  email: string | null
  website: string | null
  ways: string[]
  otherWays: string
  pictureId: string | null
  picture: EntryPicture | null
  gallery: string | null
  closedOnBankHolidays: boolean
  placedAt: Date | null
  hoursAt: Date | null
  capacityAt: Date | null
  describedAt: Date | null
  restrictedAt: Date | null
  cases: number
  waiting: number
  venue: Venue | null
  spans: Span[]
  closures: Closure[]
  places: KeptPlace[]
  /** Of the organisation, those that it is active in. */
  networks: { id: string; name: string }[]
}

/** Throws as if it did not exist to whoever may not keep it. */
export async function readKeptService(db: Kysely<DB>, actor: Actor, id: string): Promise<KeptService> {
  const [service] = await read(db, sql`s.id = ${id}`)
  if (!service || !mayKeep(actor, service)) throw new Problem('not_found', 'There is no such service.')
  return service
}

/** By name; those that were archived are left out. */
export function listKeptServices(db: Kysely<DB>, organisationId: string): Promise<KeptService[]> {
  return read(db, sql`s.organisation_id = ${organisationId} and s.status <> 'archived'`)
}

export type Keeper = { id: string; name: string; networks: { id: string; name: string }[] }

/** The organisation whose services are kept; throws as if it did not exist to whoever may not. */
export async function readKeeper(db: Kysely<DB>, actor: Actor, organisationId: string): Promise<Keeper> {
  const { rows } = await sql<Keeper>`
    select o.id, o.name, ${networksOf} as networks from organisation o
    where o.id = ${organisationId} and o.archived_at is null`.execute(db)
  const [row] = rows
  if (!row || !mayManageOrganisation(actor, { id: row.id, networkIds: row.networks.map(({ id }) => id) }))
    throw new Problem('not_found', 'There is no such organisation.')
  return row
}

function mayKeep(actor: Actor, { organisationId, networks }: KeptService): boolean {
  return mayManageOrganisation(actor, { id: organisationId, networkIds: networks.map(({ id }) => id) })
}

const networksOf = sql`(select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name), '[]')
  from organisation_in_network m join network n on n.id = m.network_id and n.archived_at is null
  where m.organisation_id = o.id and m.status in ('active', 'suspended'))`

async function read(db: Kysely<DB>, which: ReturnType<typeof sql>): Promise<KeptService[]> {
  const { rows } = await sql<KeptService>`
    select s.id, s.organisation_id, o.name as organisation_name, s.name, s.description, s.catchment, s.capacity, s.capacity_before,
      to_char(s.paused_until, 'YYYY-MM-DD') as paused_until, s.status, s.phone, s.email, s.website, s.ways, s.other_ways,
      s.picture_id, ${entryPicture} as picture, s.gallery, s.closed_on_bank_holidays,
      s.placed_at, s.hours_at, s.capacity_at, s.described_at, s.restricted_at,
      (select count(*)::int from assignment a where a.service_id = s.id and a.status = 'accepted') as cases,
      (select count(*)::int from assignment a where a.service_id = s.id and a.status = 'pending') as waiting,
      case when l.id is not null then json_build_object('id', l.id, 'organisationId', l.organisation_id, 'name', l.name,
        'address1', l.address_1, 'address2', l.address_2, 'city', l.city, 'postcode', l.postcode, 'latitude', l.latitude,
        'longitude', l.longitude, 'approximate', l.approximate, 'secret', l.secret, 'accessibility', l.accessibility,
        'facilities', l.facilities) end as venue,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes',
          to_char(h.closes, 'HH24:MI')) order by h.weekday, h.opens), '[]') from opening_hours h where h.service_id = s.id) as spans,
      (select coalesce(json_agg(json_build_object('firstDay', k.first_day, 'lastDay', k.last_day, 'reason', k.reason) order by k.first_day), '[]')
        from closure k where k.service_id = s.id) as closures,
      (select coalesce(json_agg(json_build_object('networkId', i.network_id, 'active', i.active, 'listed', i.listed,
          'restrictions', i.restrictions,
          'categoryIds', (select coalesce(json_agg(c.category_id order by k.position, k.label), '[]') from service_category c join category k on k.id = c.category_id
            where c.service_id = s.id and c.network_id = i.network_id),
          'open', exists (select from service_category c where c.service_id = s.id and c.network_id = i.network_id and c.open))), '[]')
        from service_in_network i where i.service_id = s.id) as places,
      ${networksOf} as networks
    from service s join organisation o on o.id = s.organisation_id
    left join location l on l.id = s.location_id left join picture p on p.id = s.picture_id
    where ${which} order by s.name, s.id`.execute(db)
  return rows
}
