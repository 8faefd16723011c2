import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { endPauses } from '#src/actions/end-pauses.ts'
import { saveCatchment, shapeOfDrawn } from '#src/actions/save-catchment.ts'
import { readNetwork } from '#src/db/networks.ts'
import { placeOf } from '#src/db/places.ts'
import { readKeptService } from '#src/db/services/kept.ts'
import { findSuggestions } from '#src/db/suggestions.ts'
import { type App, startApp } from '../app.ts'
import type { Browser } from '../browser-like.ts'
import { network, type World } from '../network.ts'
import { secondNetwork } from '../second-network.ts'

let app: App
let world: World
let primary: Browser
const noon = () => new Date('2026-06-03T11:00:00Z')

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  world = await network({ database: app.database })
  primary = await app.as(world.users.firstPrimary)
})

const page = (section: string) => `/services/${world.services.first}/edit${section ? `/${section}` : ''}`
const kept = async () => readKeptService(app.database.db, (await world.as('firstPrimary')).actor, world.services.first)

/** Whether the first service would be suggested to somebody there who needs food. */
async function isSuggested(postcode = 'L4 9ZQ', age: number | null = null) {
  const { db } = app.database
  const asked = { needs: [world.categories.food], place: await placeOf(db, postcode), facts: { age, groups: {} } }
  const { suggested } = await findSuggestions(db, await readNetwork(db, world.networkId), asked, noon())
  return suggested.some(({ serviceId }) => serviceId === world.services.first)
}

test('SVC-7: your services are listed with category, capacity, open cases and days, and how complete each is', async () => {
  const { text, status } = await primary.get('/services')
  expect(status).toBe(200)
  expect(text).toContain('The first service')
  expect(text).toContain('Food and Debt')
  expect(text).toContain('0 of 10 places in use')
  expect(text).toContain('of 5 sections')
})

test('ORG-2: only its primary users and the coordinator keep a service; to all others it does not exist', async () => {
  for (const role of ['first', 'second', 'commissioner', 'outsider'] as const)
    expect((await (await app.as(world.users[role])).get(page(''))).status, role).toBe(404)
  expect((await (await app.as(world.users.coordinator)).get(page(''))).status).toBe(200)
})

test('SVC-1: a service is added with a name, a kind of help and a venue, and is suggested once it is started', async () => {
  await primary.get('/services/new')
  const none = await primary.post('/services/new', { name: '', locationId: '' })
  expect(none.status).toBe(422)
  expect(none.text).toContain('Enter a name for the service')
  expect(none.text).toContain('Choose at least one kind of help')
  const added = await primary.post('/services/new', {
    name: 'Night pantry',
    categoryIds: world.categories.food,
    locationId: '',
  })
  expect(added.status).toBe(303)
  const id = /services\/([\w-]+)\/edit/.exec(added.location ?? '')?.[1] ?? ''
  const hub = await primary.get(`/services/${id}/edit`)
  expect(hub.text).toContain('Start taking referrals')
  const rows = () =>
    app.database.owner.selectFrom('serviceCategory').select('open').where('serviceId', '=', id).execute()
  expect(await rows()).toEqual([{ open: false }])
  await primary.post(`/services/${id}/resume`)
  expect(await rows()).toEqual([{ open: true }])
})

test('SVC-1: a venue gets its place from its postcode, a map link from its place, and is shared by the services', async () => {
  const saved = await primary.fill(`/services/${world.services.first}/venues/new`, {
    name: 'Lantern House',
    postcode: 'l4 9zq',
    address1: '1 Lantern Row',
    accessibility: 'Step-free',
  })
  expect(saved.status).toBe(303)
  const id = new URL(saved.location ?? '', app.url).searchParams.get('venue') ?? ''
  await primary.fill(page('details'), {
    name: 'The first service',
    categoryIds: [world.categories.food, world.categories.debt],
    locationId: id,
  })
  const { venue } = await kept()
  expect(venue).toMatchObject({ postcode: 'L4 9ZQ', latitude: expect.closeTo(53.44, 3), approximate: false })
  expect((await primary.get(page(''))).text).toContain('openstreetmap.org/?mlat=53.44')
  expect((await primary.get('/services/new')).text).toContain('Lantern House')
})

