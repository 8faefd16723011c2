/** The one writer of services: the organisation's own row, its place in each network, its hours. What is left out stays as it was. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Catchment } from '../../domain/catchment.ts'
import type { Span } from '../../domain/hours.ts'
import type { Restrictions } from '../../domain/service.ts'
import type { DB } from '../schema.ts'
import { refreshCandidates } from './candidates.ts'
import { savePlaceInNetwork } from './save-in-network.ts'

export type Closure = { firstDay: string; lastDay: string; reason: string }
export type PlaceInNetwork = {
  networkId: string
  categoryIds?: readonly string[]
  restrictions?: Restrictions
  active?: boolean
  listed?: boolean
}
/** `describedAt` and its like: when each section of the editor was last saved. */
export type ServiceParts = Partial<{
  name: string
  locationId: string | null
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
  gallery: string | null
  closedOnBankHolidays: boolean
  placedAt: Date
  hoursAt: Date
  capacityAt: Date
  describedAt: Date
  restrictedAt: Date
  hours: readonly Span[]
  closures: readonly Closure[]
  networks: readonly PlaceInNetwork[]
}>
export type ServiceRecord = ServiceParts & {
  id: string
  organisationId: string
  name: string
  sourceKey?: string | null
}

/** New or changed, and what searches narrow by. */
export async function saveService(trx: Transaction<DB>, service: ServiceRecord): Promise<void> {
  await writeService(trx, service)
  await refreshCandidates(trx, [service.id])
}

/** Refresh its candidates afterwards: for many at once. */
export async function writeService(trx: Transaction<DB>, service: ServiceRecord): Promise<void> {
  const { hours, closures, networks, ...own } = service
  const row = { ...columnsOf(own), id: own.id, organisationId: own.organisationId, name: own.name }
  await trx
    .insertInto('service')
    .values(row)
    .onConflict(clash => clash.column('id').doUpdateSet({ ...row, ...versioned(own) }))
    .execute()
  await writeParts(trx, service.id, service)
}

/** A part of a service that exists, such as one section of its editor, and what searches narrow by. */
export async function changeService(trx: Transaction<DB>, id: string, parts: ServiceParts): Promise<void> {
  await trx
    .updateTable('service')
    .set({ ...columnsOf(parts), ...versioned(parts) })
    .where('id', '=', id)
    .execute()
  await writeParts(trx, id, parts)
  await refreshCandidates(trx, [id])
}

export function findBySource(db: Kysely<DB>, sourceKeys: readonly string[]) {
  return db
    .selectFrom('service')
    .select(['id', 'sourceKey', 'organisationId', 'locationId'])
    .where('sourceKey', 'in', sourceKeys)
    .execute()
}

/** Another moment each time: what is remembered of a service is good until it changes. */
function columnsOf({ catchment, hours, closures, networks, ...own }: ServiceParts) {
  const updatedAt = sql<Date>`clock_timestamp()`
  return catchment ? { ...own, updatedAt, catchment: JSON.stringify(catchment) } : { ...own, updatedAt }
}

function versioned({ catchment }: ServiceParts) {
  if (!catchment) return {}
  const isOther = sql`service.catchment is distinct from ${JSON.stringify(catchment)}::jsonb`
  return { catchmentVersion: sql<number>`service.catchment_version + (${isOther})::int` }
}

async function writeParts(trx: Transaction<DB>, id: string, { hours, closures, networks = [] }: ServiceParts) {
  if (hours) await replaceHours(trx, id, hours)
  if (closures) await replaceClosures(trx, id, closures)
  for (const place of networks) await savePlaceInNetwork(trx, id, place)
}

async function replaceHours(trx: Transaction<DB>, serviceId: string, hours: readonly Span[]) {
  await trx.deleteFrom('openingHours').where('serviceId', '=', serviceId).execute()
  const rows = hours.map(span => ({ ...span, serviceId }))
  if (rows.length > 0) await trx.insertInto('openingHours').values(rows).execute()
}

async function replaceClosures(trx: Transaction<DB>, serviceId: string, closures: readonly Closure[]) {
  await trx.deleteFrom('closure').where('serviceId', '=', serviceId).execute()
  const rows = closures.map(closure => ({ ...closure, serviceId }))
  if (rows.length > 0) await trx.insertInto('closure').values(rows).execute()
}
