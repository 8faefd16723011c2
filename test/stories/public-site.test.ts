/** PUB-1, PUB-2: a network's welcome page, its organisations, a reader's own list, and the ways to complain and to stay safe. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeService, type ServiceParts } from '#src/db/services/save.ts'
import { type App, startApp } from '../app.ts'
import { network, type ServiceKey, type World } from '../network.ts'

let app: App
let world: World
let at: string
const browser = () => app.browser()
const get = (path = '') => browser().get(`${at}${path}`)
const h1 = (text: string) => /<h1[^>]*>([^<]*)/.exec(text)?.[1]

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database, settings: { publicDirectory: true } })
  const { owner } = app.database
  at = `/n/${(await owner.selectFrom('network').select('slug').executeTakeFirstOrThrow()).slug}`
  const { first, second, third } = world.organisations
  await owner
    .updateTable('organisation')
    .set({ name: 'Éire Larder', phone: '0151 496 0309' })
    .where('id', '=', first)
    .execute()
  await owner
    .updateTable('organisation')
    .set({ name: '7 Harbour Street', confirmedAt: new Date('2026-05-04T12:00:00Z') })
    .where('id', '=', second)
    .execute()
  await owner.updateTable('organisation').set({ name: 'Wren House' }).where('id', '=', third).execute()
  await change('first', {
    name: 'Lantern Food Club',
    description: 'Shopping for a week.',
    hours: [{ weekday: 1, opens: '09:00', closes: '16:00' }],
  })
  await change('second', { name: 'Tideway Debt Line' })
  await change('third', { name: 'Quayside Homes' })
  await change('thirdToo', { name: 'Unlisted Company', networks: [{ networkId: world.networkId, listed: false }] })
})
afterAll(() => app?.stop())

const change = (key: ServiceKey, parts: ServiceParts) =>
  app.database.owner.transaction().execute(trx => changeService(trx, world.services[key], parts))
const set = (settings: object) =>
  app.database.owner
    .updateTable('network')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', world.networkId)
    .execute()

test('PUB-1: the welcome page says what the network is, where, who runs it, and what there is of each kind of help', async () => {
  const { status, text, headers } = await get()
  expect([status, h1(text)]).toEqual([200, 'Find help in Liverpool'])
  for (const said of [
    'Northbank Help',
    'Ceri Vaughan looks after',
    'What do you need?',
    'Postcode or place',
    '3 services from 3 organisations',
  ])
    expect(text).toContain(said)
  for (const [kind, said] of [
    ['food', 'See 1 service'],
    ['debt', 'See all 2 services'],
    ['housing', 'See all 2 services'],
    ['company', 'None listed at the moment'],
  ] as const)
    expect(cardOf(text, kind), kind).toContain(said)
  for (const href of [
    '/sign-in?next=%2Frefer',
    `/networks/${at.slice(3)}/join`,
    `${at}/complaints`,
    `${at}/safety`,
    `${at}/organisations?need=${world.categories.debt}`,
  ])
    expect(text, href).toContain(`href="${href}"`)
  expect(headers.getSetCookie()).toEqual([])
})

test('PUB-1: its search leads to what is found, and nothing that was typed into the address', async () => {
  const { location } = await browser().post(`${at}/services`, { words: 'debt', place: '' })
  expect(location).toMatch(/\/services\?s=[\w-]+$/)
})

test('PUB-1: with the directory off it names the kinds of help and who to ask, and nothing is counted or can be reached', async () => {
  await set({ publicDirectory: false })
  const { status, text } = await get()
  expect([status, h1(text)]).toEqual([200, 'Organisations that help people, working together'])
  expect(text).toContain('This network has no public directory')
  expect(cardOf(text, 'debt')).not.toMatch(/\d+ (service|organisation)/)
  expect(text).not.toMatch(/Larder|Lantern|Tideway|Find help<|organisations"/)
  for (const path of [
    '/organisations',
    `/organisations/${world.organisations.first}`,
    '/saved',
    '/changes.rss',
    '/embed',
    `/services/${world.services.first}/calendar.ics`,
  ])
    expect((await get(path)).status, path).toBe(404)
  for (const path of ['/complaints', '/safety']) expect((await get(path)).status, path).toBe(200)
  expect((await browser().get('/sign-in')).text).not.toContain('Looking for help?')
  await set({ publicDirectory: true })
})

test('PUB-1: a network that was archived has no pages', async () => {
  const archive = (archivedAt: Date | null) =>
    app.database.owner.updateTable('network').set({ archivedAt }).where('id', '=', world.networkId).execute()
  await archive(new Date())
  for (const path of ['', '/complaints', '/safety', '/organisations']) expect((await get(path)).status, path).toBe(404)
  await archive(null)
})

test('PUB-1: somebody who is not signed in is led there, and so is whoever thinks of joining', async () => {
  expect((await browser().get('/sign-in')).text).toContain('Looking for help? <a href="/n">')
  expect((await browser().get('/n')).location).toBe(at)
  expect((await browser().get(`/networks/${at.slice(3)}/join`)).text).toContain(`href="${at}"`)
})

test('PUB-1: a coordinator finds its address in the settings, to copy, and what another site pastes', async () => {
  const coordinator = await app.as(world.users.coordinator)
  for (const path of ['/system/directory', '/system/details'])
    expect((await coordinator.get(path)).text, path).toContain(`data-copy="${app.config.baseUrl}${at}"`)
  expect((await coordinator.get('/system/directory/try')).text).toContain(`src="${at}/embed"`)
  await set({ publicDirectory: true, embedOrigins: ['https://council.example'] })
  expect((await coordinator.get('/system/directory')).text).toContain(`${app.config.baseUrl}${at}/embed`)
})

test('PUB-2: organisations with a listed service stand A to Z, accents and figures in their place, and narrow by kind', async () => {
  const { text } = await get('/organisations')
  expect(h1(text)).toBe('3 organisations you can turn to')
  expect([...text.matchAll(/id="letter-(\w+)"/g)].map(([, letter]) => letter)).toEqual(
    ['other', 'w', 'e'].sort(bySeen(text)),
  )
  const housing = await get(`/organisations?need=${world.categories.housing}`)
  expect(h1(housing.text)).toBe('2 organisations for Housing'.replace('Housing', labelIn(housing.text)))
  expect(housing.text).not.toContain('Larder')
  const company = await get(`/organisations?need=${world.categories.company}`)
  expect(company.text).toContain('No organisation offers this at the moment')
})

test('PUB-2: an organisation shows what it offers publicly, how to get in touch and when that was checked', async () => {
  const { text } = await get(`/organisations/${world.organisations.second}`)
  expect(h1(text)).toBe('7 Harbour Street')
  expect(text).toContain('Last checked on 4 May 2026')
  expect(text).toContain(`${at}/services/${world.services.second}`)
  expect((await get(`/organisations/${world.organisations.first}`)).text).toContain('href="tel:01514960309"')
  expect((await get(`/organisations/${world.organisations.third}`)).text).not.toContain('Unlisted Company')
})

test('PUB-2: an organisation without a public service, suspended or of no network here, is not there', async () => {
  const { referrer, outsider, third } = world.organisations
  for (const id of [referrer, outsider, 'nonsense']) expect((await get(`/organisations/${id}`)).status, id).toBe(404)
  const suspend = (status: string) =>
    app.database.owner
      .updateTable('organisationInNetwork')
      .set({ status })
      .where('organisationId', '=', third)
      .execute()
  await suspend('suspended')
  expect((await get(`/organisations/${third}`)).status).toBe(404)
  expect((await get('/organisations')).text).not.toContain('Wren House')
  await suspend('active')
})

test('PUB-2: a list is its address: by organisation, to ring, to send, to shorten and to clear, with no cookie', async () => {
  const [first, third] = [world.services.first, world.services.third].map(id => id.slice(0, 8))
  const { text, headers } = await get(`/saved?list=${first}.${third}`)
  expect(h1(text)).toBe('2 services on your list')
  for (const said of [
    'Éire Larder',
    'Lantern Food Club',
    'href="tel:01514960309"',
    'Monday: 9am to 4pm',
    'We keep nothing about you',
  ])
    expect(text).toContain(said)
  expect(text).toContain(`data-copy="${app.config.baseUrl}${at}/saved?list=${first}.${third}"`)
  expect(text).toContain(`href="${at}/saved?list=${third}" rel="nofollow"`)
  expect(text).toContain(`href="${at}/saved" rel="nofollow"`)
  expect(text).toContain('<meta name="robots" content="noindex"/>')
  expect(headers.getSetCookie()).toEqual([])
  expect(h1((await get('/saved')).text)).toBe('Your list is empty')
})

test('PUB-2: what is no longer listed is counted on a list, and not told', async () => {
  const list = [world.services.first, world.services.thirdToo].map(id => id.slice(0, 8)).join('.')
  const { text } = await get(`/saved?list=${list}`)
  expect(text).toContain('1 service on this list is no longer listed.')
  expect(text).not.toContain('Unlisted Company')
})

test('PUB-1: who complains is told whom, what of their data, and the regulator; in Welsh too', async () => {
  const { text } = await get('/complaints')
  for (const said of ['ceri@example.org', 'within 30 days', 'https://ico.org.uk/make-a-complaint/', 'href="/p"'])
    expect(text).toContain(said)
  expect(h1((await get('/complaints?lang=cy')).text)).toBe('Os aeth rhywbeth o’i le, dywedwch wrthym')
})

test('PUB-2: the page on safety has the way out itself, and its name says nothing in the tab', async () => {
  const { text } = await get('/safety')
  expect(text).toContain('data-leave')
  expect(text).toContain('<title>Northbank Help</title>')
})

/** The card of a kind of help, found by its link or its label. */
function cardOf(text: string, kind: keyof World['categories']): string {
  const cards = text.split('<li class="card">').slice(1)
  return cards[Object.keys(world.categories).indexOf(kind)] ?? ''
}

function labelIn(text: string): string {
  return /<option[^>]*selected[^>]*>([^<]*)/.exec(text)?.[1] ?? ''
}

function bySeen(text: string) {
  return (a: string, b: string) => text.indexOf(`letter-${a}"`) - text.indexOf(`letter-${b}"`)
}
