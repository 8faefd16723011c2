/** Finding organisations and services by words, need, place and more. What is asked stands in the body, and is not kept. */
import { findInDirectory, type Result } from '../../db/directory/find.ts'
import { readNetwork } from '../../db/networks.ts'
import { directorySearch } from '../../domain/directory-search.ts'
import { openness } from '../../domain/hours.ts'
import { dayOf } from '../../domain/week.ts'
import { answer, bearer, body, createRoute, id, newApi, writeRefusals, z } from '../openapi.ts'
import { networksFor } from '../reach.ts'
import { availability, named, shapeLoad } from './overview-shape.ts'
import { openingNow } from './service-shape.ts'

const { category, name, language, kind } = directorySearch.shape
// Schemas of the rules are made before they could be described.
const text = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const asked = z
  .strictObject({
    network: id,
    q: text(200).default('').openapi({ description: 'A name, a need or a place, in one; misspelt or not.' }),
    ...{ name, category, language, kind },
    area: z.string().max(20).optional().openapi({ description: 'A GSS code: only what reaches into it.' }),
    postcode: text(20).default('').openapi({ description: 'Only what serves somebody living there.' }),
    day: z.int().min(1).max(7).optional().openapi({ description: 'Open on it; 1 is Monday.' }),
    room: z.boolean().default(false).openapi({ description: 'Only what takes referrals and has a place.' }),
    limit: z.int().min(1).max(100).default(25),
    offset: z.int().min(0).max(10_000).default(0),
  })
  .openapi('DirectorySearch')

const result = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('service'),
      ...{ service: named, organisation: named, availability },
      ...{ places: z.int().nullable(), cases: z.int(), waiting: z.int(), free: z.int().nullable() },
      now: openingNow,
      covers: z.enum(['yes', 'check']).nullable().openapi({ description: 'Null: no postcode was asked about.' }),
      metres: z.number().nullable(),
    }),
    z.object({ kind: z.literal('organisation'), organisation: named, services: z.array(named) }),
  ])
  .openapi('DirectoryResult')
const results = z
  .object({
    found: z.int(),
    results: z.array(result),
    respelt: z.array(z.object({ typed: z.string(), as: z.string() })),
    partly: z.boolean().openapi({ description: 'Nothing has all of the words: these have some.' }),
    unknownPostcode: z.boolean(),
  })
  .openapi('DirectoryResults')

const route = createRoute({
  tags: ['Directory'],
  security: bearer,
  method: 'post',
  path: '/api/v1/directory/search',
  summary: 'Search the directory',
  description: 'Every criterion given must match; fewer find more.',
  request: { body: body(asked) },
  responses: { 200: answer(results, 'Best first'), ...writeRefusals },
})

export const searching = newApi().openapi(route, async c => {
  const { actor, ctx } = c.var
  const { network: networkId, q, limit, offset, ...criteria } = c.req.valid('json')
  await networksFor(ctx.db, actor, networkId)
  const network = await readNetwork(ctx.db, networkId)
  const now = ctx.now()
  const found = await findInDirectory(ctx.db, network, { ...criteria, words: q }, dayOf(now))
  const { respelt, partly, lost } = found
  const shown = found.results.slice(offset, offset + limit).map(one => shapeResult(one, now))
  return c.json({ found: found.results.length, results: shown, respelt, partly, unknownPostcode: lost }, 200)
})

function shapeResult(found: Result, now: Date): z.infer<typeof result> {
  if (found.kind === 'organisation') {
    const { id, name } = found.organisation
    return {
      kind: 'organisation',
      organisation: { id, name },
      services: found.services.map(({ id, name }) => ({ id, name })),
    }
  }
  const { service, cover, metres } = found
  return {
    kind: 'service',
    ...shapeLoad(service),
    now: openness(service.hours, now),
    covers: cover === 'no' ? null : cover,
    metres,
  }
}
