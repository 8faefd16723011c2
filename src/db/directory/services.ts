/** A network's services as the overviews and the search show them: how full, when open, how far they reach. Nothing of a secret venue. */
import { type Kysely, sql } from 'kysely'
import type { Point } from '../../domain/area.ts'
import { type Availability, availabilityOf } from '../../domain/availability.ts'
import type { Catchment } from '../../domain/catchment.ts'
import type { Hours } from '../../domain/hours.ts'
import type { DB } from '../schema.ts'
import { type Description, keptDescriptions } from './kept-descriptions.ts'

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

/** By organisation, then by name. `today`: YYYY-MM-DD. What is described is read again only where it changed. */
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
      select c.service_id, sum(c.xmin::text::bigint) as version, bool_or(c.open) as open from service_category c
      join chosen on chosen.id = c.service_id where c.network_id = ${networkId} group by 1)
    select s.id, concat_ws(' ', s.xmin, o.xmin, l.xmin, f.version) as version, s.capacity, s.status, s.paused_until,
      coalesce(f.open, false) as open, coalesce(load.cases, 0) as cases, coalesce(load.waiting, 0) as waiting,
      m.status = 'active' and i.active as member
    from chosen i join service s on s.id = i.id
    join organisation o on o.id = s.organisation_id and o.archived_at is null
    join organisation_in_network m on m.organisation_id = o.id and m.network_id = ${networkId} and m.status in ('active', 'suspended')
    left join location l on l.id = s.location_id
    left join offered f on f.service_id = s.id left join load on load.service_id = s.id
    order by lower(o.name), o.id, lower(s.name), s.id`.execute(db)
  const described = await keptDescriptions(db, networkId, rows)
  return rows.flatMap(row => {
    const description = described.get(row.id)
    return description ? [asService(row, description, today)] : []
  })
}

/** The service offers the category, one below it, or a branch that takes it in. */
function within(categoryId: string) {
  return sql`exists (select from service_category c join category g on g.id = c.category_id
    where c.service_id = s.id and c.network_id = i.network_id and g.path <@ (select path from category where id = ${categoryId}))`
}

type Row = Pick<OverviewService, 'id' | 'capacity' | 'cases' | 'waiting'> & {
  /** Another one wherever a row that it is described by was written again. */
  version: string
  status: 'active' | 'paused' | 'archived'
  pausedUntil: string | null
  open: boolean
  member: boolean
}

function asService(row: Row, description: Description, today: string): OverviewService {
  const { id, capacity, cases, waiting, status, pausedUntil, open, member } = row
  const described = description.categoryIds.length > 0
  const its = { status, pausedUntil, capacity, cases, waiting, open, member, described }
  return { ...description, id, capacity, cases, waiting, availability: availabilityOf(its, today) }
}
