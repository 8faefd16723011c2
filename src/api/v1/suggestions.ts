/** Services for a person's needs, ranked, with the reasons; and near ones that are not suggested, with why not. */
import { type Network, readNetwork } from '../../db/networks.ts'
import { placeOf } from '../../db/places.ts'
import { findSuggestions } from '../../db/suggestions.ts'
import { submission } from '../../domain/submission.ts'
import { type T, translator } from '../../words/index.ts'
import { answer, bearer, body, createRoute, id, newApi, writeRefusals, z } from '../openapi.ts'
import { networksFor } from '../reach.ts'
import { sayObjection, sayReason } from './reason-words.ts'

const sought = z
  .strictObject({
    network: id,
    needs: submission.shape.needs,
    postcode: z.string().max(20).default(''),
    facts: z
      .strictObject({
        age: z.int().min(0).max(130).nullable().default(null),
        groups: z.record(z.string().max(40), z.array(z.string().max(60)).max(40)).default({}),
      })
      .prefault({})
      .openapi({ description: 'What services may restrict by: age, and groups by the key of a demographic.' }),
    named: z
      .array(id)
      .max(20)
      .default([])
      .openapi({ description: 'Services to be told about even if they do not suit.' }),
  })
  .openapi('Sought')

const said = z.looseObject({ code: z.string(), words: z.string() })
const service = z.object({ id, name: z.string() })
const suggestions = z
  .object({
    place: z
      .object({ outwardCode: z.string().nullable(), authority: z.string().nullable(), approximate: z.boolean() })
      .nullable(),
    suggested: z.array(
      z.object({
        service,
        organisation: service,
        meets: z.array(id).openapi({ description: 'The needs that it meets.' }),
        score: z.number(),
        metres: z.number().nullable(),
        reasons: z.array(said),
      }),
    ),
    shortlist: z.array(id).openapi({ description: 'Whom a referral would go to, in order.' }),
    ruledOut: z.array(
      z.object({ service, organisation: service, metres: z.number().nullable(), because: z.array(said) }),
    ),
  })
  .openapi('Suggestions')

const route = createRoute({
  tags: ['Suggestions'],
  security: bearer,
  method: 'post',
  path: '/api/v1/suggestions',
  summary: 'Suggest services',
  description: 'Nothing is kept. Send no name: it is not asked for.',
  request: { body: body(sought) },
  responses: { 200: answer(suggestions, 'Best first'), ...writeRefusals },
})

export const suggesting = newApi().openapi(route, async c => {
  const { actor, ctx } = c.var
  const { network: networkId, needs, postcode, facts, named } = c.req.valid('json')
  await networksFor(ctx.db, actor, networkId)
  const [network, place] = await Promise.all([readNetwork(ctx.db, networkId), placeOf(ctx.db, postcode)])
  const found = await findSuggestions(ctx.db, network, { needs, place, facts, named }, ctx.now())
  const t = translator('en')
  const [sayWhy, sayWhyNot] = [saidOnce(sayReason), saidOnce(sayObjection)]
  const nameOf = namesIn(found.names)
  return c.json(
    {
      place: place && { outwardCode: place.outward, authority: place.authority, approximate: place.approximate },
      suggested: found.suggested.map(({ serviceId, meets, score, metres, reasons }) => ({
        ...nameOf(serviceId),
        ...{ meets, score, metres },
        reasons: reasons.map(reason => ({ ...reason, words: sayWhy(t, reason, network) })),
      })),
      shortlist: found.shortlist,
      ruledOut: found.ruledOut.map(({ serviceId, metres, because }) => ({
        ...nameOf(serviceId),
        metres,
        because: because.map(objection => ({ ...objection, words: sayWhyNot(t, objection, network) })),
      })),
    },
    200,
  )
})

type Names = Awaited<ReturnType<typeof findSuggestions>>['names']
function namesIn(names: Names) {
  return (serviceId: string) => {
    const { serviceName = '', organisationName = '', organisationId = '' } = names.get(serviceId) ?? {}
    return {
      service: { id: serviceId, name: serviceName },
      organisation: { id: organisationId, name: organisationName },
    }
  }
}

/** Many services are there for the same reason, and finding words takes longer than finding services. For one answer. */
function saidOnce<Said>(say: (t: T, said: Said, network: Network) => string): typeof say {
  const words = new Map<string, string>()
  return (t, said, network) => {
    const key = JSON.stringify(said)
    const known = words.get(key) ?? say(t, said, network)
    words.set(key, known)
    return known
  }
}
