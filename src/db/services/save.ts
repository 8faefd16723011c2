/** Keeps a service with its venue, hours, categories and place in a network. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Place } from '../../domain/area.ts'
import type { ServiceDraft, VenueDraft } from '../../domain/service-draft.ts'
import { boxLiteral } from '../areas.ts'
import type { DB } from '../schema.ts'
import { everywhere } from './candidates.ts'

/** `id`: of the service to change; null makes one. `place`: of the venue's postcode. Refresh its candidates afterwards. */
export type Kept = { id: string | null; sourceKey: string | null; place: Place | null }

export async function saveService(trx: Transaction<DB>, draft: ServiceDraft, kept: Kept): Promise<string> {
  const old = kept.id === null ? null : await readOld(trx, kept.id)
  const locationId =
    draft.venue && (await saveVenue(trx, draft.organisationId, draft.venue, kept.place, old?.locationId ?? null))
  const id = await saveRow(trx, draft, kept, locationId)
  await saveInNetwork(trx, id, draft)
  await saveCategories(trx, id, draft)
  await saveHours(trx, id, draft)
  return id
}

export function findBySource(db: Kysely<DB>, sourceKeys: readonly string[]) {
  return db
    .selectFrom('service')
    .select(['id', 'sourceKey', 'organisationId'])
    .where('sourceKey', 'in', sourceKeys)
    .execute()
}

function readOld(trx: Transaction<DB>, id: string) {
  return trx.selectFrom('service').select(['locationId']).where('id', '=', id).forUpdate().executeTakeFirst()
}

async function saveVenue(
  trx: Transaction<DB>,
  organisationId: string,
  venue: VenueDraft,
  place: Place | null,
  id: string | null,
) {
  const position = {
    latitude: place?.point?.lat ?? null,
    longitude: place?.point?.lng ?? null,
    authorityCode: place?.authority ?? null,
    approximate: place?.approximate ?? false,
  }
  const values = { organisationId, ...venue, postcode: venue.postcode || null, ...position }
  const saved = id
    ? trx.updateTable('location').set(values).where('id', '=', id).returning('id')
    : trx.insertInto('location').values(values).returning('id')
  return (await saved.executeTakeFirstOrThrow()).id
}

async function saveRow(trx: Transaction<DB>, draft: ServiceDraft, { id, sourceKey }: Kept, locationId: string | null) {
  const { organisationId, name, description, capacity, phone, email, website, ways } = draft
  const catchment = sql<string>`${JSON.stringify(draft.catchment)}::jsonb`
  const values = { organisationId, locationId, name, description, catchment, capacity, phone, email, website, ways }
  if (id === null) {
    return (
      await trx
        .insertInto('service')
        .values({ ...values, sourceKey })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  }
  const catchmentVersion = sql<number>`catchment_version + (catchment is distinct from ${catchment})::int`
  await trx
    .updateTable('service')
    .set({ ...values, catchmentVersion, updatedAt: sql`now()` })
    .where('id', '=', id)
    .execute()
  return id
}

async function saveInNetwork(
  trx: Transaction<DB>,
  serviceId: string,
  { networkId, listed, restrictions }: ServiceDraft,
) {
  const values = { listed, restrictions: sql<string>`${JSON.stringify(restrictions)}::jsonb` }
  await trx
    .insertInto('serviceInNetwork')
    .values({ serviceId, networkId, ...values })
    .onConflict(on => on.columns(['serviceId', 'networkId']).doUpdateSet(values))
    .execute()
}

async function saveCategories(trx: Transaction<DB>, serviceId: string, { networkId, categoryIds }: ServiceDraft) {
  const mine = trx.deleteFrom('serviceCategory').where('serviceId', '=', serviceId).where('networkId', '=', networkId)
  await mine.where('categoryId', 'not in', categoryIds).execute()
  await sql`
    insert into service_category (network_id, category_id, service_id, reach, open)
    select ${networkId}, category.id, ${serviceId}, ${boxLiteral(everywhere)}::box, false from category
    where category.network_id = ${networkId} and category.id = any(${categoryIds}::uuid[])
    on conflict do nothing`.execute(trx)
}

async function saveHours(trx: Transaction<DB>, serviceId: string, { hours }: ServiceDraft) {
  await trx.deleteFrom('openingHours').where('serviceId', '=', serviceId).execute()
  if (hours.length > 0)
    await trx
      .insertInto('openingHours')
      .values(hours.map(span => ({ serviceId, ...span })))
      .execute()
}
