/** A refuge (SVC-1): nobody but those who keep it is told where it is, or can find out by asking one thing after another. */
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveVenue } from '#src/actions/save-location.ts'
import { venueForm } from '#src/domain/venue.ts'
import { type Answered, clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { crawl } from '#test/crawling.ts'
import { begin } from '#test/member-form.ts'
import { network, type Role, type World } from '#test/network.ts'
import { publicForms } from '#test/public-form.ts'

let app: App
let world: World
let venueId: string
let slug: string
const forms = publicForms(() => ({ app, world }))

/** The refuge lies at the first; the others are where it is moved to, and where the person asking is. */
const here = { postcode: 'L4 7XQ', latitude: 53.4683, longitude: -2.9317 }
const there = { postcode: 'L9 8XQ', latitude: 53.3519, longitude: -2.8871 }
const given = { name: 'Kingfisher house', address1: '17 Peregrine Yard', address2: 'Goldcrest side', city: 'Ospreyton' }
const telling = /Kingfisher|Peregrine|Goldcrest|Ospreyton|L[49] ?[78]XQ|53\.46[78]|-2\.93[12]|53\.35[12]|-2\.88[67]/i
const strangers = ['second', 'referrer', 'commissioner', 'administrator', 'outsider'] as const

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database, settings: { publicDirectory: true } })
  slug = (await app.database.owner.selectFrom('network').select('slug').executeTakeFirstOrThrow()).slug
  const { owner } = app.database
  for (const { postcode, latitude, longitude } of [here, there])
    await sql`insert into postcode (code, latitude, longitude, authority_code, edition)
      values (${postcode.replace(' ', '')}, ${latitude}, ${longitude}, 'E08000012', 'test')`.execute(owner)
  const primary = await app.as(world.users.firstPrimary)
  const edit = `/services/${world.services.first}`
  const added = await primary.fill(`${edit}/venues/new`, { ...given, postcode: here.postcode, secret: 'yes' })
  venueId = new URL(added.location ?? '', app.url).searchParams.get('venue') ?? ''
  const { food, debt } = world.categories
  const name = 'The first service'
  await primary.fill(`${edit}/edit/details`, { name, categoryIds: [food, debt], locationId: venueId })
  expect((await primary.fill(`${edit}/edit/area`, { kind: 'radius', miles: '2' })).status).toBe(303)
  const shown = { listed: 'yes', description: 'A safe place.', ways: ['phone'], phone: '0151 496 0309' }
  expect((await primary.fill(`${edit}/edit/public`, shown)).status).toBe(303)
  await world.act('first', 'accept', { ...(await world.send({ ask: ['first'] })), service: 'first' }, {})
})
afterAll(() => app?.stop())

test('SVC-1: the address of a refuge is told to those who keep it and to the coordinator', async () => {
  for (const role of ['first', 'firstPrimary', 'coordinator'] as const) {
    const page = await (await app.as(world.users[role])).get(`/organisations/${world.organisations.first}`)
    expect(page.text, role).toContain('17 Peregrine Yard')
  }
  for (const role of ['firstPrimary', 'coordinator'] as const) {
    const { text } = await (await clientFor(app, world.users[role])).get(`/locations?${own()}`)
    expect(text, role).toContain('17 Peregrine Yard')
  }
})

test.each(['second', 'referrer'] as const)(
  'SVC-1: the address of a refuge is on no page and in no file that %s comes to by links',
  async role => {
    const browser = await app.as(world.users[role])
    const visited = await crawl(browser, ['/', ...directory()])
    const pages = visited.filter(({ status }) => status === 200)
    expect(pages.filter(({ text }) => text.includes('The first service')).length).toBeGreaterThan(6)
    expect(pages.filter(({ text }) => telling.test(text)).map(({ path }) => path)).toEqual([])
    for (const path of pages.map(one => one.path).filter(path => path.includes('.xlsx')))
      expect(telling.test(await sheetsOf(browser, path)), path).toBe(false)
  },
)

test('SVC-1: the address of a refuge is on no page of the form, with an account or without, or of what is handed over', async () => {
  const { browser, path } = await begin(app, world)
  const texts = [
    (await browser.get(`${path}/services`)).text,
    (await browser.fill(`${path}/services`, { do: 'search', words: 'Peregrine' })).text,
    (await browser.fill(`${path}/services`, { do: 'search', words: 'first' })).text,
    (await browser.get(`${path}/consent`)).text,
    (await browser.post(`${path}/refused`, { network: world.networkId, services: [world.services.first] })).text,
  ]
  expect(texts.at(-1)).toContain('The first service')
  const { path: open } = await forms.link()
  const { form, page } = await forms.upTo('last', open)
  texts.push(page.text, (await form.post()).text)
  for (const text of texts) expect(text).not.toMatch(/Kingfisher|Yard|Goldcrest|Ospreyton|L4 ?7XQ|53\.468|-2\.931/)
})

test('SVC-1: a refuge is found by no word of its address', async () => {
  for (const role of ['second', 'commissioner', 'firstPrimary'] as const) {
    const client = await clientFor(app, world.users[role])
    const find = async (q: string) => (await client.post('/directory/search', { network: world.networkId, q })).body
    expect((await find('first')).results.length, role).toBeGreaterThan(0)
    for (const word of Object.values(given)) expect((await find(word)).results, `${role}: ${word}`).toEqual([])
  }
})

