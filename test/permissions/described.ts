/** The smallest good body and query of each operation, from the API's own description. */
import type { Browser } from '#test/browser-like.ts'
import { exampleOf, type Schema, type Schemas } from '#test/schema-example.ts'
import type { Furnished } from './furnished.ts'

type Operation = {
  requestBody?: { content: Record<string, { schema: Schema }> }
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
}
export type Described = { body?: unknown; query: string }

/** By door. */
export async function describedRequests(browser: Browser, world: Furnished): Promise<Map<string, Described>> {
  const { paths, components } = JSON.parse((await browser.get('/api/v1/openapi.json')).text) as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Schemas }
  }
  const { networkId, wordingId, services, categories, organisations } = world.world
  const ids = {
    ...{ network: networkId, networkId, wordingId, service: services.first, serviceId: services.first },
    ...{ needs: categories.food, category: categories.food, categories: categories.food },
    ...{ organisation: organisations.first, organisationId: organisations.first, referrals: world.referral },
  }
  const example = (schema: Schema, name = '') => exampleOf(schema, components.schemas, ids, name)
  const described = new Map<string, Described>()
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { requestBody, parameters = [] }] of Object.entries(operations)) {
      const schema = requestBody?.content['application/json']?.schema
      const needed = parameters.filter(one => one.in === 'query' && one.required)
      const query = new URLSearchParams(needed.map(one => [one.name, String(example(one.schema, one.name))]))
      const route = (path.startsWith('/api/v1') ? path : `/api/v1${path}`).replaceAll(/\{(\w+)\}/g, ':$1')
      const wish = { query: needed.length > 0 ? `?${query}` : '', ...(schema && { body: example(schema) }) }
      described.set(`${method.toUpperCase()} ${route}`, wish)
    }
  return described
}
