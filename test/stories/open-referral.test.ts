/** The feed of open data: what stands in it, what never does, and what it may be asked. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeService } from '#src/db/services/save.ts'
import { buildWorld, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { ask, askAll, lists } from '#test/open-referral.ts'

let app: App
let world: World
const nowhere = '0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f'

beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app, { publicDirectory: true })
  const { owner } = app.database
  await sql`insert into postcode (code, latitude, longitude, authority_code, edition) values ('M41AB', 53.48, -2.23, null, 'test')
    on conflict do nothing`.execute(owner)
  const venue = {
    postcode: 'M4 1AB',
    address1: '1 High Street',
    city: 'Manchester',
    latitude: 53.481,
    longitude: -2.231,
  }
  const at = async (organisationId: string, secret: boolean) =>
    (
      await owner
        .insertInto('location')
        .values({
          ...venue,
          organisationId,
          secret,
          name: secret ? 'Hidden House' : 'The Hall',
          accessibility: 'Step-free',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const { both, food, debt } = world.service
  const { pantry, law } = world.organisation
  const { networkId } = world
  const [open, hidden] = [await at(pantry, false), await at(law, true)]
  await owner.transaction().execute(async trx => {
    await changeService(trx, both, {
      ...{ locationId: open, capacity: 10, website: 'https://pantry.example.org/', email: 'help@pantry.example.org' },
      hours: [
        { weekday: 1, opens: '09:00', closes: '12:00' },
        { weekday: 3, opens: '18:00', closes: '24:00' },
      ],
      closures: [
        { firstDay: '2020-01-01', lastDay: '2020-01-02', reason: 'Long ago' },
        { firstDay: '2099-12-24', lastDay: '2099-12-26', reason: 'Private reason' },
      ],
      networks: [{ networkId, listed: true, restrictions: { ages: { from: 16, to: 25 } } }],
    })
    const radius = { kind: 'radius', metres: 3000 } as const
    await changeService(trx, food, { locationId: hidden, catchment: radius, networks: [{ networkId, listed: true }] })
    await changeService(trx, debt, { networks: [{ networkId, listed: false }] })
  })
}, 120_000)
afterAll(() => app?.stop())

const namesFor = async (question: string) => (await askAll(app.url, question)).map(({ name }) => name)

test('API-2: the root says which version it is, and where it is described', async () => {
  const { body, headers } = await ask(app.url, '/')
  expect(body).toMatchObject({
    version: 'HSDS-UK-3.0',
    openapi_url: expect.stringContaining('/openreferral/v3/openapi.json'),
  })
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('set-cookie')).toBeNull()
  const { body: described } = await ask(app.url, '/openapi.json')
  for (const noun of lists) expect(described.paths).toHaveProperty([`/${noun}/{id}`])
})

test('API-2: only services that are listed stand in it, and none is told of once its network closes the directory', async () => {
  expect(await namesFor('/services')).toEqual(['Pantry and money', 'Soup kitchen'])
  expect((await ask(app.url, `/services/${world.service.debt}`)).status).toBe(404)
  const open = (yes: boolean) =>
    sql`update network set settings = settings || jsonb_build_object('publicDirectory', ${yes}::boolean) where id = ${world.networkId}`.execute(
      app.database.owner,
    )
  await open(false)
  for (const noun of lists) expect((await ask(app.url, `/${noun}`)).body.contents, noun).toEqual([])
  for (const [noun, id] of [
    ['services', world.service.both],
    ['taxonomies', world.networkId],
    ['taxonomy_terms', world.category.food],
    ['organizations', world.organisation.pantry],
  ])
    expect((await ask(app.url, `/${noun}/${id}`)).status, noun).toBe(404)
  await open(true)
})

test('API-2: a secret venue is nowhere in it, nor can it be worked out', async () => {
  const whole = await Promise.all(
    [...lists.map(noun => `/${noun}?full=true`), `/services/${world.service.food}`].map(path => ask(app.url, path)),
  )
  for (const { text } of whole) expect(text).not.toMatch(/Hidden House/)
  const { body: secret } = await ask(app.url, `/services/${world.service.food}`)
  expect(secret.service_at_locations).toBeUndefined()
  expect(secret.service_areas[0].extent).toBeUndefined()
  expect(await namesFor('/service_at_locations')).toEqual(['Pantry and money'])
})

test('API-2: a service has its organisation, hours, days off, venue, ages, terms and free places, and nothing empty', async () => {
  const { body, text } = await ask(app.url, `/services/${world.service.both}`)
  expect(body).toMatchObject({
    ...{ id: world.service.both, organization_id: world.organisation.pantry, status: 'active', minimum_age: 16 },
    ...{ maximum_age: 25, url: 'https://pantry.example.org/', email: 'help@pantry.example.org' },
    organization: { id: world.organisation.pantry },
    schedules: [
      { freq: 'WEEKLY', byday: 'MO', opens_at: '09:00:00', closes_at: '12:00:00' },
      { byday: 'WE', opens_at: '18:00:00', closes_at: '23:59:59' },
      { valid_from: '2099-12-24', valid_to: '2099-12-26', description: 'Closed' },
    ],
    service_at_locations: [
      {
        location: {
          name: 'The Hall',
          addresses: [{ address_1: '1 High Street', postal_code: 'M4 1AB', country: 'GB' }],
          accessibility: [{ description: 'Step-free' }],
        },
      },
    ],
    service_areas: [{ name: 'United Kingdom' }],
    capacities: [{ available: 10, maximum: 10, unit: { name: 'Places' } }],
  })
  const terms = body.attributes.map((one: { taxonomy_term: { name: string } }) => one.taxonomy_term.name)
  expect(terms.sort()).toEqual(['Debt advice', 'Food parcels'])
  expect(text).not.toMatch(/null|""|\[\]|\{\}|Private reason/)
  const again = await ask(app.url, `/services/${world.service.both}`)
  expect(again.text).toBe(text)
})

test('API-2: every parameter of the lists narrows, and all of them together', async () => {
  const { food, debt } = world.category
  const [pantry, soup] = ['Pantry and money', 'Soup kitchen']
  const asked: Record<string, string[]> = {
    'search=SOUP': [soup],
    'search=soup+pantry': [],
    [`taxonomy_term_id=${food}`]: [pantry, soup],
    [`taxonomy_term_id=${debt}`]: [pantry],
    [`taxonomy_term_id=${debt}&search=soup`]: [],
    [`taxonomy_id=${world.networkId}`]: [pantry, soup],
    [`taxonomy_id=${nowhere}`]: [],
    [`organization_id=${world.organisation.law}`]: [soup],
    'minimum_age=16': [pantry],
    'minimum_age=17': [],
    'maximum_age=25': [pantry],
    'maximum_age=24': [],
    'day=MO': [pantry],
    'day=tu': [],
    'day=MO&start_time=10:00': [],
    'start_time=18:00': [pantry],
    'end_time=12:00&day=MO': [pantry],
    'end_time=11:59': [],
    'modified_after=2999-01-01': [],
    'modified_after=2020-01-01T00:00:00Z': [pantry, soup],
    'search=': [pantry, soup],
    'unheard_of=1': [pantry, soup],
  }
  for (const [question, names] of Object.entries(asked))
    expect(await namesFor(`/services?${question}`), question).toEqual(names)
  expect(await namesFor('/service_at_locations?postcode=M4+1AB')).toEqual([pantry])
  expect(await namesFor('/service_at_locations?postcode=M4+1AB&proximity=500')).toEqual([pantry])
  expect(await namesFor('/service_at_locations?postcode=M4+1AB&proximity=50')).toEqual([])
  for (const bad of [
    'page=0',
    'per_page=x',
    'taxonomy_id=1',
    'day=X',
    'start_time=25:00',
    'postcode=zz',
    'modified_after=x',
    'search=%00',
  ])
    expect((await ask(app.url, `/service_at_locations?${bad}`)).status, bad).toBe(422)
})

test('API-2: pages say where they stand in the whole; minimal tells ids and moments alone', async () => {
  const { contents, ...envelope } = (await ask(app.url, '/services?per_page=1&page=2')).body
  expect(contents.map(({ name }: { name: string }) => name)).toEqual(['Soup kitchen'])
  const both = { total_items: 2, total_pages: 2, size: 1 }
  expect(envelope).toEqual({ ...both, page_number: 2, first_page: false, last_page: true, empty: false })
  const { body: beyond } = await ask(app.url, '/services?page=9')
  expect(beyond).toMatchObject({ total_items: 2, size: 0, empty: true, last_page: true, contents: [] })
  const { body: minimal } = await ask(app.url, '/services?minimal=true')
  expect(Object.keys(minimal.contents[0])).toEqual(['id', 'last_modified'])
})

test('API-2: who has it already is told so, and anything else that is asked is not there', async () => {
  const { headers } = await ask(app.url, '/services')
  expect(headers.get('cache-control')).toBe('public, max-age=300')
  const again = await ask(app.url, '/services', { 'if-none-match': headers.get('etag') ?? '' })
  expect([again.status, again.text]).toEqual([304, ''])
  for (const path of [`/services/${nowhere}`, '/services/x', `/organizations/${nowhere}`, '/elsewhere'])
    expect((await ask(app.url, path)).status, path).toBe(404)
})
