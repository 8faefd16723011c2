/** A service of the directory as the API shows it. */
import type { MultiPolygon } from 'geojson'
import type { ListedService, ServiceDetail } from '../../db/services/directory.ts'
import { catchment, multiPolygon } from '../../domain/catchment.ts'
import { openingHours, openness, span } from '../../domain/hours.ts'
import { restrictions, roomIn } from '../../domain/service.ts'
import { id, moment, z } from '../openapi.ts'

const text = z.string().nullable()
const point = z.object({ lat: z.number(), lng: z.number() }).nullable()

export const listedService = z
  .object({
    id,
    name: z.string(),
    description: z.string(),
    organisation: z.object({ id, name: z.string() }),
    open: z.boolean().openapi({ description: 'Takes referrals now.' }),
    capacity: z.object({
      places: z.int().nullable().openapi({ description: 'Null: no limit.' }),
      cases: z.int(),
      waiting: z.int(),
      room: z.int().nullable(),
    }),
    place: z.object({ city: text, postcode: text, point }),
    offers: z.array(z.object({ network: id, categories: z.array(id) })),
  })
  .openapi('ListedService')
export type ListedServiceShape = z.infer<typeof listedService>

export const openingNow = z.looseObject({ code: z.enum(['unknown', 'closed', 'open_now', 'opens']) })

export const service = listedService
  .extend({
    ...{ phone: text, email: text, website: text },
    address: z
      .object({ name: z.string(), line1: z.string(), line2: z.string(), city: z.string(), postcode: text })
      .nullable(),
    opening: z.object({
      hours: z.array(span),
      closures: z.array(z.object({ firstDay: z.string(), lastDay: z.string(), reason: z.string() })),
      closedOnBankHolidays: z.boolean(),
      now: openingNow,
    }),
    restrictions: z.array(z.object({ network: id, restrictions })),
    catchment,
    outline: multiPolygon.nullable().openapi({ description: 'The catchment as GeoJSON, where its outline is known.' }),
    updatedAt: moment,
  })
  .openapi('Service')

export function shapeListed(row: ListedService): ListedServiceShape {
  const { id, name, description, organisationId, organisationName, open, capacity, cases, waiting, city, postcode } =
    row
  return {
    ...{ id, name, description, organisation: { id: organisationId, name: organisationName }, open },
    capacity: { places: capacity, cases, waiting, room: roomIn(row) },
    place: { city, postcode, point: pointOf(row) },
    offers: row.offers.map(({ networkId, categoryIds }) => ({ network: networkId, categories: categoryIds })),
  }
}

export function shapeService(row: ServiceDetail, outline: MultiPolygon | null, at: Date): z.infer<typeof service> {
  const { phone, email, website, address, spans, closures, closedOnBankHolidays, catchment } = row
  const now = openness(openingHours(spans, { closures, closedOnBankHolidays }), at)
  return {
    ...shapeListed(row),
    ...{ phone, email, website, address, catchment, outline },
    opening: { hours: spans, closures, closedOnBankHolidays, now },
    restrictions: row.restrictions.map(one => ({ network: one.networkId, restrictions: one.restrictions })),
    updatedAt: row.updatedAt.toISOString(),
  }
}

export function pointOf({ latitude, longitude }: Pick<ListedService, 'latitude' | 'longitude'>) {
  return latitude === null || longitude === null ? null : { lat: latitude, lng: longitude }
}
