/** Feeds of other directories: in once, in again, and out as they came. */
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FeedImport, importOpenReferral } from '#src/actions/import-open-referral.ts'
import { itemsIn, readFeedAddress } from '#src/actions/read-feed.ts'
import { parsePostcode } from '#src/domain/postcode.ts'
import { nothingAllowed } from '#src/outgoing/hosts.ts'
import { buildWorld, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { ask, askAll } from '#test/open-referral.ts'

let app: App
let world: World
const own = itemsIn(readFileSync(join(import.meta.dirname, '../fixtures/open-referral.json'), 'utf8'), 'own')
// biome-ignore lint/suspicious/noExplicitAny: a feed is whatever somebody publishes
type Any = any

beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app, { publicDirectory: true })
}, 120_000)
afterAll(() => app?.stop())

const context = () => ({
  db: app.database.owner,
  actor: null,
  now: app.clock.now,
  secret: app.config.secret,
  baseUrl: app.url,
})
const take = (source: string, items: readonly unknown[], changes: Partial<FeedImport> = {}) =>
  importOpenReferral(context(), { networkId: world.networkId, source, items, makeCategories: true, ...changes })

/** What we keep of a service, in the words of the feed. */
function keptOf(service: Any) {
  const { address_1, city, postal_code } = service.service_at_locations?.[0]?.location.addresses?.[0] ?? {}
  const location = service.service_at_locations?.[0]?.location
  const hours = (service.schedules ?? []).filter((one: Any) => one.freq === 'WEEKLY' && one.opens_at)
  const uris = (service.service_areas ?? []).map((one: Any) => one.uri).filter(Boolean)
  return {
    ...{ id: service.id, name: service.name, status: service.status, url: service.url, email: service.email },
    ...{ minimum: service.minimum_age, maximum: service.maximum_age },
    organization: [service.organization.id, service.organization.name, service.organization.description],
    terms: [...new Set((service.attributes ?? []).map((one: Any) => one.taxonomy_term.name))].sort(),
    hours: hours.map((one: Any) => [one.byday, one.opens_at, one.closes_at].join(' ')).sort(),
    areas: uris.sort(),
    location: location && [location.id, location.name, location.latitude, location.longitude],
    address: address_1 && postal_code && city && [address_1, city, postal_code],
  }
}

/** Spaces around words do not count. */
const trimmed = (items: unknown): Any =>
  JSON.parse(JSON.stringify(items), (_, value) => (typeof value === 'string' ? value.trim() : value))

/** What came out otherwise than it went in, but for what only people can read: opening times in words, postcodes that are none. */
function differences(given: Any[], told: Map<string, Any>): object[] {
  return trimmed(given).flatMap((service: Any) => {
    const out = told.get(service.id)
    // What has ended is kept, and told to nobody.
    if (!out) return /^(inactive|defunct)$/.test(service.status) ? [] : [{ missing: service.name }]
    const [before, after] = [keptOf(service), keptOf(out)]
    if (!(service.schedules ?? []).every((one: Any) => one.freq)) after.hours = before.hours
    if (before.areas.length === 0) after.areas = []
    if (before.address && parsePostcode(before.address[2]).kind !== 'full') after.address = before.address
    const words = (out.description ?? '').includes(service.description ?? '') ? [] : [{ description: service.id }]
    const fields = Object.entries(before).filter(
      ([field, value]) => !isDeepStrictEqual(value, after[field as keyof typeof after]),
    )
    return [...words, ...fields.map(([field, value]) => ({ [field]: value, now: after[field as keyof typeof after] }))]
  })
}

const told = async () => new Map((await askAll(app.url, '/services', 500)).map(one => [one.id, one]))

test('API-2: a feed goes in and comes out of ours equal in every field that is kept', async () => {
  const result = await take('own', own)
  expect(result).toMatchObject({ made: 2, changed: 0, retired: 0, missed: { cost_options: 1, service_area: 1 } })
  expect(result.left.map(({ why }) => why)).toEqual(['id'])
  expect(differences(own.slice(0, 2), await told())).toEqual([])
})

test('API-2: taken in again it doubles nothing, changes what changed, retires what is gone, and brings it back', async () => {
  const [first, second] = own as Any[]
  const id = randomUUID()
  await take('again', [
    { ...first, id },
    { ...second, id: randomUUID() },
  ])
  expect(await take('again', [{ ...first, id, name: 'Renamed' }])).toMatchObject({ made: 0, changed: 1, retired: 1 })
  const after = [...(await told()).values()].filter(one => one.id === id || one.name === 'Renamed')
  expect(after.map(({ name }) => name)).toEqual(['Renamed'])
  expect(await take('again', [{ ...first, id }])).toMatchObject({ made: 0, changed: 1, retired: 0 })
  expect((await ask(app.url, `/services/${id}`)).body.name).toBe(first.name)
})

test('API-4: a feed cannot take over what is here already, and what has no category is left out and named', async () => {
  const [first] = own as Any[]
  const taken = world.service.both
  const stranger = {
    ...first,
    id: taken,
    name: 'Usurper',
    organization: { ...first.organization, id: world.organisation.law },
  }
  await take('stranger', [stranger])
  const services = await app.database.owner.selectFrom('service').select(['name']).where('id', '=', taken).execute()
  expect(services).toEqual([{ name: 'Pantry and money' }])
  const bare = { ...first, id: randomUUID(), attributes: [{ taxonomy_term: { id: randomUUID(), name: 'Unheard of' } }] }
  const result = await take('bare', [bare], { makeCategories: false })
  expect(result).toMatchObject({ made: 0, missed: { taxonomy_term: 1 }, left: [{ why: 'category' }] })
  const mapped = await take('bare', [bare], { makeCategories: false, mapping: { 'Unheard of': 'food PARCELS' } })
  expect(mapped).toMatchObject({ made: 1, left: [] })
})

test('API-2: a feed is read from its address page by page, and never from inside the installation', async () => {
  await expect(
    readFeedAddress(`${app.url}/openreferral/v3`, { allowed: nothingAllowed, milliseconds: 5000 }),
  ).rejects.toMatchObject({
    code: 'invalid',
    values: { reason: 'forbidden' },
  })
})

const folder = process.env.ONWARD_FEEDS ?? ''
describe.skipIf(!existsSync(folder) || folder === '')('API-2: published feeds, where they are at hand', () => {
  test('API-2: each of them comes out as it went in', async () => {
    for (const file of readdirSync(folder)) {
      const items = itemsIn(readFileSync(join(folder, file), 'utf8'), file) as Any[]
      const result = await take(file, items)
      expect(result.left, file).toEqual([])
      expect(differences(items, await told()), file).toEqual([])
    }
  }, 300_000)
})
