/** The directory as members see it: services of their networks with what they offer, their places and how full they are. */
import { type Kysely, sql } from 'kysely'
import type { Catchment } from '../../domain/catchment.ts'
import type { Span } from '../../domain/hours.ts'
import { Problem } from '../../domain/problem.ts'
import type { Restrictions } from '../../domain/service.ts'
import type { DB } from '../schema.ts'

export type ListedService = {
  id: string
  name: string
  description: string
  organisationId: string
  organisationName: string
  /** Takes referrals in one of these networks now. */
  open: boolean
  capacity: number | null
  cases: number
  waiting: number
  city: string | null
  postcode: string | null
  latitude: number | null
  longitude: number | null
  offers: { networkId: string; categoryIds: string[] }[]
}
export type ServiceDetail = ListedService & {
  phone: string | null
  email: string | null
  website: string | null
  /** An address that is kept secret is null, and so is where it lies. */
  address: { name: string; line1: string; line2: string; city: string; postcode: string | null } | null
  catchment: Catchment
  spans: Span[]
  closures: { firstDay: string; lastDay: string; reason: string }[]
  closedOnBankHolidays: boolean
  restrictions: { networkId: string; restrictions: Restrictions }[]
  updatedAt: Date
}
export type DirectoryFilters = {
  networkIds: readonly string[]
  /** It, or any below it. */
  categoryId?: string | undefined
  organisationId?: string | undefined
  ids?: readonly string[] | undefined
}
export type NameCursor = { name: string; id: string }

export async function listServices(
  db: Kysely<DB>,
  { networkIds, categoryId, organisationId, ids }: DirectoryFilters,
  cursor: NameCursor | null,
  most: number,
): Promise<{ rows: ListedService[]; next: NameCursor | null }> {
  const { rows } = await sql<ListedService>`
    select ${lean(networkIds)} ${from}
    where ${isIn(networkIds)}
      and ${categoryId ? offers(networkIds, categoryId) : sql`true`}
      and ${organisationId ? sql`s.organisation_id = ${organisationId}` : sql`true`}
      and ${ids ? sql`s.id = any(${ids}::uuid[])` : sql`true`}
      and ${cursor ? sql`(s.name, s.id) > (${cursor.name}, ${cursor.id}::uuid)` : sql`true`}
    order by s.name, s.id limit ${most + 1}`.execute(db)
  const page = rows.slice(0, most)
  return { rows: page, next: rows.length > most ? (page.at(-1) ?? null) : null }
}

export async function readService(db: Kysely<DB>, networkIds: readonly string[], id: string): Promise<ServiceDetail> {
  const { rows } = await sql<ServiceDetail>`
    select ${lean(networkIds)}, coalesce(s.phone, o.phone) as phone, coalesce(s.email, o.email) as email,
      coalesce(s.website, o.website) as website, s.catchment, s.closed_on_bank_holidays, s.updated_at,
      case when l.id is not null and not l.secret then json_build_object('name', l.name, 'line1', l.address_1, 'line2', l.address_2,
        'city', l.city, 'postcode', l.postcode) end as address,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes',
          to_char(h.closes, 'HH24:MI')) order by h.weekday, h.opens), '[]') from opening_hours h where h.service_id = s.id) as spans,
      (select coalesce(json_agg(json_build_object('firstDay', k.first_day, 'lastDay', k.last_day, 'reason', k.reason) order by k.first_day), '[]')
        from closure k where k.service_id = s.id and k.last_day >= current_date) as closures,
      (select coalesce(json_agg(json_build_object('networkId', i.network_id, 'restrictions', i.restrictions)), '[]')
        from service_in_network i where i.service_id = s.id and i.network_id = any(${networkIds}::uuid[])) as restrictions
    ${from} where s.id = ${id} and ${isIn(networkIds)}`.execute(db)
  const [row] = rows
  if (!row) throw new Problem('not_found', 'There is no such service.')
  return row
}

const from = sql`from service s join organisation o on o.id = s.organisation_id left join location l on l.id = s.location_id`

function lean(networkIds: readonly string[]) {
  return sql`s.id, s.name, s.description, s.organisation_id, o.name as organisation_name, s.capacity,
    case when not l.secret then l.city end as city, case when not l.secret then l.postcode end as postcode,
    case when not l.secret then l.latitude end as latitude, case when not l.secret then l.longitude end as longitude,
    (select count(*)::int from assignment a where a.service_id = s.id and a.status = 'accepted') as cases,
    (select count(*)::int from assignment a where a.service_id = s.id and a.status = 'pending') as waiting,
    exists (select from service_category c where c.service_id = s.id and c.network_id = any(${networkIds}::uuid[]) and c.open) as open,
    (select coalesce(json_agg(json_build_object('networkId', n.network_id, 'categoryIds', n.ids)), '[]') from (
      select c.network_id, json_agg(c.category_id) as ids from service_category c
      where c.service_id = s.id and c.network_id = any(${networkIds}::uuid[]) group by c.network_id) n) as offers`
}

function isIn(networkIds: readonly string[]) {
  return sql`s.status <> 'archived' and exists (select from service_in_network i
    where i.service_id = s.id and i.network_id = any(${networkIds}::uuid[]) and i.active)`
}

function offers(networkIds: readonly string[], categoryId: string) {
  return sql`exists (select from service_category c join category g on g.id = c.category_id
    where c.service_id = s.id and c.network_id = any(${networkIds}::uuid[])
      and g.path <@ (select path from category where id = ${categoryId}))`
}
