/** What the overviews are asked, and what they answer. */
import { answer, bearer, createRoute, id, next, paging, refusals, z } from '../openapi.ts'
import { feature, geoJson } from './geojson.ts'
import { load, ofService } from './overview-shape.ts'

const path = '/api/v1/overview'
const shared = { tags: ['Overview'], security: bearer, method: 'get' as const }

const filter = {
  network: id,
  category: id.optional().openapi({ description: 'This one, or any below it.' }),
  area: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional()
    .openapi({ description: 'A GSS code: services that reach into it.' }),
}
const pages = { ...paging, limit: z.coerce.number().int().min(1).max(500).default(100) }
const spans = z.array(z.object({ opens: z.string(), closes: z.string() }))

export const capacity = createRoute({
  ...shared,
  path: `${path}/capacity`,
  summary: 'How full services are',
  request: { query: z.strictObject({ ...filter, ...pages }) },
  responses: {
    200: answer(
      z
        .object({
          totals: z
            .object({
              ...{ services: z.int(), places: z.int(), used: z.int(), free: z.int(), waiting: z.int() },
            })
            .openapi({ description: 'Over all pages; places, used and free over services with a number of places.' }),
          services: z.array(z.object({ ...ofService, ...load, categories: z.array(id) })),
          next,
        })
        .openapi('CapacityOverview'),
      'By name',
    ),
    ...refusals,
  },
})

export const calendar = createRoute({
  ...shared,
  path: `${path}/calendar`,
  summary: 'When services are open in a week',
  description: 'Closures and bank holidays are left out.',
  request: {
    query: z.strictObject({
      ...filter,
      ...pages,
      week: z.iso.date().optional().openapi({ description: 'Any day of it; left out, this week.' }),
    }),
  },
  responses: {
    200: answer(
      z
        .object({
          days: z.array(z.iso.date()).openapi({ description: 'Monday first.' }),
          open: z.array(z.int()).openapi({ description: 'How many services open on each day, over all pages.' }),
          services: z.array(
            z.object({
              ...ofService,
              openings: z.array(spans).nullable().openapi({ description: 'By day; null: its hours are not known.' }),
            }),
          ),
          next,
        })
        .openapi('CalendarOverview'),
      'By name',
    ),
    ...refusals,
  },
})

export const coverage = createRoute({
  ...shared,
  path: `${path}/coverage`,
  summary: 'Where and for which need nobody offers a service',
  description: 'Counted over squares of the network’s area, among services that take referrals now.',
  request: { query: z.strictObject(filter) },
  responses: {
    200: answer(
      z
        .object({
          metres: z.number().openapi({ description: 'The side of a square; 0 where districts stand for squares.' }),
          areas: z.array(z.object({ code: z.string(), name: z.string() })),
          squares: z.array(
            z.object({
              box: z.array(z.number()).openapi({ description: 'West, south, east, north.' }),
              authority: z.string(),
            }),
          ),
          needs: z
            .array(
              z.object({
                category: id,
                label: z.string(),
                services: z.int(),
                unserved: z.int().openapi({ description: 'Squares where nobody offers it.' }),
                counts: z.array(z.int()).openapi({ description: 'Services per square, in the order of the squares.' }),
                places: z.array(
                  z.object({
                    authority: z.string(),
                    ...{ cells: z.int(), unserved: z.int(), fewest: z.int(), most: z.int() },
                  }),
                ),
              }),
            )
            .openapi({ description: 'Worst served first.' }),
        })
        .openapi('CoverageOverview'),
      'The figures',
    ),
    ...refusals,
  },
})

export const catchments = createRoute({
  ...shared,
  path: `${path}/catchments.geojson`,
  summary: 'Catchments as GeoJSON',
  description: 'Geometry is null where an outline is not known, or would tell where a secret address is.',
  request: { query: z.strictObject({ ...filter, ...pages }) },
  responses: {
    200: geoJson(
      z
        .object({ type: z.literal('FeatureCollection'), features: z.array(feature), next })
        .openapi('CatchmentCollection'),
      'A page of features, one for each service, by name',
    ),
    ...refusals,
  },
})
