/** Networks, what their forms ask, and the words they keep: categories, outcomes, reasons. */
import { listConnected } from '../../db/connections.ts'
import { listAllTerms } from '../../db/directory.ts'
import { type Network, readNetworks } from '../../db/networks.ts'
import { listOutcomes } from '../../db/terms.ts'
import { shown } from '../../domain/form.ts'
import { answer, bearer, createRoute, id, newApi, refusals, z } from '../openapi.ts'
import { networksFor, networksOf } from '../reach.ts'

const shared = { tags: ['Networks'], security: bearer, method: 'get' as const }
const ofNetwork = z.strictObject({ network: id })

const consent = z
  .object({ wordingId: id, version: z.int(), wording: z.string(), dataProtection: z.string() })
  .nullable()
const sensitive = z
  .boolean()
  .openapi({ description: 'Whoever looks for it may not be safe: its public pages can be left at once.' })
export const category = z
  .object({ id, parent: id.nullable(), label: z.string(), description: z.string(), retired: z.boolean(), sensitive })
  .openapi('Category')
const connected = z.object({ id, name: z.string(), consent, categories: z.array(category) })
const option = z.object({ key: z.string(), label: z.string() })
const network = z
  .object({
    id,
    ...{ slug: z.string(), name: z.string(), description: z.string() },
    help: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
    areas: z.array(z.string()).openapi({ description: 'Local authorities by GSS code.' }),
    consent: consent.openapi({ description: 'What the person is asked; `wordingId` is sent with the referral.' }),
    connected: z.array(connected).openapi({
      description:
        'Networks whose needs may be sent with yours: name each of them in `connected` of a new referral, with its `wordingId`.',
    }),
    form: z.object({
      fields: z.record(z.string(), shown).openapi({ description: 'By path in the submission.' }),
      demographics: z.array(
        z.object({ key: z.string(), label: z.string(), kind: z.string(), show: shown, options: z.array(option) }),
      ),
    }),
  })
  .openapi('Network')
const outcome = z.object({ id, label: z.string(), successful: z.boolean(), category: id.nullable() }).openapi('Outcome')
const reason = z.object({ id, list: z.string(), label: z.string() }).openapi('Reason')

const list = createRoute({
  ...shared,
  path: '/api/v1/networks',
  summary: 'List your networks',
  responses: { 200: answer(z.object({ networks: z.array(network) }), 'By name'), ...refusals },
})
const categories = createRoute({
  ...shared,
  path: '/api/v1/categories',
  summary: 'List categories of need',
  request: { query: ofNetwork },
  responses: { 200: answer(z.object({ categories: z.array(category) }), 'In the order of the tree'), ...refusals },
})
const outcomes = createRoute({
  ...shared,
  path: '/api/v1/outcomes',
  summary: 'List outcomes',
  request: { query: ofNetwork },
  responses: { 200: answer(z.object({ outcomes: z.array(outcome) }), 'Successful ones first'), ...refusals },
})
const reasons = createRoute({
  ...shared,
  path: '/api/v1/reasons',
  summary: 'List reasons for saying no, withdrawing and closing as unmet',
  request: { query: ofNetwork },
  responses: { 200: answer(z.object({ reasons: z.array(reason) }), 'By list'), ...refusals },
})

export const networks = newApi()
  .openapi(list, async c => {
    const { actor, ctx } = c.var
    const found = await readNetworks(ctx.db, await networksOf(ctx.db, actor))
    const shaped = await Promise.all(
      found.map(async one => shapeNetwork(one, await readNetworks(ctx.db, await listConnected(ctx.db, one.id)))),
    )
    return c.json({ networks: shaped }, 200)
  })
  .openapi(categories, async c => {
    const { actor, ctx } = c.var
    const [found] = await readNetworks(ctx.db, await networksFor(ctx.db, actor, c.req.valid('query').network))
    return c.json({ categories: found ? shapeCategories(found) : [] }, 200)
  })
  .openapi(outcomes, async c => {
    const { actor, ctx } = c.var
    const { network } = c.req.valid('query')
    await networksFor(ctx.db, actor, network)
    const rows = await listOutcomes(ctx.db, network)
    const shaped = rows.map(({ id, label, successful, categoryId }) => ({
      id,
      label,
      successful,
      category: categoryId,
    }))
    return c.json({ outcomes: shaped }, 200)
  })
  .openapi(reasons, async c => {
    const { actor, ctx } = c.var
    const { network } = c.req.valid('query')
    await networksFor(ctx.db, actor, network)
    const terms = await listAllTerms(ctx.db, network)
    return c.json({ reasons: terms.filter(({ list }) => list.endsWith('_reason')) }, 200)
  })

function shapeCategories({ categories }: Network): z.infer<typeof category>[] {
  return [...categories.values()].map(({ id, parentId, label, description, retired, sensitive }) => ({
    ...{ id, parent: parentId, label, description, retired, sensitive },
  }))
}

function shapeConsent({ wording }: Network): z.infer<typeof consent> {
  if (!wording) return null
  const { id: wordingId, version, dataProtection } = wording
  return { wordingId, version, wording: wording.wording, dataProtection }
}

function shapeNetwork(shown: Network, others: readonly Network[]): z.infer<typeof network> {
  const { form, demographics, ...one } = shown
  const fields = Object.entries(form.fields).map(([name, field]) => [name, field.show] as const)
  const asked = form.demographics.flatMap(({ key, show }) => {
    const known = demographics.find(demographic => demographic.key === key)
    const options =
      known?.options.filter(({ retired }) => !retired).map(one => ({ key: one.key, label: one.label })) ?? []
    return known ? [{ key, label: known.label, kind: known.kind, show, options }] : []
  })
  return {
    ...{ id: one.id, slug: one.slug, name: one.name, description: one.description },
    help: { name: one.helpName, email: one.helpEmail, phone: one.helpPhone },
    areas: one.authorities,
    consent: shapeConsent(shown),
    connected: others.map(other => ({
      ...{ id: other.id, name: other.name, consent: shapeConsent(other), categories: shapeCategories(other) },
    })),
    form: { fields: Object.fromEntries(fields), demographics: asked },
  }
}
