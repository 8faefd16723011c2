/** The rows that narrow a search for services: one per category that a service offers, with its box and whether it takes referrals. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { BoundingBox } from '../../domain/area.ts'
import { type Catchment, catchment } from '../../domain/catchment.ts'
import { type Atlas, boundingBox } from '../../domain/outline.ts'
import { boxLiteral, readBoxes, readDistricts } from '../areas.ts'
import type { DB } from '../schema.ts'

/** After a change of category rows, catchment, venue, capacity, status, membership or agreement of these services. */
export async function refreshCandidates(trx: Transaction<DB>, serviceIds: readonly string[]): Promise<void> {
  const reaches = await readReaches(trx, serviceIds)
  const rows = reaches.map(it => ({
    service: it.serviceId,
    network: it.networkId,
    reach: boxLiteral(boundingBox(it.catchment, it.atlas) ?? everywhere),
    venue: it.atlas.venue && `(${it.atlas.venue.lng},${it.atlas.venue.lat})`,
  }))
  await sql`
    update service_category c set reach = given.reach::box, venue = given.venue::point, open = ${isOpen}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (service uuid, network uuid, reach text, venue text)
      join service s on s.id = given.service
      join service_in_network i on i.service_id = s.id and i.network_id = given.network
      left join organisation_in_network m on m.organisation_id = s.organisation_id and m.network_id = i.network_id
      left join lateral (
        select a.id, a.grace_until from agreement a where a.network_id = i.network_id and a.in_force_from <= now()
        order by a.version desc limit 1) as wanted on true
    where c.service_id = given.service and c.network_id = given.network`.execute(trx)
}

/** After something that concerns them all, such as new boundaries. */
export async function refreshAllCandidates(trx: Transaction<DB>): Promise<void> {
  const rows = await trx.selectFrom('serviceCategory').select('serviceId').distinct().execute()
  for (let at = 0; at < rows.length; at += 1000) {
    await refreshCandidates(
      trx,
      rows.slice(at, at + 1000).map(({ serviceId }) => serviceId),
    )
  }
}

/** What a new row holds until it is refreshed. */
export const everywhere: BoundingBox = [-180, -90, 180, 90]

/** Its own word, its organisation's, and the agreement in force (or the grace to accept it). */
const isOpen = sql`
  s.status = 'active' and (s.paused_until is null or s.paused_until < current_date) and s.capacity is distinct from 0
  and i.active and coalesce(m.status = 'active', false)
  and (wanted.id is null or m.agreement_id is not distinct from wanted.id
    or (m.agreement_id is not null and coalesce(wanted.grace_until > now(), false)))`

type Reach = { serviceId: string; networkId: string; catchment: Catchment; atlas: Atlas }

async function readReaches(db: Kysely<DB>, serviceIds: readonly string[]): Promise<Reach[]> {
  if (serviceIds.length === 0) return []
  const rows = await db
    .selectFrom('service')
    .innerJoin('serviceInNetwork', 'serviceInNetwork.serviceId', 'service.id')
    .leftJoin('location', 'location.id', 'service.locationId')
    .select([
      'service.id as serviceId',
      'networkId',
      'catchment',
      'latitude',
      'longitude',
      'secret',
      areasOf.as('networkAuthorities'),
    ])
    .where('service.id', 'in', serviceIds)
    .execute()
  const services = rows.map(row => ({ ...row, catchment: catchment.parse(row.catchment) }))
  const [authorities, districts] = await Promise.all([
    readBoxes(
      db,
      unique(
        services.flatMap(it =>
          it.catchment.kind === 'authorities' ? it.catchment.authorities : it.networkAuthorities,
        ),
      ),
    ),
    readDistricts(
      db,
      unique(services.flatMap(it => (it.catchment.kind === 'districts' ? it.catchment.districts : []))),
    ),
  ])
  return services.map(({ serviceId, networkId, catchment, latitude, longitude, secret, networkAuthorities }) => {
    // Neither narrowed nor ordered by where a secret venue is: postcode after postcode would tell.
    const venue = latitude === null || longitude === null || secret ? null : { lat: latitude, lng: longitude }
    return { serviceId, networkId, catchment, atlas: { networkAuthorities, authorities, districts, venue } }
  })
}

const areasOf = sql<
  string[]
>`array(select area_code from network_area a where a.network_id = service_in_network.network_id)`
const unique = (codes: readonly string[]) => [...new Set(codes)]
