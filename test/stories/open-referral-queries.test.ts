/** Whatever is asked of the feed: what is answered is just what a plain reading of the whole of it gives, or a clear refusal. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importOpenReferral } from '#src/actions/import-open-referral.ts'
import { distanceMetres } from '#src/domain/area.ts'
import { buildWorld, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { ask, askAll, feed } from '#test/open-referral.ts'
import { often } from '#test/thorough.ts'

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into, never trusted
type Any = any
type Asked = Record<string, string>
let app: App
let world: World
let all: Any[] = []
const home = { lat: 53.48, lng: -2.23 }
const pick = <T>(values: readonly T[], nth: number) => values[nth % values.length] as T
const idOf = (...parts: (string | number)[]) =>
  createHash('md5')
    .update(parts.join())
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const words = ['Café', 'Harbour', 'Advice', 'Supper', 'Youth', '100%', 'under_score']

/** Sixty services that differ in everything that can be asked for. */
function made(nth: number) {
  const days = ['MO', 'WE', 'SA'].slice(0, nth % 4)
  const at = { id: idOf('place', nth), name: `Hall ${nth}`, latitude: home.lat + nth / 900, longitude: home.lng }
  return {
    ...{
      id: idOf('service', nth),
      name: `${pick(words, nth)} ${nth}`,
      status: nth % 11 ? 'active' : 'temporarily closed',
    },
    description: `For whom ${pick(words, nth * 3 + 1)} is too far.`,
    ...(nth % 3 === 0 && { minimum_age: nth % 20 }),
    ...(nth % 4 === 0 && { maximum_age: 20 + nth }),
    organization: { id: idOf('organisation', nth % 7), name: `Trust ${pick(words, nth)}`, description: 'A trust' },
    attributes: [nth % 3, nth % 5].map(one => ({ taxonomy_term: { id: idOf('term', one), name: `Term ${one}` } })),
    schedules: days.map(byday => ({
      freq: 'WEEKLY',
      byday,
      opens_at: `${8 + (nth % 5)}:00`.padStart(5, '0'),
      closes_at: '17:30',
    })),
    service_areas: nth % 2 ? [{ name: 'United Kingdom' }] : [{ uri: `http://x/E0800000${(nth % 6) + 1}` }],
    ...(nth % 5 && { service_at_locations: [{ location: at }] }),
  }
}

beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app, { publicDirectory: true })
  const { owner } = app.database
  await sql`insert into postcode (code, latitude, longitude, authority_code, edition)
    values ('M41AB', ${home.lat}, ${home.lng}, 'E08000003', 'test') on conflict do nothing`.execute(owner)
  const ctx = { db: owner, actor: null, now: app.clock.now, secret: app.config.secret, baseUrl: app.url }
  const items = Array.from({ length: 60 }, (_, nth) => made(nth))
  await importOpenReferral(ctx, { networkId: world.networkId, source: 'made', items, makeCategories: true })
  all = await askAll(app.url, '/services', 500)
  expect(all).toHaveLength(60)
}, 120_000)
afterAll(() => app?.stop())

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const terms = () => [0, 1, 2, 3, 4].map(nth => idOf('term', nth))
const nowhere = '0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f'

/** Each parameter as INTEROP has it, read off a whole service. */
const meaning: Record<string, (service: Any, value: string, asked: Asked) => boolean> = {
  search: ({ name, description, organization }, value) =>
    plain(value)
      .split(' ')
      .every(word => plain(`${name} ${organization.name} ${description}`).includes(word)),
  taxonomy_term_id: ({ attributes }, value) => attributes.some((one: Any) => one.taxonomy_term_id === value),
  taxonomy_id: ({ attributes }, value) => attributes.some((one: Any) => one.taxonomy_term.taxonomy_id === value),
  organization_id: ({ organization_id }, value) => organization_id === value,
  minimum_age: ({ minimum_age = 0 }, value) => minimum_age >= Number(value),
  maximum_age: ({ maximum_age = 1000 }, value) => maximum_age <= Number(value),
  ...Object.fromEntries(['day', 'start_time', 'end_time'].map(name => [name, isOpen])),
  modified_after: ({ last_modified }, value) => new Date(last_modified) >= new Date(value),
  postcode: ({ service_areas }) => service_areas.some(({ uri = '' }) => /K02000001$|E08000003$/.test(uri)),
  proximity: ({ service_at_locations }, value, { postcode }) => {
    const { latitude: lat, longitude: lng } = service_at_locations[0].location
    return postcode === undefined || distanceMetres(home, { lat, lng }) <= Number(value)
  },
}

function isOpen({ schedules = [] }: Any, _: string, { day, start_time = '', end_time = '99' }: Asked): boolean {
  const fits = ({ byday, opens_at, closes_at }: Any) =>
    (!day || byday === day.slice(0, 2).toUpperCase()) && opens_at >= start_time && closes_at <= `${end_time}:00`
  return schedules.some(fits)
}

