/** The directory of services: listed, searched for, and read with hours, capacity and catchment. */
import { readShapes } from '../../db/directory/shapes.ts'
import { type DirectoryFilters, listServices, readService } from '../../db/services/directory.ts'
import { searchServices } from '../../db/services/search.ts'
import { asGeoJson } from '../../domain/outline.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  id,
  idParam,
  newApi,
  next,
  paging,
  refusals,
  writeRefusals,
  z,
} from '../openapi.ts'
import { nextPage, readNameCursor, writeNameCursor } from '../paging.ts'
import { networksFor, networksOf } from '../reach.ts'
import { listedService, pointOf, service, shapeListed, shapeService } from './service-shape.ts'

const path = '/api/v1/services'
const shared = { tags: ['Directory'], security: bearer }

const list = createRoute({
  ...shared,
  method: 'get',
  path,
  summary: 'List services',
  description: 'Of your networks, by name. For services that suit a person, ask for suggestions.',
  request: {
    query: z.strictObject({
      ...paging,
      network: id.optional(),
      category: id.optional().openapi({ description: 'This one, or any below it.' }),
      organisation: id.optional(),
    }),
  },
  responses: { 200: answer(z.object({ services: z.array(listedService), next }), 'A page of services'), ...refusals },
})

const search = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/search`,
  summary: 'Find services by words in their names',
  request: {
    body: body(
      z.strictObject({ network: id, q: z.string().trim().min(2).max(200), limit: z.int().min(1).max(100).default(25) }),
    ),
  },
  responses: { 200: answer(z.object({ services: z.array(listedService) }), 'Best first'), ...writeRefusals },
})

const read = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{id}`,
  summary: 'Read a service',
  request: { params: idParam },
  responses: { 200: answer(service, 'The service'), ...refusals },
})

export const services = newApi()
  .openapi(list, async c => {
    const { actor, ctx } = c.var
    const { cursor, limit, network, category, organisation } = c.req.valid('query')
    const networkIds = await networksFor(ctx.db, actor, network)
    const filters: DirectoryFilters = { networkIds, categoryId: category, organisationId: organisation }
    const { rows, next } = await listServices(ctx.db, filters, readNameCursor(cursor), limit)
    return c.json({ services: rows.map(shapeListed), next: nextPage(c.req.url, writeNameCursor(next)) }, 200)
  })
  .openapi(search, async c => {
    const { actor, ctx } = c.var
    const { network, q, limit } = c.req.valid('json')
    const networkIds = await networksFor(ctx.db, actor, network)
    const ids = await searchServices(ctx.db, network, q, limit)
    const { rows } = await listServices(ctx.db, { networkIds, ids }, null, limit)
    const found = new Map(rows.map(row => [row.id, row]))
    return c.json({ services: ids.flatMap(one => found.get(one) ?? []).map(shapeListed) }, 200)
  })
  .openapi(read, async c => {
    const { actor, ctx } = c.var
    const row = await readService(ctx.db, await networksOf(ctx.db, actor), c.req.valid('param').id)
    const networkId = row.offers[0]?.networkId ?? row.restrictions[0]?.networkId ?? ''
    const atlas = await readShapes(ctx.db, networkId, [row.catchment])
    // Round a place that is kept secret a circle would give it away: pointOf is null there, and so is the circle.
    const outline = asGeoJson(row.catchment, { ...atlas, venue: pointOf(row) })
    return c.json(shapeService(row, outline, ctx.now()), 200)
  })
