/** Services as those who keep them add, describe, stop and restrict them (SVC-1, SVC-3, SVC-4, SVC-6, SVC-7). */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { endPauses } from '#src/actions/end-pauses.ts'
import { type App, startApp } from '../app.ts'
import type { Browser } from '../browser-like.ts'
import { network, type World } from '../network.ts'
import { secondNetwork } from '../second-network.ts'
import { type Editor, serviceEditor } from '../service-editor.ts'

let app: App
let world: World
let primary: Browser
let editor: Editor
const page = (section: string) => editor.page(section)
const kept = () => editor.kept()
const isSuggested: Editor['isSuggested'] = (...asked) => editor.isSuggested(...asked)

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  world = await network({ database: app.database })
  primary = await app.as(world.users.firstPrimary)
  editor = serviceEditor(world, primary)
})

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
