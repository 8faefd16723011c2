/** What one tells a person of a service: where it is, how to reach it, when it is open. A secret address is left out. */
import { type Kysely, sql } from 'kysely'
import type { Span } from '../../domain/hours.ts'
import type { DB } from '../schema.ts'

export type ServiceCard = {
  id: string
  name: string
  organisation: string
  description: string
  phone: string | null
  email: string | null
  website: string | null
  /** Line by line. */
  address: string[]
  hours: Span[]
}

/** In the order of the ids; those that are not in the network are left out. */
export async function readServiceCards(
  db: Kysely<DB>,
  networkId: string,
  ids: readonly string[],
): Promise<ServiceCard[]> {
  const { rows } = await sql<ServiceCard>`
    select s.id, s.name, o.name as organisation, s.description, coalesce(s.phone, o.phone) as phone, coalesce(s.email, o.email) as email,
      coalesce(s.website, o.website) as website,
      case when l.id is null or l.secret then '{}' else array_remove(array[nullif(l.name, ''), nullif(l.address_1, ''),
        nullif(l.address_2, ''), nullif(l.city, ''), l.postcode], null) end as address,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI'))
        order by h.weekday, h.opens), '[]') from opening_hours h where h.service_id = s.id) as hours
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, nth)
    join service s on s.id = wanted.id and s.status <> 'archived'
    join service_in_network i on i.service_id = s.id and i.network_id = ${networkId}
    join organisation o on o.id = s.organisation_id left join location l on l.id = s.location_id
    order by wanted.nth`.execute(db)
  return rows
}

/** Of these services, those that their organisations list publicly: all that somebody without an account may read of. */
export async function readListed(db: Kysely<DB>, networkId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select i.service_id as id from service_in_network i join service s on s.id = i.service_id and s.status <> 'archived'
    where i.network_id = ${networkId} and i.service_id = any(${[...ids]}::uuid[]) and i.listed`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Keys of the demographics that some service of the network restricts by. */
export async function readRestricting(db: Kysely<DB>, networkId: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct g.key from service_in_network i
    cross join lateral jsonb_object_keys(coalesce(i.restrictions -> 'groups', '{}')
      || coalesce(i.restrictions -> 'numbers', '{}')) g(key)
    where i.network_id = ${networkId} and i.active`.execute(db)
  return rows.map(({ key }) => key)
}
