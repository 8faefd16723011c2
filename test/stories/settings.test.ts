/** What a coordinator sets for the network: its lists and its response times (NET-1, ADM-1). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNetwork } from '#src/db/networks.ts'
import { type Entry, readRegister } from '#src/db/settings.ts'
import { findSuggestions } from '#src/db/suggestions.ts'
import { listTerms } from '#src/db/terms.ts'
import { type RegisterName, registerOf } from '#src/domain/registers.ts'
import { type App, startApp } from '../app.ts'
import type { Browser } from '../browser-like.ts'
import { network, type World } from '../network.ts'

let app: App
let world: World
let browser: Browser

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  browser = await app.as(world.users.coordinator)
})
afterAll(() => app.stop())

async function entriesOf(name: RegisterName): Promise<Entry[]> {
  const register = registerOf(name)
  if (!register) throw new Error(name)
  return readRegister(app.database.db, world.networkId, register)
}
async function entryCalled(name: RegisterName, label: string): Promise<Entry> {
  const entry = (await entriesOf(name)).find(one => one.label === label)
  if (!entry) throw new Error(`no ${label} in ${name}`)
  return entry
}
const add = (name: RegisterName, fields: Record<string, string>) => browser.fill(`/system/lists/${name}`, fields)
async function change(name: RegisterName, label: string, fields: Record<string, string>) {
  const { id, seen } = await entryCalled(name, label)
  return browser.fill(`/system/lists/${name}/${id}`, { seen, ...fields })
}
const category = (label: string, parentId = '') => ({ label, description: '', icon: '', parentId })

test('ADM-1: only coordinators find the settings, each in the menu', async () => {
  const hub = await browser.get('/system')
  expect(hub.status).toBe(200)
  expect(hub.text).toContain('Reasons for declining')
  for (const role of ['firstPrimary', 'commissioner', 'administrator'] as const) {
    const other = await app.as(world.users[role])
    expect((await other.get('/system/lists/categories')).status, role).toBe(404)
  }
})

test('ADM-1: a category is added under another, described, moved and renamed; an old referral keeps the old word', async () => {
  const sent = await world.send({ needs: ['company'], ask: ['thirdToo'] })
  expect((await add('categories', category('Walking group', world.categories.company))).status).toBe(303)
  const group = await entryCalled('categories', 'Walking group')
  expect(group.parentId).toBe(world.categories.company)
  await change('categories', 'Walking group', {
    ...category('Walks'),
    description: 'Out of doors',
    icon: 'sprout',
    do: 'change',
  })
  expect(await entryCalled('categories', 'Walks')).toMatchObject({ parentId: null, icon: 'sprout' })
  await change('categories', 'Company', { ...category('Companionship'), do: 'change' })
  const referral = await (await app.as(world.users.referrer)).get(`/referrals/${sent.id}`)
  expect(referral.text).toContain('<strong>Company</strong>')
  expect(referral.text).not.toContain('<strong>Companionship</strong>')
  await change('categories', 'Companionship', { ...category('Company'), do: 'change' })
})

test('ADM-1: an entry moves up and down among those beside it', async () => {
  const labels = async () => (await entriesOf('facilities')).map(({ label }) => label).slice(0, 3)
  const [first = '', second = '', third = ''] = await labels()
  const { id } = await entryCalled('facilities', second)
  await browser.fill('/system/lists/facilities', { id, do: 'up' })
  expect(await labels()).toEqual([second, first, third])
  await browser.fill('/system/lists/facilities', { id, do: 'down' })
  expect(await labels()).toEqual([first, second, third])
})

test('ADM-1: what is in use cannot be deleted, only retired and brought back; what nothing uses can', async () => {
  const { id, seen } = await entryCalled('categories', 'Food')
  const page = await browser.get(`/system/lists/categories/${id}`)
  expect(page.text).toContain('it cannot be deleted')
  expect(page.text).not.toContain('Delete for good')
  expect((await browser.post(`/system/lists/categories/${id}`, { seen, do: 'delete' })).status).toBe(409)
  await change('categories', 'Food', { do: 'retire' })
  const form = await (await app.as(world.users.referrer)).get('/refer')
  expect((await readNetwork(app.database.db, world.networkId)).categories.get(id)?.retired).toBe(true)
  expect(form.status).toBeLessThan(400)
  await change('categories', 'Food', { do: 'restore' })
  expect((await entryCalled('categories', 'Food')).retired).toBe(false)

  await add('facilities', { label: 'Swimming pool' })
  await change('facilities', 'Swimming pool', { do: 'delete' })
  expect((await entriesOf('facilities')).map(({ label }) => label)).not.toContain('Swimming pool')
})

test('ADM-1: a reason that was given stays in old referrals and leaves the list', async () => {
  const sent = await world.send({ needs: ['food'], ask: ['first'] })
  const reason = await entryCalled('decline-reasons', 'We have no room at the moment')
  await world.act('first', 'reject', { id: sent.id, service: 'first' }, { reasonId: reason.id, note: '' })
  expect((await change('decline-reasons', reason.label, { do: 'delete' })).status).toBe(409)
  await change('decline-reasons', reason.label, { do: 'retire' })
  const offered = await listTerms(app.database.db, world.networkId, 'decline_reason')
  expect(offered.map(({ id }) => id)).not.toContain(reason.id)
  expect((await (await app.as(world.users.referrer)).get(`/referrals/${sent.id}`)).text).toContain(reason.label)
})

test('NET-1: outcomes stand in two groups, for every category or for one', async () => {
  await add('outcomes', { label: 'Has a bed tonight', successful: 'yes', categoryId: world.categories.housing })
  expect(await entryCalled('outcomes', 'Has a bed tonight')).toMatchObject({
    successful: true,
    categoryId: world.categories.housing,
  })
  const missing = await add('outcomes', { label: 'Something', categoryId: '' })
  expect(missing.status).toBe(422)
  expect(missing.text).toContain('Choose how it counts')
  const page = await browser.get('/system/lists/outcomes')
  expect(page.text.indexOf('Has a bed tonight')).toBeLessThan(page.text.indexOf('no response received'))
})

test('NET-1: a merged category passes its services on, and who needed it is routed to the other', async () => {
  await add('categories', category('Meals'))
  const meals = await entryCalled('categories', 'Meals')
  await browser.get(`/system/lists/categories/${world.categories.food}`)
  const merged = await change('categories', 'Food', { do: 'merge', into: meals.id })
  expect(merged.status).toBe(303)
  const now = await readNetwork(app.database.db, world.networkId)
  const sought = { place: null, facts: { age: null, groups: {} }, named: [] }
  for (const need of [meals.id, world.categories.food]) {
    const { suggested } = await findSuggestions(app.database.db, now, { ...sought, needs: [need] }, new Date())
    expect(suggested.map(({ serviceId }) => serviceId)).toContain(world.services.first)
  }
  expect((await entryCalled('categories', 'Food')).mergedIntoId).toBe(meals.id)
})

test('NET-1: a category cannot be moved or merged under itself', async () => {
  await add('categories', category('Home'))
  const home = await entryCalled('categories', 'Home')
  await add('categories', category('Repairs', home.id))
  const repairs = await entryCalled('categories', 'Repairs')
  const moved = await change('categories', 'Home', { ...category('Home', repairs.id), do: 'change' })
  expect(moved.status).toBe(422)
  expect((await change('categories', 'Home', { do: 'merge', into: repairs.id })).status).toBe(422)
})

test('ADM-1: of two at once the later is told, and keeps what was typed', async () => {
  const { id, seen } = await entryCalled('facilities', 'Parking')
  await change('facilities', 'Parking', { label: 'Car park', do: 'change' })
  const late = await browser.post(`/system/lists/facilities/${id}`, {
    seen,
    label: 'Parking for bicycles',
    do: 'change',
  })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Somebody changed this while the page was open')
  expect(late.text).toContain('Parking for bicycles')
  expect((await entriesOf('facilities')).map(({ label }) => label)).toContain('Car park')
})

test('ADM-1: two beside each other cannot have the same name', async () => {
  const twin = await add('facilities', { label: 'hearing LOOP' })
  expect(twin.status).toBe(422)
  expect(twin.text).toContain('There is one with this name already')
})

test('NET-1: categories come out as a file and go in again after a look, bad rows named by their line', async () => {
  const file = await browser.get('/system/lists/categories/csv')
  expect(file.headers.get('content-type')).toContain('text/csv')
  expect(file.text.split('\n')[0]?.trim()).toMatch(/id,category,under,description,icon,retired$/)
  const text = [
    'category,under,description,icon',
    'Money,,Everything about it,wallet',
    'Benefits,Money,,',
    'Lost,Nowhere,,',
    ',,,',
    'Odd,,,spaceship',
  ].join('\n')
  await browser.get('/system/lists/categories')
  const preview = await browser.post('/system/lists/categories/import', { text })
  expect(preview.status).toBe(200)
  expect(preview.text).toContain('Make 2 changes')
  expect(preview.text).toContain('Line 4 (Lost)')
  expect(preview.text).toContain('Line 6 (Odd)')
  expect((await entriesOf('categories')).map(({ label }) => label)).not.toContain('Money')
  const seen = /name="seen" value="([^"]+)"/.exec(preview.text)?.[1] ?? ''
  expect((await browser.post('/system/lists/categories/import', { text, seen })).status).toBe(303)
  const money = await entryCalled('categories', 'Money')
  expect((await entryCalled('categories', 'Benefits')).parentId).toBe(money.id)
  expect((await browser.post('/system/lists/categories/import', { text, seen })).status).toBe(409)
})

test('NET-1: a demographic is asked in the network’s words; its choices are renamed, ordered, added and retired', async () => {
  await add('demographics', { label: 'First language', kind: 'single' })
  await change('demographics', 'First language', {
    label: 'First language',
    more: 'English\nWelsh\nPolish',
    do: 'change',
  })
  const fields = { label: 'First language', more: '' }
  await change('demographics', 'First language', { ...fields, 'option.polish': 'Polski', do: 'up:polish' })
  await change('demographics', 'First language', { ...fields, 'option.polish': 'Polski', do: 'retire:english' })
  expect(await entryCalled('demographics', 'First language')).toMatchObject({
    key: 'first_language',
    options: [
      { key: 'english', label: 'English', retired: true },
      { key: 'polish', label: 'Polski', retired: false },
      { key: 'welsh', label: 'Welsh', retired: false },
    ],
  })
})

test('NET-1: response times are set in hours or working days, and show what they come to before they are saved', async () => {
  app.clock.now = () => new Date('2026-03-04T10:00:00Z')
  const page = await browser.get('/system/response-times')
  const seen = /name="seen" value="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const fields = {
    ...{ 'normal.unit': 'working_days', 'normal.remind': '1', 'normal.escalate': '2', 'normal.passOn': '' },
    ...{ 'urgent.unit': 'elapsed_hours', 'urgent.remind': '4', 'urgent.escalate': '24', 'urgent.passOn': '48' },
    ...{ nation: 'england', seen },
  }
  const preview = await browser.post('/system/response-times', { ...fields, do: 'preview' })
  expect(preview.text).toContain('asked on Friday 6 March at 4pm')
  expect(preview.text).toContain('is reminded on Monday 9 March at 4pm')
  expect(preview.text).toContain('the coordinator is told on Saturday 7 March at 4pm')
  const wrong = await browser.post('/system/response-times', { ...fields, 'normal.remind': '9' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Each step must come at the same time')
  expect((await browser.post('/system/response-times', fields)).status).toBe(303)
  const { settings } = await readNetwork(app.database.db, world.networkId)
  expect(settings.clock.normal).toEqual({ unit: 'working_days', remind: 1, escalate: 2, passOn: null })
  expect((await browser.post('/system/response-times', fields)).status).toBe(409)
  app.clock.now = () => new Date()
})
