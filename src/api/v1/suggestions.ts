/** Services for a person's needs, ranked, with the reasons; and near ones that are not suggested, with why not. */
import { type Network, readNetwork } from '../../db/networks.ts'
import { placeOf } from '../../db/places.ts'
import { findSuggestions } from '../../db/suggestions.ts'
import { hear } from '../../domain/completing.ts'
import { factsOf } from '../../domain/facts.ts'
import { Problem } from '../../domain/problem.ts'
import { submission } from '../../domain/submission.ts'
import { type T, translator } from '../../words/index.ts'
import { answer, bearer, body, createRoute, described, id, newApi, writeRefusals, z } from '../openapi.ts'
import { networksFor } from '../reach.ts'
import { sayObjection, sayReason } from './reason-words.ts'

const sought = z
  .strictObject({
    network: id,
    needs: submission.shape.needs,
    urgent: z.boolean().default(false),
    household: z.int().min(1).max(30).nullable().default(null),
    answers: described(
      submission.shape.answers,
      'To the network’s own questions: what they add and rule out counts. Nothing is required here.',
    ),
    postcode: z.string().max(20).default(''),
    facts: z
      .strictObject({
        age: z.int().min(0).max(130).nullable().default(null),
        groups: z.record(z.string().max(40), z.array(z.string().max(60)).max(40)).default({}),
      })
      .prefault({})
      .openapi({
        description:
          'What services may restrict by: age, and by the key of a demographic its groups, or its number as text.',
      }),
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
    needs: z.array(id).openapi({ description: 'Those sent, and those that answers add.' }),
    urgent: z.boolean(),
    asked: z.array(z.string()).openapi({ description: 'The network’s questions that these answers ask for, by id.' }),
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
  const { network: networkId, postcode, named, ...said } = c.req.valid('json')
  await networksFor(ctx.db, actor, networkId)
  const [network, place] = await Promise.all([readNetwork(ctx.db, networkId), placeOf(ctx.db, postcode)])
  const { walked, facts, effects } = heard(network, said)
  const { ruledIn, ruledOut } = effects
  const sought = { needs: facts.needs, place, facts: factsOf(facts), ruledIn, ruledOut, named }
  const found = await findSuggestions(ctx.db, network, sought, ctx.now())
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
      ...{ needs: [...facts.needs], urgent: facts.urgent, asked: walked.asked.map(({ id }) => id) },
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

type Said = Pick<z.infer<typeof sought>, 'needs' | 'urgent' | 'household' | 'answers' | 'facts'>

/** A question left out is no fault yet; an answer that cannot be read is. */
function heard(network: Network, { needs, urgent, household, answers, facts: { age, groups } }: Said) {
  const all = hear(network, answers, { needs, urgent, household, age, demographics: groups })
  const errors = all.walked.errors.filter(({ code }) => code !== 'required')
  if (all.facts.needs.length === 0) errors.push({ field: 'needs', code: 'needs' })
  if (errors.length > 0) throw new Problem('invalid', 'Some answers need another look.', {}, errors)
  return all
}

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
