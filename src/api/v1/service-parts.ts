/** What of a service changes often or is drawn by other programs: how full it is, when it is open, whom it is there for. */
import { saveCatchment } from '../../actions/save-catchment.ts'
import { saveServiceSection } from '../../actions/save-service-section.ts'
import { setCapacity } from '../../actions/set-capacity.ts'
import { readShapes } from '../../db/directory/shapes.ts'
import { readService } from '../../db/services/directory.ts'
import { readKeptService } from '../../db/services/kept.ts'
import { catchment } from '../../domain/catchment.ts'
import { openingHours, openness } from '../../domain/hours.ts'
import { asGeoJson } from '../../domain/outline.ts'
import { isProblem, Problem } from '../../domain/problem.ts'
import { roomIn } from '../../domain/service.ts'
import { capacitySection, hoursSection } from '../../domain/service-sections.ts'
import { answer, bearer, body, createRoute, idParam, newApi, refusals, writeRefusals, z } from '../openapi.ts'
import { networksOf } from '../reach.ts'
import { catchmentSent, readCatchment } from './catchment-sent.ts'
import { asFeature, feature, geoJson, geoJsonType } from './geojson.ts'
import { keptIn } from './service-keeping.ts'
import { openingNow, pointOf } from './service-shape.ts'

const path = '/api/v1/services/{id}'
const shared = { tags: ['Services'], security: bearer }

const capacity = z
  .object({ capacity: z.int().nullable(), cases: z.int(), waiting: z.int(), room: z.int().nullable() })
  .openapi('Capacity')
const hours = z
  .object({
    spans: z.array(z.object({ weekday: z.int(), opens: z.string(), closes: z.string() })),
    closures: z.array(z.object({ firstDay: z.string(), lastDay: z.string(), reason: z.string() })),
    closedOnBankHolidays: z.boolean(),
    now: openingNow,
  })
  .openapi('OpeningHours')

const putCapacity = createRoute({
  ...shared,
  method: 'put',
  path: `${path}/capacity`,
  summary: 'Set how many cases at a time',
  request: {
    params: idParam,
    body: body(
      z.strictObject({
        capacity: z.union([capacitySection.shape.capacity, z.literal('before')]).openapi({
          description: 'null: no limit; 0: take none now; "before": as it was before it was set to 0.',
        }),
      }),
    ),
  },
  responses: { 200: answer(capacity, 'As it now stands'), ...writeRefusals },
})
const getHours = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/hours`,
  summary: 'Read opening hours',
  request: { params: idParam },
  responses: { 200: answer(hours, 'Weekday 1 is Monday'), ...refusals },
})
const putHours = createRoute({
  ...shared,
  method: 'put',
  path: `${path}/hours`,
  summary: 'Replace opening hours and closures',
  request: { params: idParam, body: body(hoursSection) },
  responses: { 200: answer(hours, 'As they now stand'), ...writeRefusals },
})
const getCatchment = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/catchment.geojson`,
  summary: 'Read a catchment as GeoJSON',
  description: 'Geometry is null where its outline is not known, or would tell where a secret address is.',
  request: { params: idParam },
  responses: { 200: geoJson(feature, 'A feature'), ...refusals },
})
const putCatchment = createRoute({
  ...shared,
  method: 'put',
  path: `${path}/catchment`,
  summary: 'Say whom a service is there for',
  request: { params: idParam, body: body(catchmentSent) },
  responses: { 200: answer(z.object({ catchment }), 'As it now stands'), ...writeRefusals },
})

export const serviceParts = newApi()
  .openapi(putCapacity, async c => {
    const { actor, ctx } = c.var
    const { id } = c.req.valid('param')
    await setCapacity(ctx, id, c.req.valid('json').capacity)
    const service = await readKeptService(ctx.db, actor, id)
    const { capacity, cases, waiting } = service
    return c.json({ capacity, cases, waiting, room: roomIn(service) }, 200)
  })
  .openapi(getHours, async c => {
    const { actor, ctx } = c.var
    const service = await readService(ctx.db, await networksOf(ctx.db, actor), c.req.valid('param').id)
    return c.json(shapeHours(service, ctx.now()), 200)
  })
  .openapi(putHours, async c => {
    const { actor, ctx } = c.var
    const { id: serviceId } = c.req.valid('param')
    const { networkId } = await keptIn(c.var, serviceId)
    await saveServiceSection(ctx, { serviceId, networkId, section: 'hours' }, c.req.valid('json'))
    return c.json(shapeHours(await readKeptService(ctx.db, actor, serviceId), ctx.now()), 200)
  })
  .openapi(getCatchment, async c => {
    const { actor, ctx } = c.var
    const row = await readService(ctx.db, await networksOf(ctx.db, actor), c.req.valid('param').id)
    const shapes = await readShapes(ctx.db, row.restrictions[0]?.networkId ?? '', [row.catchment])
    const categoryIds = row.offers.flatMap(offer => offer.categoryIds)
    const outline = asGeoJson(row.catchment, { ...shapes, venue: pointOf(row) })
    return c.json(asFeature({ ...row, categoryIds }, outline), 200, geoJsonType)
  })
  .openapi(putCatchment, async c => {
    const { actor, ctx } = c.var
    const { id } = c.req.valid('param')
    await saveCatchment(ctx, id, readCatchment(c.req.valid('json'))).catch(nameMetres)
    return c.json({ catchment: (await readKeptService(ctx.db, actor, id)).catchment }, 200)
  })

type Opening = Pick<Awaited<ReturnType<typeof readService>>, 'spans' | 'closures' | 'closedOnBankHolidays'>
function shapeHours({ spans, closures, closedOnBankHolidays }: Opening, at: Date): z.infer<typeof hours> {
  const now = openness(openingHours(spans, { closures, closedOnBankHolidays }), at)
  return { spans, closures, closedOnBankHolidays, now }
}

/** The page asks for miles; here the radius is in metres. */
function nameMetres(problem: unknown): never {
  throw isProblem(problem) && problem.field === 'miles'
    ? new Problem('invalid', problem.message, { field: 'metres' })
    : problem
}
