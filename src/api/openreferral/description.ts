/** The feed's own OpenAPI document: each address, and what it may be asked. */

const whole = { type: 'object', additionalProperties: true }
const page = ['page', 'per_page']
const services = [
  ...['search', ...page, 'taxonomy_term_id', 'taxonomy_id', 'organization_id', 'minimum_age', 'maximum_age'],
  ...['start_time', 'end_time', 'day', 'modified_after', 'minimal', 'full'],
]

/** Each list with the name of its schema and its parameters; every one of them can be asked for one by its id. */
const lists: Record<string, { schema: string; asks: string[] }> = {
  services: { schema: 'service', asks: services },
  service_at_locations: { schema: 'service_at_location', asks: [...services, 'postcode', 'proximity'] },
  taxonomies: { schema: 'taxonomy', asks: page },
  taxonomy_terms: { schema: 'taxonomy_term', asks: [...page, 'taxonomy_id'] },
  organizations: { schema: 'organization', asks: [...page, 'search'] },
}

const text = { type: 'string' }
const known: Record<string, { description: string; schema: object }> = {
  search: { description: 'Words; all of them must be found.', schema: text },
  page: { description: 'From 1.', schema: { type: 'integer', minimum: 1, default: 1 } },
  per_page: { description: 'At most 500.', schema: { type: 'integer', minimum: 1, default: 50 } },
  taxonomy_term_id: { description: 'This term, or one below it.', schema: { type: 'string', format: 'uuid' } },
  taxonomy_id: { description: 'Any term of this taxonomy.', schema: { type: 'string', format: 'uuid' } },
  organization_id: { description: 'Of this organization.', schema: { type: 'string', format: 'uuid' } },
  minimum_age: { description: 'With a minimum age of at least this.', schema: { type: 'number' } },
  maximum_age: { description: 'With a maximum age of at most this.', schema: { type: 'number' } },
  start_time: { description: 'Opening at this time or later, as 09:00.', schema: text },
  end_time: { description: 'Closing at this time or earlier, as 17:00.', schema: text },
  day: {
    description: 'Open on this day.',
    schema: { type: 'string', enum: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] },
  },
  modified_after: { description: 'Changed then or later.', schema: { type: 'string', format: 'date-time' } },
  minimal: { description: 'Ids and moments of change alone, up to 10,000 at once.', schema: { type: 'boolean' } },
  full: { description: 'With the outlines of every area.', schema: { type: 'boolean' } },
  postcode: { description: 'Serving this postcode.', schema: text },
  proximity: { description: 'Within so many metres of the postcode.', schema: { type: 'number' } },
}

export function describeFeed(url: string, version: string) {
  const paths = Object.entries(lists).flatMap(([noun, { schema, asks }]) => [
    [`/${noun}`, { get: { summary: `List ${noun}`, parameters: asks.map(asParameter), responses: pageOf(schema) } }],
    [
      `/${noun}/{id}`,
      { get: { summary: `Read one of ${noun}`, parameters: [idParameter], responses: answerOf(schema) } },
    ],
  ])
  const root = { get: { summary: 'The version', responses: answerOf('about') } }
  const schemas = Object.fromEntries(
    ['about', ...Object.values(lists).map(({ schema }) => schema)].map(name => [name, whole]),
  )
  return {
    openapi: '3.0.3',
    info: { title: 'Open Referral UK', version, description: 'The public directory. Open: no key is asked for.' },
    servers: [{ url }],
    paths: { '/': root, ...Object.fromEntries(paths) },
    components: { schemas },
  }
}

const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }

function asParameter(name: string) {
  return { name, in: 'query', required: false, ...known[name] }
}

function answerOf(name: string) {
  return { 200: json({ $ref: `#/components/schemas/${name}` }), 404: { description: 'There is no such thing' } }
}

function pageOf(name: string) {
  const integer = { type: 'integer' }
  const yes = { type: 'boolean' }
  const properties = {
    ...{ total_items: integer, total_pages: integer, page_number: integer, size: integer },
    ...{ first_page: yes, last_page: yes, empty: yes },
    contents: { type: 'array', items: { $ref: `#/components/schemas/${name}` } },
  }
  return { 200: json({ type: 'object', properties }), 422: { description: 'A value that cannot be read' } }
}

function json(schema: object) {
  return { description: 'As asked', content: { 'application/json': { schema } } }
}