const valuesOf = (): Record<string, string[]> => ({
  search: [...words, 'cafe trust', 'harbour 8', 'far', '%', '_', '\\', 'no such word', 'a b c'],
  taxonomy_term_id: [...terms(), nowhere],
  taxonomy_id: [world.networkId, nowhere],
  organization_id: [...all.slice(0, 4).map(one => one.organization_id), nowhere],
  ...{ minimum_age: ['0', '3', '12', '99'], maximum_age: ['18', '44', '200'] },
  ...{
    day: ['MO', 'we', 'Saturday', 'SU'],
    start_time: ['08:00', '10:00', '12:30'],
    end_time: ['17:30', '17:29', '23:59'],
  },
  modified_after: ['2020-01-01', '2999-01-01T00:00:00Z'],
})
const near = { postcode: ['M4 1AB', 'm41ab'], proximity: ['0', '500', '2000', '3000000'] }
const anyOf = (values: Record<string, string[]>) =>
  fc.record(Object.fromEntries(Object.entries(values).map(([name, some]) => [name, fc.constantFrom(...some)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Asked>
const few = (asked: Asked, most: number) => Object.fromEntries(Object.entries(asked).slice(0, most))

test('API-2: every combination of parameters gives the subset that they mean, page by page, or a clear refusal', async () => {
  const values = valuesOf()
  const question = fc.record({
    noun: fc.constantFrom('services', 'service_at_locations'),
    asked: fc.tuple(anyOf({ ...values, ...near }), fc.integer({ min: 1, max: 4 })).map(([one, most]) => few(one, most)),
    perPage: fc.integer({ min: 1, max: 30 }),
    flags: fc.subarray(['minimal=true', 'full=true', 'format=json', 'unheard_of=1', 'search=']),
  })
  const tried = fc.asyncProperty(question, async ({ noun, asked, perPage, flags }) => {
    const isAt = noun === 'service_at_locations'
    const meant = Object.entries(asked).filter(([name]) => isAt || !(name in near))
    const expected = all
      .filter(one => !isAt || one.service_at_locations)
      .filter(one => meant.every(([name, value]) => meaning[name]?.(one, value, asked)))
      .map(one => one.id)
    const pages = Math.ceil(expected.length / perPage)
    const found: string[] = []
    for (let page = 1; page <= Math.max(1, pages); page++) {
      const query = `/${noun}?${[...flags, new URLSearchParams({ ...asked, page: `${page}`, per_page: `${perPage}` })].join('&')}`
      const { status, body } = await ask(app.url, query)
      const { contents, ...envelope } = body
      const size = Math.min(perPage, Math.max(0, expected.length - (page - 1) * perPage))
      const where = { page_number: page, first_page: page === 1, last_page: page >= pages, empty: size === 0 }
      expect([status, envelope], query).toEqual([
        200,
        { total_items: expected.length, total_pages: pages, size, ...where },
      ])
      found.push(...contents.map((one: Any) => one.service_id ?? one.service?.id ?? one.id))
    }
    if (!(isAt && flags.includes('minimal=true'))) expect(found, JSON.stringify({ noun, asked })).toEqual(expected)
  })
  await fc.assert(tried, { numRuns: often(60, 3000) })
}, 900_000)

test('API-2: whatever else is asked is 200, 404 or 422 that names the parameter; never worse', async () => {
  const names = [...Object.keys(valuesOf()), ...Object.keys(near), 'page', 'per_page', 'minimal', 'full', 'format']
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('-1', '0', '1e9', 'NaN', '2020-13-45', '24:00', '9'),
  )
  const path = fc.constantFrom('services', 'service_at_locations', 'taxonomies', 'taxonomy_terms', 'organizations')
  const pairs = fc.array(fc.tuple(fc.constantFrom(...names), value), { minLength: 1, maxLength: 4 })
  const tried = fc.asyncProperty(path, pairs, async (noun, asked) => {
    const { status, text } = await ask(app.url, `/${noun}?${new URLSearchParams(asked)}`)
    expect([200, 422], text).toContain(status)
    if (status === 422) expect(asked.map(([name]) => name)).toContain(JSON.parse(text).errors[0].field)
  })
  await fc.assert(tried, { numRuns: often(60, 5000) })
}, 900_000)

test('API-2: any site may read it: preflight, HEAD and who has it already', async () => {
  const url = `${app.url}${feed}/services`
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' }
  const preflight = await fetch(url, { method: 'OPTIONS', headers })
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  expect(preflight.headers.get('access-control-allow-methods')).toContain('GET')
  const refused = await fetch(`${url}?day=X`, { headers })
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([422, '*'])
  const head = await fetch(url, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
    200,
    expect.stringContaining('json'),
    '',
  ])
  const again = await fetch(url, { headers: { 'if-none-match': (await fetch(url)).headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
  expect((await fetch(url, { method: 'POST' })).status).toBeGreaterThanOrEqual(400)
})
