/** API-1: services and venues through the API: added, described, stopped, paused and found. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openClient } from '#test/api-client.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World
let primary: Client
let stranger: Client
let reader: Client
type Client = Awaited<ReturnType<typeof openClient>>

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  primary = await openClient(app, world.users.third)
  stranger = await openClient(app, world.users.second)
  reader = await openClient(app, world.users.third, ['directory:read'])
})
afterAll(() => app.stop())

test('SVC-1: a primary user adds a service, describes it, lets it take referrals, and it is found', async () => {
  const made = await primary.send('POST', '/services', {
    details: { name: 'Boiler repairs', categoryIds: [world.categories.housing], locationId: null },
    capacity: { capacity: 6 },
    hours: { spans: [span(1)], closures: [], closedOnBankHolidays: false },
  })
  expect(made.status, made.text).toBe(201)
  expect(made.body).toMatchObject({
    status: 'paused',
    open: false,
    load: { room: 6 },
    sections: { public: 'incomplete' },
  })
  const path = `/services/${made.body.id}`
  expect(made.headers.get('location')).toBe(`/api/v1${path}`)
  const shown = {
    listed: true,
    description: 'Warm again by dusk',
    phone: null,
    email: null,
    website: null,
    ways: ['phone'],
    gallery: null,
  }
  const changed = await primary.send('PATCH', path, {
    public: shown,
    restrictions: { restrictions: { ages: { from: 18, to: null } } },
  })
  expect(changed.status, changed.text).toBe(200)
  expect(changed.body.capacity).toEqual({ capacity: 6 })
  const again = await primary.send('PATCH', path, {
    details: { ...changed.body.details, name: 'Boilers' },
    public: changed.body.public,
  })
  expect(again.body).toMatchObject({ details: { name: 'Boilers' }, public: { description: 'Warm again by dusk' } })
  expect((await primary.send('POST', `${path}/resume`)).body).toMatchObject({ status: 'active', open: true })
  const { body } = await primary.send('POST', '/directory/search', { network: world.networkId, q: 'boilrs' })
  expect(body.results[0]).toMatchObject({
    kind: 'service',
    service: { id: made.body.id },
    availability: { code: 'open' },
  })
  expect((await primary.send('POST', `${path}/copy`, { name: 'Boilers, north' })).body).toMatchObject({
    status: 'paused',
  })
})

test('SVC-6, API-1: a service is restricted by a number of the network’s own, and by nothing that the network does not ask', async () => {
  const path = `/services/${world.services.third}`
  await sql`insert into demographic (network_id, key, label, kind, position)
    values (${world.networkId}, 'children', 'Children at home', 'number', 90)`.execute(app.database.owner)
  const restrict = (only: object) => primary.send('PATCH', path, { restrictions: { restrictions: only } })
  const counted = await restrict({ numbers: { children: { from: 1, to: null } } })
  expect(counted.body.restrictions).toEqual({ restrictions: { numbers: { children: { from: 1, to: null } } } })
  const stray = await restrict({ groups: { shoe_size: ['nine'] } })
  expect([stray.status, stray.body.errors]).toEqual([
    422,
    [{ field: 'restrictions.restrictions.groups.shoe_size', code: 'choose' }],
  ])
})

test('SVC-4: capacity is set, stopped and put back with one request', async () => {
  const path = `/services/${world.services.third}/capacity`
  const set = async (capacity: unknown) => (await primary.send('PUT', path, { capacity })).body
  expect(await set(7)).toEqual({ capacity: 7, cases: 0, waiting: 0, room: 7 })
  expect(await set(0)).toMatchObject({ capacity: 0 })
  expect(await set('before')).toMatchObject({ capacity: 7 })
  expect(await set(null)).toMatchObject({ capacity: null, room: null })
  expect((await set(1.5)).errors).toEqual([{ field: 'capacity', code: 'whole_number' }])
})

test('SVC-7: a service is paused until a day, resumed and archived, and then gone from the directory', async () => {
  const path = `/services/${world.services.thirdToo}`
  const paused = await primary.send('POST', `${path}/pause`, { until: '2099-01-31' })
  expect(paused.body).toMatchObject({ pausedUntil: '2099-01-31', open: false })
  expect((await primary.send('POST', `${path}/resume`)).body).toMatchObject({ pausedUntil: null, open: true })
  expect((await primary.send('POST', `${path}/archive`)).body).toMatchObject({ status: 'archived' })
  expect((await reader.get(path)).status).toBe(404)
  expect((await primary.send('POST', `${path}/resume`)).status).toBe(409)
})

test('SVC-2: a catchment is sent as GeoJSON with a hole and read back as GeoJSON, and unfit ones are refused', async () => {
  const path = `/services/${world.services.third}`
  const polygon = { type: 'Polygon', coordinates: [square(-2.99, 53.4, 0.1), square(-2.96, 53.43, 0.02).toReversed()] }
  const sent = await primary.send('PUT', `${path}/catchment`, { type: 'Feature', properties: {}, geometry: polygon })
  expect(sent.status, sent.text).toBe(200)
  expect(sent.body.catchment.shape.coordinates).toEqual([polygon.coordinates])
  const read = await reader.get(`${path}/catchment.geojson`)
  expect(read.headers.get('content-type')).toBe('application/geo+json')
  expect(read.body).toMatchObject({ type: 'Feature', id: world.services.third, properties: { kind: 'drawn' } })
  expect(read.body.geometry.coordinates).toEqual([polygon.coordinates])
  const faults = async (body: object) => (await primary.send('PUT', `${path}/catchment`, body)).body.errors
  expect(await faults({ kind: 'drawn', shape: { type: 'Polygon', coordinates: [square(2, 30, 1)] } })).toEqual([
    { field: 'shape', code: 'invalid' },
  ])
  expect(await faults({ kind: 'radius', metres: 1600 })).toEqual([{ field: 'metres', code: 'invalid' }])
  expect(await faults({ kind: 'radius', metres: 5 })).toEqual([{ field: 'metres', code: 'too_short' }])
  expect((await primary.send('PUT', `${path}/catchment`, { kind: 'districts', districts: ['L4'] })).status).toBe(200)
  expect((await reader.get(`${path}/catchment.geojson`)).body.geometry.type).toBe('MultiPolygon')
})

test('SVC-3: opening hours are replaced and read with whether it is open now', async () => {
  const path = `/services/${world.services.third}/hours`
  const closures = [{ firstDay: '2099-12-24', lastDay: '2099-12-28', reason: 'Rest' }]
  const sent = {
    spans: [span(2), { weekday: 5, opens: '22:00', closes: '02:00' }],
    closures,
    closedOnBankHolidays: false,
  }
  expect((await primary.send('PUT', path, sent)).body).toMatchObject(sent)
  const read = await reader.get(path)
  expect(read.body).toMatchObject(sent)
  expect(['opens', 'open_now']).toContain(read.body.now.code)
  const wrong = { ...sent, spans: [{ weekday: 8, opens: '25:00', closes: '10:00' }] }
  expect((await primary.send('PUT', path, wrong)).body.errors).toContainEqual({ field: 'spans.0.opens', code: 'time' })
})

test('SVC-1: a venue is added, changed and given to a service; a secret one is told to its keepers alone', async () => {
  const made = await primary.send('POST', '/locations', {
    name: 'Lantern House',
    address1: '7 Lantern Row',
    postcode: 'l4 9zq',
  })
  expect(made.status, made.text).toBe(201)
  expect(made.body).toMatchObject({ postcode: 'L4 9ZQ', point: { lat: 53.44, lng: -2.96 }, secret: false })
  const details = { name: 'The third service', categoryIds: [world.categories.housing], locationId: made.body.id }
  expect((await primary.send('PATCH', `/services/${world.services.third}`, { details })).status).toBe(200)
  const radius = await primary.send('PUT', `/services/${world.services.third}/catchment`, {
    kind: 'radius',
    metres: 1600,
  })
  expect(radius.status, radius.text).toBe(200)
  const listed = `/locations?organisation=${world.organisations.third}`
  expect((await stranger.get(listed)).body.locations).toHaveLength(1)
  expect((await reader.get(`/services/${world.services.third}/catchment.geojson`)).body.geometry).not.toBeNull()

  const hidden = await primary.send('PATCH', `/locations/${made.body.id}`, { secret: true })
  expect(hidden.body).toMatchObject({ name: 'Lantern House', secret: true })
  expect((await primary.get('/locations')).body.locations).toHaveLength(1)
  for (const asker of [stranger, reader]) {
    const told = await Promise.all([
      asker.get(listed),
      asker.get(`/services/${world.services.third}`),
      asker.get(`/services/${world.services.third}/catchment.geojson`),
      asker.get(`/overview/catchments.geojson?network=${world.networkId}`),
      asker.get(`/overview/capacity?network=${world.networkId}`),
      asker.send('POST', '/directory/search', { network: world.networkId, q: 'third', postcode: 'L4 9ZQ' }),
    ])
    for (const { status, text } of told) {
      expect(status, text).toBe(200)
      expect(text).not.toMatch(/Lantern|53\.44|-2\.96|L4 ?9ZQ/)
    }
    expect(told[2]?.body.geometry).toBeNull()
  }
  expect((await primary.send('POST', '/locations', { city: 'Liverpool' })).body.errors).toEqual([
    { field: 'name', code: 'venue' },
  ])
})

test('API-1: the same Idempotency-Key and body make one service and one venue, one after the other and all at once', async () => {
  const details = { name: 'Kettle lending', categoryIds: [world.categories.housing], locationId: null }
  for (const [path, body, other] of [
    ['/services', { details }, { details: { ...details, name: 'Pan lending' } }],
    ['/locations', { name: 'Kettle House', postcode: 'L4 9ZQ' }, { name: 'Pan House' }],
  ] as const) {
    const add = (key: string, sent: unknown) => primary.send('POST', path, sent, { 'idempotency-key': key })
    const first = await add(`one${path}`, body)
    const second = await add(`one${path}`, body)
    expect([first.status, second.status], second.text).toEqual([201, 200])
    expect([second.body.id, second.headers.get('location')]).toEqual([first.body.id, first.headers.get('location')])
    const together = await Promise.all(Array.from({ length: 6 }, () => add(`two${path}`, body)))
    expect(together.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201])
    expect(new Set(together.map(one => one.body.id)).size).toBe(1)
    const refused = await add(`one${path}`, other)
    expect([refused.status, refused.body.errors]).toEqual([409, [{ field: 'Idempotency-Key', code: 'conflict' }]])
    expect((await add('a b', body)).status).toBe(422)
  }
  const crossed = await primary.send(
    'POST',
    '/locations',
    { name: 'Kettle House' },
    { 'idempotency-key': 'one/services' },
  )
  expect(crossed.status).toBe(409)
})
const span = (weekday: number) => ({ weekday, opens: '09:00', closes: '12:00' })

function square(west: number, south: number, side: number): [number, number][] {
  const [east, north] = [Number((west + side).toFixed(4)), Number((south + side).toFixed(4))]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}
