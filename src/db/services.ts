/** Services as they are kept: the organisation's own row, its place in each network, its hours, and what search narrows by. */
import { sql, type Transaction } from 'kysely'
import type { Catchment } from '../domain/catchment.ts'
import type { Span } from '../domain/hours.ts'
import type { Restrictions } from '../domain/service.ts'
import { boxLiteral } from './areas.ts'
import type { DB } from './schema.ts'
import { everywhere, refreshCandidates } from './services/candidates.ts'

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
export async function saveService(trx: Transaction<DB>, service: ServiceRecord): Promise<void> {
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
  await refreshCandidates(trx, [service.id])
}

async function saveHours(trx: Transaction<DB>, serviceId: string, hours: Span[], closures: ServiceRecord['closures']) {
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

async function savePlaceInNetwork(trx: Transaction<DB>, serviceId: string, place: ServiceRecord['networks'][number]) {
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
    select ${networkId}::uuid, unnest(${categoryIds}::uuid[]), ${serviceId}::uuid, ${boxLiteral(everywhere)}::box, false`.execute(
    trx,
  )
}