test('ORG-3: a service has its place in each network of its organisation, in the words of each; its name is one of the organisation’s own', async () => {
  const { networkId: other, categories } = await secondNetwork(world, { members: ['first'] })
  expect((await primary.get(page(''))).text).toContain('Deeside Advice')
  const there = `${page('details')}?network=${other}`
  expect((await primary.get(there)).text).toContain('Legal advice')
  expect((await primary.get('/services/new')).text).toContain('<option value="The first service">')
  const saved = await primary.fill(there, {
    name: 'The first service',
    categoryIds: categories.legal,
    locationId: '',
  })
  expect(saved.status).toBe(303)
  const { places } = await kept()
  const kinds = new Map(places.map(({ networkId, categoryIds }) => [networkId, [...categoryIds].sort()]))
  expect(kinds.get(other)).toEqual([categories.legal])
  expect(kinds.get(world.networkId)).toEqual([world.categories.food, world.categories.debt].sort())
})

test('SVC-1: a venue of another organisation cannot be chosen', async () => {
  const second = await app.as(world.users.second)
  const saved = await second.fill(`/services/${world.services.second}/venues/new`, { name: 'Not theirs' })
  const id = new URL(saved.location ?? '', app.url).searchParams.get('venue') ?? ''
  const answer = await primary.fill(page('details'), {
    name: 'The first service',
    categoryIds: world.categories.food,
    locationId: id,
  })
  expect(answer.status).toBe(422)
  expect((await kept()).venue).toBeNull()
})

