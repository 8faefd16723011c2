/** Services as they are kept: the organisation's own row, its place in each network, its hours, and what search narrows by. */
import { type Kysely, sql } from 'kysely'
import type { BoundingBox } from '../domain/area.ts'
import type { Catchment } from '../domain/catchment.ts'
import type { Span } from '../domain/hours.ts'
import { boundingBox } from '../domain/outline.ts'
import type { Restrictions } from '../domain/service.ts'
import { readAtlas } from './atlas.ts'
import type { DB } from './schema.ts'

export type ServiceRecord = {
  id: string
  organisationId: string
  locationId: string | null
  name: string
  description: string
  catchment: Catchment
  capacity: number | null
  status: 'active' | 'paused' | 'archived'
  phone: string | null
  email: string | null
  website: string | null
  sourceKey: string | null
  hours: Span[]
  closures: { firstDay: string; lastDay: string; reason: string }[]
  networks: { networkId: string; categoryIds: string[]; restrictions: Restrictions; active: boolean; listed: boolean }[]
}

/** Writes the whole of a service, new or changed, and what searches narrow by. */
export async function saveService(trx: Kysely<DB>, service: ServiceRecord): Promise<void> {
  const { hours, closures, networks, catchment, ...own } = service
  const row = { ...own, catchment: JSON.stringify(catchment), updatedAt: sql<Date>`clock_timestamp()` }
  await trx
    .insertInto('service')
    .values(row)
    .onConflict(clash =>
      clash.column('id').doUpdateSet({ ...row, catchmentVersion: sql<number>`service.catchment_version + 1` }),
    )
    .execute()
  await saveHours(trx, service.id, hours, closures)
  for (const place of networks) await savePlaceInNetwork(trx, service.id, place)
  await refreshReach(trx, { serviceIds: [service.id] })
}

/** Works out again what the index narrows by: after a service, a boundary, a membership or an agreement changed. */
export async function refreshReach(
  trx: Kysely<DB>,
  of: { serviceIds?: readonly string[]; organisationId?: string; networkId?: string },
): Promise<void> {
  const { rows } = await sql<ReachRow>`
    select distinct s.id, c.network_id, s.catchment, l.longitude, l.latitude
    from service_category c join service s on s.id = c.service_id left join location l on l.id = s.location_id
    where ${
      of.serviceIds
        ? sql`s.id = any(${of.serviceIds}::uuid[])`
        : of.organisationId
          ? sql`s.organisation_id = ${of.organisationId}`
          : sql`c.network_id = ${of.networkId ?? null}`
    }`.execute(trx)
  const byNetwork = Map.groupBy(rows, row => row.networkId)
  for (const [networkId, services] of byNetwork) await writeReach(trx, networkId, services)
}

type ReachRow = {
  id: string
  networkId: string
  catchment: Catchment
  longitude: number | null
  latitude: number | null
}

async function writeReach(trx: Kysely<DB>, networkId: string, services: ReachRow[]): Promise<void> {
  const catchments = services.map(({ catchment }) => catchment)
  const atlas = await readAtlas(trx, networkId, catchments)
  const reaches = services.map(service => ({
    id: service.id,
    reach: boxText(boundingBox(service.catchment, { ...atlas, venue: venueOf(service) })),
    venue: venueText(service),
  }))
  await sql`
    update service_category c set reach = x.reach, venue = x.venue,
      open = s.status = 'active' and s.capacity is distinct from 0 and (s.paused_until is null or s.paused_until <= current_date)
        and i.active and m.status = 'active'
        and not exists (select from agreement a where a.network_id = c.network_id and a.id is distinct from m.agreement_id
          and a.in_force_from <= now() and not exists (select from agreement newer where newer.network_id = a.network_id
            and newer.version > a.version and newer.in_force_from <= now()))
    from jsonb_to_recordset(${JSON.stringify(reaches)}::jsonb) as x(id uuid, reach box, venue point),
      service s, service_in_network i, organisation_in_network m
    where c.service_id = x.id and c.network_id = ${networkId} and s.id = c.service_id
      and i.service_id = s.id and i.network_id = c.network_id
      and m.organisation_id = s.organisation_id and m.network_id = c.network_id`.execute(trx)
}

async function saveHours(trx: Kysely<DB>, serviceId: string, hours: Span[], closures: ServiceRecord['closures']) {
  await trx.deleteFrom('openingHours').where('serviceId', '=', serviceId).execute()
  await trx.deleteFrom('closure').where('serviceId', '=', serviceId).execute()
  if (hours.length > 0)
    await trx
      .insertInto('openingHours')
      .values(hours.map(span => ({ ...span, serviceId })))
      .execute()
  if (closures.length > 0)
    await trx
      .insertInto('closure')
      .values(closures.map(closure => ({ ...closure, serviceId })))
      .execute()
}

async function savePlaceInNetwork(trx: Kysely<DB>, serviceId: string, place: ServiceRecord['networks'][number]) {
  const { networkId, categoryIds, active, listed } = place
  const row = { serviceId, networkId, active, listed, restrictions: JSON.stringify(place.restrictions) }
  await trx
    .insertInto('serviceInNetwork')
    .values(row)
    .onConflict(clash => clash.columns(['serviceId', 'networkId']).doUpdateSet(row))
    .execute()
  await trx
    .deleteFrom('serviceCategory')
    .where('serviceId', '=', serviceId)
    .where('networkId', '=', networkId)
    .execute()
  if (categoryIds.length === 0) return
  await sql`insert into service_category (network_id, category_id, service_id, reach, open)
    select ${networkId}::uuid, unnest(${categoryIds}::uuid[]), ${serviceId}::uuid, ${wholePlane}::box, false`.execute(
    trx,
  )
}

/** Larger than the globe: no catchment, or one whose outline is not known, must not be narrowed by. */
const wholePlane = '((400,400),(-400,-400))'

function boxText(box: BoundingBox | null): string {
  return box ? `((${box[2]},${box[3]}),(${box[0]},${box[1]}))` : wholePlane
}

function venueOf({ latitude, longitude }: ReachRow) {
  return latitude === null || longitude === null ? null : { lat: latitude, lng: longitude }
}

function venueText({ latitude, longitude }: ReachRow): string | null {
  return latitude === null || longitude === null ? null : `(${longitude},${latitude})`
}
