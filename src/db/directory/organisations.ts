/** The organisations of a network, A to Z, as lists and pages show them. */
import { type Kysely, sql } from 'kysely'
import { type EntryPicture, entryPicture } from '../pictures.ts'
import type { DB } from '../schema.ts'

export type MemberOrganisation = {
  id: string
  name: string
  kind: string | null
  description: string
  city: string | null
  categoryIds: string[]
  languages: string[]
  confirmedAt: Date | null
}

export async function listMembers(
  db: Kysely<DB>,
  networkId: string,
  ids?: readonly string[],
): Promise<MemberOrganisation[]> {
  const { rows } = await sql<MemberOrganisation>`
    select o.id, o.name, o.kind, o.description, o.city, o.languages, o.confirmed_at,
      array(select g.category_id from organisation_category g where g.organisation_id = o.id and g.network_id = m.network_id) as category_ids
    from organisation_in_network m join organisation o on o.id = m.organisation_id and o.archived_at is null
    where m.network_id = ${networkId} and m.status in ('active', 'suspended')
      and ${ids ? sql`o.id = any(${ids}::uuid[])` : sql`true`}
    order by lower(o.name), o.id`.execute(db)
  return rows
}

/** Everything that members may know of one organisation. */
export type Agency = MemberOrganisation & {
  phone: string | null
  email: string | null
  website: string | null
  /** Line by line. */
  address: string[]
  referralGuidance: string
  interpreters: string | null
  access: string
  facilities: string[]
  spans: { weekday: number; opens: string; closes: string }[]
  status: 'active' | 'suspended'
  confirmedBy: string | null
  changedAt: Date | null
  changedBy: string | null
  logo: { id: string; alt: string } | null
}

/** Null where it does not belong to any of the networks. */
export async function readAgency(db: Kysely<DB>, networkId: string, id: string): Promise<Agency | null> {
  const { rows } = await sql<Agency>`
    select o.id, o.name, o.kind, o.description, o.city, o.languages, o.confirmed_at, o.phone, o.email, o.website, o.referral_guidance,
      o.interpreters, o.access, o.changed_at, m.status, c.name as confirmed_by, w.name as changed_by,
      array_remove(array[nullif(o.address_1, ''), nullif(o.address_2, ''), nullif(o.city, ''), nullif(o.postcode, '')], null) as address,
      array(select t.label from term t where t.id = any(o.facilities) order by t.position, t.label) as facilities,
      array(select g.category_id from organisation_category g where g.organisation_id = o.id and g.network_id = m.network_id) as category_ids,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI'))
        order by h.weekday, h.opens), '[]') from opening_hours h where h.organisation_id = o.id) as spans,
      (select json_build_object('id', p.id, 'alt', p.alt) from picture p where p.id = o.logo_file_id) as logo
    from organisation_in_network m join organisation o on o.id = m.organisation_id and o.archived_at is null
    left join "user" c on c.id = o.confirmed_by left join "user" w on w.id = o.changed_by
    where m.network_id = ${networkId} and m.organisation_id = ${id} and m.status in ('active', 'suspended')`.execute(db)
  return rows[0] ?? null
}

/** The networks that somebody may look into and the organisation is in. */
export async function networksOfOrganisation(db: Kysely<DB>, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisationInNetwork')
    .select('networkId')
    .where('organisationId', '=', id)
    .where('status', 'in', ['active', 'suspended'])
    .execute()
  return rows.map(({ networkId }) => networkId)
}

export type Venue = {
  id: string
  name: string
  address: string[]
  accessibility: string
  facilities: string[]
  latitude: number | null
  longitude: number | null
  secret: boolean
}
export type ServiceExtra = {
  id: string
  venue: Venue | null
  phone: string | null
  email: string | null
  website: string | null
  otherWays: string
  ways: string[]
  picture: EntryPicture | null
  gallery: string | null
  restrictions: unknown
  closures: { firstDay: string; lastDay: string; reason: string }[]
}

/** What the agency's page says of each of its services besides the overview. `mayKnow`: whoever may know where a secret venue is. */
export async function readServiceExtras(
  db: Kysely<DB>,
  networkId: string,
  organisationId: string,
  mayKnow: boolean,
): Promise<ServiceExtra[]> {
  const { rows } = await sql<ServiceExtra>`
    select s.id, s.phone, s.email, s.website, s.other_ways, s.ways, s.gallery, ${entryPicture} as picture, i.restrictions,
      (select coalesce(json_agg(json_build_object('firstDay', k.first_day, 'lastDay', k.last_day, 'reason', k.reason) order by k.first_day), '[]')
        from closure k where k.service_id = s.id and k.last_day >= current_date) as closures,
      case when l.id is not null then json_build_object('id', l.id, 'name', ${seen(mayKnow, sql`l.name`)}, 'secret', l.secret,
        'address', case when ${mayKnow} or not l.secret then
          array_remove(array[nullif(l.address_1, ''), nullif(l.address_2, ''), nullif(l.city, ''), l.postcode], null) else '{}' end,
        'accessibility', l.accessibility,
        'facilities', array(select t.label from term t where t.id = any(l.facilities) order by t.position, t.label),
        'latitude', case when not l.secret then l.latitude end, 'longitude', case when not l.secret then l.longitude end) end as venue
    from service s join service_in_network i on i.service_id = s.id and i.network_id = ${networkId}
    left join location l on l.id = s.location_id left join picture p on p.id = s.picture_id
    where s.organisation_id = ${organisationId} and s.status <> 'archived' order by lower(s.name)`.execute(db)
  return rows
}

function seen(mayKnow: boolean, column: ReturnType<typeof sql>) {
  return sql`case when ${mayKnow} or not l.secret then ${column} else '' end`
}