test('SVC-1: searches are neither narrowed nor ordered by where a refuge lies', async () => {
  const rows = await sql<{ venue: unknown; isEverywhere: boolean }>`
    select venue, reach = box '((180,90),(-180,-90))' as is_everywhere from service_category
    where service_id = ${world.services.first}`.execute(app.database.db)
  expect(rows.rows).toEqual([1, 2].map(() => ({ venue: null, isEverywhere: true })))
})

test('SVC-1: wherever the refuge lies, pages, files, searches and the API say the same to everybody else', async () => {
  const asks = await Promise.all(strangers.map(askAll))
  asks.push(askInPublic)
  const before = await Promise.all(asks.map(ask => ask()))
  const form = venueForm.parse({
    ...given,
    accessibility: '',
    facilities: [],
    ...{ postcode: there.postcode, secret: true },
  })
  await saveVenue(await world.as('firstPrimary'), { organisationId: world.organisations.first, id: venueId }, form)
  const after = await Promise.all(asks.map(ask => ask()))
  for (const [nth, role] of [...strangers, 'everybody'].entries()) {
    expect(before[nth]?.size).toBeGreaterThan(10)
    for (const [what, text] of before[nth] ?? []) {
      expect(text, `${role}: ${what}`).not.toMatch(telling)
      expect(after[nth]?.get(what), `${role}: ${what}`).toBe(text)
    }
  }
})

const own = () => `organisation=${world.organisations.first}`

/** What the whole world may ask (PUB-2). */
async function askInPublic() {
  const browser = app.browser()
  const at = `/n/${slug}/services`
  const said = new Map<string, string>()
  const feed = ['services', `services/${world.services.first}`, 'service_at_locations'].map(
    one => `/openreferral/v3/${one}`,
  )
  for (const path of [at, `${at}/map`, `${at}/${world.services.first}`, ...feed])
    said.set(path, plain((await browser.get(path)).text))
  for (const { postcode } of [here, there])
    for (const place of [postcode, postcode.split(' ')[0] ?? '', given.city]) {
      const { location, text } = await browser.post(at, { words: 'first', place })
      const page = location ? (await browser.get(location)).text : text
      said.set(`public search at ${place}`, plain(page).replaceAll(place, ''))
    }
  return said
}

const views = ['', '/map', '/map?as=circles', '/capacity', '/calendar', '/coverage'] as const
const directory = () => [...views.map(view => `/organisations${view}`), `/organisations/${world.organisations.first}`]

/** What somebody may ask about where things are, from both places; as text, without what is new at each asking. */
async function askAll(role: Role) {
  const browser = await app.as(world.users[role])
  const client = await clientFor(app, world.users[role])
  const within = `network=${world.networkId}`
  const files = ['list.csv', 'capacity.csv', 'calendar.csv', 'coverage.csv'].map(name => `/organisations/${name}`)
  const read = [
    ...[`/services/${world.services.first}`, `/services/${world.services.first}/catchment.geojson`],
    ...[`/services?${within}`, `/locations?${own()}`, `/organisations/${world.organisations.first}`],
    ...['capacity', 'calendar', 'coverage', 'catchments.geojson'].map(view => `/overview/${view}?${within}`),
  ]
  const sought = { network: world.networkId, needs: [world.categories.food], named: [world.services.first] }
  return async () => {
    const said = new Map<string, string>()
    for (const path of [...directory(), ...files]) said.set(path, plain((await browser.get(path)).text))
    for (const path of read) said.set(`api ${path}`, plain((await client.get(path)).text))
    for (const { postcode } of [here, there]) {
      const apart = (answer: Answered) => plain(answer.text).replaceAll(postcode.split(' ')[0] ?? '', 'L')
      said.set(`suggested at ${postcode}`, apart(await client.post('/suggestions', { ...sought, postcode })))
      const unnamed = { ...sought, named: [], postcode }
      said.set(`suggested unasked at ${postcode}`, apart(await client.post('/suggestions', unnamed)))
      const q = { network: world.networkId, q: 'first', postcode }
      said.set(`found at ${postcode}`, apart(await client.post('/directory/search', q)))
      said.set(`searched at ${postcode}`, await search(browser, { words: 'first', postcode }))
    }
    return said
  }
}

/** What was found, without what was asked for, which the page says again. */
async function search(browser: Browser, asked: Record<string, string>): Promise<string> {
  const { location } = await browser.fill('/search', asked)
  if (!location) return ''
  const { text } = await browser.get(location)
  return plain(/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '').replaceAll(asked.postcode ?? '', '')
}

function plain(text: string): string {
  return text
    .replaceAll(/name="(?:token|state|s)" value="[^"]*"/g, '')
    .replaceAll(/data-left="\d+"/g, '')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
    .replaceAll(/(?:[?&]|&amp;)s=[\w-]+/g, '')
    .replaceAll(/"id":"[\w-]+","at"/g, '')
}

async function sheetsOf(browser: Browser, path: string): Promise<string> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const bytes = await (await fetch(new URL(path, app.url), { headers: { cookie } })).arrayBuffer()
  const parts = Object.values(unzipSync(new Uint8Array(bytes)))
  return parts.map(part => new TextDecoder().decode(part)).join('\n')
}
