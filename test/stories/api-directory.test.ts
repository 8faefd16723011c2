/** API-1: the directory through the API: organisations, the figures of the overviews, and what strangers may not. */
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
  const hours = { spans: [span(2)], closures: [], closedOnBankHolidays: false }
  await primary.send('PUT', `/services/${world.services.third}/hours`, hours)
  await primary.send('POST', `/services/${world.services.thirdToo}/archive`)
  await primary.send('POST', '/locations', { name: 'Lantern House', postcode: 'L4 9ZQ' })
})
afterAll(() => app.stop())

test('ORG-1, ORG-4: an entry is described section by section, all or none, read by members and confirmed', async () => {
  const path = `/organisations/${world.organisations.third}`
  const sent = {
    about: {
      name: 'Third Harbour',
      kind: null,
      description: 'Homes and company',
      categoryIds: [world.categories.housing],
    },
    contact: { phone: '0151 496 0303', email: 'third@example.org', website: null, teamInbox: null, city: 'Liverpool' },
    access: { languages: ['Welsh', 'Polish'], interpreters: null, facilities: [], access: 'A ramp' },
    hours: { spans: [span(1), { weekday: 1, opens: '13:00', closes: '16:30' }] },
    guidance: { referralGuidance: 'Say if there is a dog.' },
  }
  const changed = await primary.send('PATCH', path, sent)
  expect(changed.status, changed.text).toBe(200)
  expect(changed.body).toMatchObject({
    hours: sent.hours,
    access: { languages: ['Welsh', 'Polish'] },
    confirmedAt: null,
  })
  const refused = await primary.send('PATCH', path, {
    guidance: { referralGuidance: 'No' },
    about: { ...sent.about, categoryIds: [world.networkId] },
  })
  expect(refused.body.errors).toEqual([{ field: 'categoryIds', code: 'invalid' }])
  const seen = await stranger.get(path)
  expect(seen.body).toMatchObject({
    name: 'Third Harbour',
    referralGuidance: 'Say if there is a dog.',
    city: 'Liverpool',
  })
  expect(seen.text).not.toContain('teamInbox')
  expect((await primary.send('POST', `${path}/confirm`)).body.confirmedAt).not.toBeNull()
  const listed = await stranger.get(`/organisations?network=${world.networkId}`)
  expect(listed.body.organisations.map((one: { name: string }) => one.name)).toContain('Third Harbour')
})

test('DIR-5, DIR-6, DIR-7: the overviews give the figures of the pages, a page at a time', async () => {
  const ask = async (view: string, rest = '') =>
    (await reader.get(`/overview/${view}?network=${world.networkId}${rest}`)).body
  const capacity = await ask('capacity', '&limit=2')
  expect(capacity.services).toHaveLength(2)
  expect(capacity.totals.services).toBeGreaterThan(2)
  const { body: more } = await reader.get(capacity.next.replace('/api/v1', ''))
  expect(more.services[0].service.name > capacity.services[1].service.name).toBe(true)
  const calendar = await ask('calendar', '&week=2026-07-15')
  expect(calendar.days[0]).toBe('2026-07-13')
  expect(calendar.open[1]).toBe(1)
  const third = calendar.services.find((one: { service: { id: string } }) => one.service.id === world.services.third)
  expect(third.openings[1]).toEqual([{ opens: '09:00', closes: '12:00' }])
  const coverage = await ask('coverage')
  const company = coverage.needs.find((one: { category: string }) => one.category === world.categories.company)
  expect(company).toMatchObject({ services: 0, unserved: coverage.squares.length, label: 'Company' })
  expect((await ask('catchments.geojson')).features.length).toBe(capacity.totals.services)
  const mine = await ask('capacity', `&category=${world.categories.debt}`)
  expect(mine.services.map((one: { service: { id: string } }) => one.service.id).toSorted()).toEqual(
    [world.services.first, world.services.second].toSorted(),
  )
})

test('API-1: what another organisation keeps looks absent, and a token that may only read changes nothing', async () => {
  const service = `/services/${world.services.third}`
  const organisation = `/organisations/${world.organisations.third}`
  const venue = (await primary.get('/locations')).body.locations[0].id
  const details = { name: 'Taken over', categoryIds: [world.categories.food], locationId: null }
  const writes = [
    ['POST', '/services', { organisation: world.organisations.third, details }],
    ['PATCH', service, { details }],
    ['GET', `${service}/description`],
    ['PUT', `${service}/capacity`, { capacity: 1 }],
    ['PUT', `${service}/hours`, { spans: [], closures: [], closedOnBankHolidays: true }],
    ['PUT', `${service}/catchment`, { kind: 'everywhere' }],
    ['POST', `${service}/pause`, { until: null }],
    ['POST', `${service}/resume`],
    ['POST', `${service}/copy`, { name: 'Copy' }],
    ['POST', `${service}/archive`],
    ['PATCH', organisation, { guidance: { referralGuidance: 'x' } }],
    ['GET', `${organisation}/description`],
    ['POST', `${organisation}/confirm`],
    ['POST', '/locations', { organisation: world.organisations.third, name: 'Mine' }],
    ['PATCH', `/locations/${venue}`, { postcode: 'nonsense' }],
  ] as const
  const outsider = await openClient(app, world.users.outsider)
  const member = await openClient(app, world.users.first)
  for (const [method, path, body] of writes)
    for (const asker of [stranger, reader, outsider, member]) {
      const { status, text } = await asker.send(method, path, body)
      expect(status, `${method} ${path} ${text}`).toBe(404)
    }
  const before = await primary.get(`${service}/description`)
  expect(before.body).toMatchObject({ status: 'active', details: { name: 'The third service' } })
  for (const path of [
    service,
    organisation,
    `/overview/capacity?network=${world.networkId}`,
    `/locations?organisation=${world.organisations.third}`,
  ])
    expect((await outsider.get(path)).status, path).toBe(404)
  expect((await outsider.send('POST', '/directory/search', { network: world.networkId, q: 'third' })).status).toBe(404)
  const coordinator = await openClient(app, world.users.coordinator)
  expect((await coordinator.send('PUT', `${service}/capacity`, { capacity: 4 })).body).toMatchObject({ capacity: 4 })
})

test('API-1: what is wanting is named by its path, and the description of the API knows every route', async () => {
  const { body } = await primary.send('POST', '/services', {
    details: { name: '', categoryIds: [], locationId: null },
    colour: 1,
  })
  expect(body.errors).toEqual(
    expect.arrayContaining([
      { field: 'details.name', code: 'required' },
      { field: 'details.categoryIds', code: 'choose_category' },
      { field: 'colour', code: 'unknown' },
    ]),
  )
  const { body: described } = await primary.get('/openapi.json')
  for (const path of [
    'organisations/{id}',
    'locations',
    'directory/search',
    'overview/coverage',
    'services/{id}/catchment',
  ])
    expect(described.paths, path).toHaveProperty([`/api/v1/${path}`])
})
const span = (weekday: number) => ({ weekday, opens: '09:00', closes: '12:00' })
