/** A network's services as the overviews and the search show them: how full, when open, how far they reach. Nothing of a secret venue. */
import { type Kysely, sql } from 'kysely'
import type { Point } from '../../domain/area.ts'
import { type Availability, availabilityOf } from '../../domain/availability.ts'
import type { Catchment } from '../../domain/catchment.ts'
import { type Hours, openingHours, type Span } from '../../domain/hours.ts'
import type { DB } from '../schema.ts'

export type OverviewService = {
  id: string
  name: string
  description: string
  organisationId: string
  organisationName: string
  categoryIds: string[]
  capacity: number | null
  cases: number
  waiting: number
  availability: Availability
  city: string | null
  /** Null where there is none, or nobody may know. */
  venue: Point | null
  /** A venue that is nobody's business: a reach drawn round it would tell. */
  secret: boolean
  catchment: Catchment
  hours: Hours
}
export type OverviewFilter = {
  networkId: string
  /** It, or any below it. */
  categoryId?: string | undefined
  /** These, and all of these organisations'. */
  only?: { ids: readonly string[]; organisationIds: readonly string[] } | undefined
}

/** By organisation, then by name. `today`: YYYY-MM-DD. */
export async function listOverview(db: Kysely<DB>, filter: OverviewFilter, today: string): Promise<OverviewService[]> {
  const { networkId, categoryId, only } = filter
  const { rows } = await sql<Row>`
    with chosen as materialized (
      select s.id, i.active from service_in_network i join service s on s.id = i.service_id and s.status <> 'archived'
      where i.network_id = ${networkId} and ${categoryId ? within(categoryId) : sql`true`}
        and ${only ? sql`(s.id = any(${only.ids}::uuid[]) or s.organisation_id = any(${only.organisationIds}::uuid[]))` : sql`true`}),
    load as materialized (
      select a.service_id, count(*) filter (where a.status = 'accepted')::int as cases,
        count(*) filter (where a.status = 'pending')::int as waiting
      from assignment a join chosen on chosen.id = a.service_id where a.status in ('pending', 'accepted') group by 1),
    offered as materialized (
      select c.service_id, array_agg(c.category_id) as ids, bool_or(c.open) as open from service_category c
      join chosen on chosen.id = c.service_id where c.network_id = ${networkId} group by 1),
    spans as materialized (
      select h.service_id, json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'),
        'closes', to_char(h.closes, 'HH24:MI')) order by h.weekday, h.opens) as spans
      from opening_hours h join chosen on chosen.id = h.service_id group by 1),
    closed as materialized (
      select k.service_id, json_agg(json_build_object('firstDay', k.first_day, 'lastDay', k.last_day)) as closures
      from closure k join chosen on chosen.id = k.service_id group by 1)
    select s.id, s.name, s.description, s.organisation_id, o.name as organisation_name, s.capacity, s.status, s.paused_until,
      s.catchment, s.closed_on_bank_holidays, coalesce(f.ids, '{}') as category_ids, coalesce(f.open, false) as open,
      coalesce(load.cases, 0) as cases, coalesce(load.waiting, 0) as waiting, m.status = 'active' and i.active as member,
      coalesce(l.secret, false) as secret, case when not l.secret then nullif(l.city, '') end as city,
      case when not l.secret then l.latitude end as latitude, case when not l.secret then l.longitude end as longitude,
      coalesce(spans.spans, '[]') as spans, coalesce(closed.closures, '[]') as closures
    from chosen i join service s on s.id = i.id
    join organisation o on o.id = s.organisation_id and o.archived_at is null
    join organisation_in_network m on m.organisation_id = o.id and m.network_id = ${networkId} and m.status in ('active', 'suspended')
    left join location l on l.id = s.location_id
    left join offered f on f.service_id = s.id left join load on load.service_id = s.id
    left join spans on spans.service_id = s.id left join closed on closed.service_id = s.id
    order by lower(o.name), o.id, lower(s.name), s.id`.execute(db)
  return rows.map(row => asService(row, today))
}

/** The service offers the category, one below it, or a branch that takes it in. */
function within(categoryId: string) {
  return sql`exists (select from service_category c join category g on g.id = c.category_id
    where c.service_id = s.id and c.network_id = i.network_id and g.path <@ (select path from category where id = ${categoryId}))`
}

type Row = Omit<OverviewService, 'availability' | 'venue' | 'hours'> & {
  status: 'active' | 'paused' | 'archived'
  pausedUntil: string | null
  closedOnBankHolidays: boolean
  open: boolean
  member: boolean
  latitude: number | null
  longitude: number | null
  spans: Span[]
  closures: { firstDay: string; lastDay: string }[]
}

function asService(row: Row, today: string): OverviewService {
  const { status, pausedUntil, open, member, latitude, longitude, spans, closures, closedOnBankHolidays, ...rest } = row
  const described = rest.categoryIds.length > 0
  return {
    ...rest,
    availability: availabilityOf({ ...rest, status, pausedUntil, open, member, described }, today),
    venue: latitude === null || longitude === null ? null : { lat: latitude, lng: longitude },
    hours: openingHours(spans, { closures, closedOnBankHolidays }),
  }
}