test('SVC-2: matching respects a drawn hole and a second polygon', async () => {
  const square = (west: number, south: number, size: number) => [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  const ctx = await world.as('firstPrimary')
  const draw = (...rings: number[][][]) =>
    saveCatchment(ctx, world.services.first, {
      kind: 'drawn',
      shape: shapeOfDrawn({ type: 'MultiPolygon', coordinates: rings.map(ring => [ring]) }, 'shape'),
    })
  await draw(square(-3, 53.4, 0.1))
  expect(await isSuggested('L4 9ZQ')).toBe(true)
  expect(await isSuggested('M1 9ZQ')).toBe(false)
  await draw(square(-3, 53.4, 0.1), square(-2.97, 53.43, 0.02))
  expect(await isSuggested('L4 9ZQ'), 'in the hole').toBe(false)
  await draw(square(-3, 53.4, 0.1), square(-2.97, 53.43, 0.02), square(-2.3, 53.45, 0.1))
  expect(await isSuggested('M1 9ZQ'), 'in the second polygon').toBe(true)
  const { catchment } = await kept()
  expect(catchment.kind === 'drawn' && catchment.shape.coordinates.map(polygon => polygon.length)).toEqual([2, 1])
})

test('SVC-2: every way but drawing works without a script', async () => {
  await primary.fill(page('area'), { kind: 'districts', districts: 'l4, CH41 1aa  L5' })
  expect((await kept()).catchment).toEqual({ kind: 'districts', districts: ['L4', 'CH41', 'L5'] })
  await primary.fill(page('area'), { kind: 'authorities', authorities: 'E08000012' })
  expect((await kept()).catchment).toEqual({ kind: 'authorities', authorities: ['E08000012'] })
  await primary.fill(page('area'), { kind: 'everywhere' })
  expect((await kept()).catchment).toEqual({ kind: 'everywhere' })
  const radius = await primary.fill(page('area'), { kind: 'radius', miles: '2.5' })
  expect(radius.status, 'without a venue').toBe(422)
  const wrong = await primary.fill(page('area'), { kind: 'districts', districts: 'L4, Liverpool' })
  expect(wrong.text).toContain('is not the first half of a postcode')
})

test.each([
  [
    'crosses itself',
    JSON.stringify(
      polygon([
        [-3, 53.4],
        [-2.9, 53.5],
        [-2.9, 53.4],
        [-3, 53.5],
      ]),
    ),
    'crosses itself',
  ],
  [
    'lies in another country',
    JSON.stringify(
      polygon([
        [2.3, 48.8],
        [2.4, 48.8],
        [2.4, 48.7],
      ]),
    ),
    'outside the United Kingdom',
  ],
  ['has 50,000 corners', JSON.stringify(polygon(circleOf(50_000))), 'at most 5,000'],
  ['is no GeoJSON', '<svg/>', 'not GeoJSON with polygons'],
])('SVC-2: an uploaded area that %s is refused with a clear message', async (_, text, words) => {
  const answer = await upload(page('area'), { kind: 'drawn' }, 'file', new Blob([text]))
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(words)
})

test('SVC-2: an uploaded area with a hole is kept as it is', async () => {
  const hole = [
    [-2.97, 53.43],
    [-2.97, 53.45],
    [-2.95, 53.45],
    [-2.95, 53.43],
    [-2.97, 53.43],
  ]
  const file = polygon([
    [-3, 53.4],
    [-2.9, 53.4],
    [-2.9, 53.5],
    [-3, 53.5],
  ])
  file.coordinates.push(hole)
  const answer = await upload(page('area'), { kind: 'drawn' }, 'file', new Blob([JSON.stringify(file)]))
  expect(answer.status).toBe(303)
  expect(await isSuggested('L4 9ZQ')).toBe(false)
})

test('SVC-3: a day has several spans, one day is copied to the others, and dates are closed', async () => {
  const times = { 'day1.0.opens': '09:00', 'day1.0.closes': '12:00', 'day1.1.opens': '13:00', 'day1.1.closes': '17:00' }
  const copied = await primary.fill(page('hours'), { days: ['1', '2'], ...times, do: 'copy 1' })
  expect(copied.text).toContain('name="day2.1.closes" value="17:00"')
  const saved = await primary.post(page('hours'), {
    ...{ days: ['1', '5'], ...times, 'day5.0.opens': '22:00', 'day5.0.closes': '02:00' },
    ...{ 'closure.0.firstDay': '2026-12-24', 'closure.0.lastDay': '', 'closure.0.reason': 'Eve' },
    closedOnBankHolidays: 'yes',
  })
  expect(saved.status).toBe(303)
  const { spans, closures } = await kept()
  expect(spans.map(({ weekday, opens, closes }) => `${weekday} ${opens}-${closes}`)).toEqual([
    '1 09:00-12:00',
    '1 13:00-17:00',
    '5 22:00-02:00',
  ])
  expect(closures).toEqual([{ firstDay: '2026-12-24', lastDay: '2026-12-24', reason: 'Eve' }])
  const without = await primary.fill(page('hours'), { days: '3' })
  expect(without.status, 'a chosen day without hours').toBe(422)
})

test('SVC-4: capacity is set to 0 from the list with one press, and back to what it was', async () => {
  await primary.fill(page('capacity'), { capacity: '12' })
  expect(await isSuggested()).toBe(true)
  await primary.get('/services')
  await primary.post(`/services/${world.services.first}/stop`)
  expect(await kept()).toMatchObject({ capacity: 0, capacityBefore: 12 })
  expect(await isSuggested()).toBe(false)
  expect((await primary.get('/services')).text).toContain('Take referrals again (12 places)')
  await primary.post(`/services/${world.services.first}/restore`)
  expect(await kept()).toMatchObject({ capacity: 12, capacityBefore: null })
  await primary.fill(page('capacity'), { capacity: '' })
  expect(await kept()).toMatchObject({ capacity: null })
  expect((await primary.fill(page('capacity'), { capacity: 'many' })).status).toBe(422)
})

test('SVC-7: a pause ends by itself after its day', async () => {
  await primary.get('/services')
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await primary.post(`/services/${world.services.first}/pause`, { until: day })
  expect(await isSuggested()).toBe(false)
  const later = { ...world.ctx, now: () => new Date(Date.now() + 5 * 86_400_000) }
  expect(await endPauses(later)).toBe(1)
  expect(await isSuggested()).toBe(true)
})

test('SVC-7: a copy takes no referrals, and what still has cases is not archived', async () => {
  await primary.get('/services')
  const copied = await primary.post(`/services/${world.services.first}/copy`)
  const id = /services\/([\w-]+)\/edit/.exec(copied.location ?? '')?.[1] ?? ''
  expect((await primary.get(`/services/${id}/edit`)).text).toContain('Copy of The first service')
  await world.send({ needs: ['food'], ask: ['first'] })
  const refused = await primary.post(`/services/${world.services.first}/archive`)
  expect(refused.status).toBe(409)
  expect((await primary.post(`/services/${id}/archive`)).status).toBe(303)
  expect((await primary.get('/services')).text).not.toContain('Copy of The first service')
})

test('SVC-5: an uploaded picture is drawn anew, without its EXIF, never without words, and shown as nothing but a picture', async () => {
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b5a4e' } })
    .withExif({ IFD0: { Copyright: 'Somewhere secret' } })
    .jpeg()
    .toBuffer()
  const file = new Blob([new Uint8Array(photo)])
  const silent = await upload(page('picture'), { alt: ' ' }, 'picture', file)
  expect(silent.status).toBe(422)
  expect(silent.text).toContain('Say in a few words what the picture shows')
  const disguised = await upload(page('picture'), { alt: 'A page' }, 'picture', new Blob(['<script>alert(1)</script>']))
  expect(disguised.text).toContain('must be a JPG')
  expect((await upload(page('picture'), { alt: 'A green wall' }, 'picture', file)).status).toBe(303)
  const { pictureId } = await kept()
  const served = await primary.request(`/pictures/${pictureId}`)
  expect(served.headers.get('content-type')).toBe('image/webp')
  expect(served.headers.get('x-content-type-options')).toBe('nosniff')
  expect(served.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect(served.text).not.toContain('Somewhere secret')
  const asAnybody = async (end = '') => (await app.browser().get(`/pictures/${pictureId}${end}`)).status
  expect(await asAnybody(), 'listed').toBe(200)
  expect(await asAnybody('/cut'), 'listed').toBe(200)
  await primary.fill(page('public'), { description: 'Food for the week.' })
  expect(await asAnybody(), 'not listed').toBe(404)
  expect(await asAnybody('/cut'), 'not listed').toBe(404)
})

test('SVC-5: what shows of a picture is seen before anybody else sees it, and chosen by pressing it or by buttons', async () => {
  const wide = { width: 400, height: 100, channels: 3 as const, background: '#ffffff' }
  const red = { create: { width: 100, height: 100, channels: 3 as const, background: '#ff0000' } }
  const photo = await sharp({ create: wide })
    .composite([{ input: red, left: 300, top: 0 }])
    .png()
    .toBuffer()
  await upload(page('picture'), { alt: 'Red at the end' }, 'picture', new Blob([new Uint8Array(photo)]))
  const shown = async () => {
    const { text } = await primary.get(page('public'))
    const [address = ''] = text.match(/\/pictures\/[^"]+\/cut[^"]*/) ?? []
    const cookie = `session=${primary.cookies.get('session')}`
    const response = await fetch(new URL(address, app.url), { headers: { cookie } })
    const picture = sharp(await response.arrayBuffer())
    const { dominant } = await picture.stats()
    const { width, height } = await picture.metadata()
    return { address, size: [width, height], isRed: dominant.r > 200 && dominant.g < 60, text }
  }
  const first = await shown()
  expect([first.size, first.isRed]).toEqual([[150, 100], false])
  expect(first.text).toContain('Further right')
  expect(first.text).not.toContain('Further up')
  await primary.post(page('picture/cut'), { 'focus.x': '260', 'focus.y': '30' })
  const pressed = await shown()
  expect(pressed.isRed).toBe(true)
  expect(pressed.address, 'nobody is shown the one before').not.toBe(first.address)
  await primary.post(page('picture/cut'), { 'focus.x': '0', 'focus.y': '0' })
  expect((await shown()).address, 'by a key: nothing was pressed').toBe(pressed.address)
  for (const _ of [1, 2, 3, 4]) await primary.post(page('picture/cut'), { move: 'left' })
  const moved = await shown()
  expect(moved.isRed).toBe(false)
  expect(moved.text).toContain('Further right')
  expect((await primary.get(`/organisations/${world.organisations.first}`)).text).toContain(moved.address)
})

test('SVC-6: ages are said in words and decide who it is suggested for; blank is everyone', async () => {
  await primary.fill(page('restrictions'), { 'ages.from': '60', 'ages.to': '' })
  expect((await primary.get(page(''))).text).toContain('Only people aged 60 or over')
  expect(await isSuggested('L4 9ZQ', 30)).toBe(false)
  expect(await isSuggested('L4 9ZQ', 70)).toBe(true)
  const tried = await primary.fill(`/services/${world.services.first}/try`, {
    need: world.categories.food,
    postcode: 'L4 9ZQ',
    age: '30',
  })
  expect(tried.text).toContain('No, it would not be suggested')
  expect(tried.text).toContain('Only supports people aged 60 or over')
  expect((await primary.fill(page('restrictions'), { 'ages.from': '60', 'ages.to': '20' })).status).toBe(422)
  await primary.fill(page('restrictions'), { 'ages.from': '', 'ages.to': '' })
  expect(await isSuggested('L4 9ZQ', 30)).toBe(true)
})

test('SVC-6, FORM-1: a demographic that is a number restricts too: in the editor, tried out, suggested and over the rules of both ends', async () => {
  await sql`insert into demographic (network_id, key, label, kind, position)
    values (${world.networkId}, 'children', 'Children at home', 'number', 90)`.execute(app.database.owner)
  const bounds = (from: string, to: string) => ({ 'numbers.children.from': from, 'numbers.children.to': to })
  const wrong = await primary.fill(page('restrictions'), bounds('a few', '2'))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Enter a whole number from 0 to 999,999')
  expect(wrong.text).toContain('a few')
  expect((await primary.fill(page('restrictions'), bounds('3', '2'))).text).toContain('must not be below the lowest')
  expect((await primary.fill(page('restrictions'), bounds('2', ''))).status).toBe(303)
  expect((await primary.get(page(''))).text).toContain('Children at home: only 2 or more')
  const tried = (number: string) =>
    primary.fill(`/services/${world.services.first}/try`, {
      ...{ need: world.categories.food, postcode: 'L4 9ZQ', age: '', 'numbers.children': number },
    })
  expect((await tried('1')).text).toContain('Only where “Children at home” is 2 or more')
  expect((await tried('2')).text).not.toContain('Only where')
  expect((await tried('')).text).toContain('Check “Children at home”: it takes 2 or more')
  await primary.fill(page('restrictions'), bounds('', ''))
  expect((await primary.get(page(''))).text).not.toContain('Children at home: only')
})

/** A form with a file, its token from the page before. */
async function upload(path: string, fields: Record<string, string>, name: string, file: Blob) {
  const { text } = await primary.get(page('public'))
  const body = new FormData()
  body.set('token', /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '')
  for (const [key, value] of Object.entries(fields)) body.set(key, value)
  body.set(name, file, 'whatever.bin')
  return primary.request(path, { method: 'POST', body, headers: { origin: new URL(app.url).origin } })
}

function polygon(corners: number[][]) {
  return { type: 'Polygon', coordinates: [[...corners, corners[0] ?? []]] }
}

function circleOf(corners: number): number[][] {
  return Array.from({ length: corners }, (_, at) => {
    const angle = (at / corners) * 2 * Math.PI
    return [-2.9 + 0.1 * Math.cos(angle), 53.4 + 0.1 * Math.sin(angle)]
  })
}
