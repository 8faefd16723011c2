/** Feeds of other directories: in once, in again, and out as they came. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FeedImport, importOpenReferral } from '#src/actions/import-open-referral.ts'
import { itemsIn, readFeedAddress } from '#src/actions/read-feed.ts'
import { allowedHosts, nothingAllowed } from '#src/outgoing/hosts.ts'
import { buildWorld, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { ask, askAll } from '#test/open-referral.ts'
import { differences } from '#test/open-referral-fields.ts'

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

const told = async () => new Map((await askAll(app.url, '/services', 500)).map(one => [one.id, one]))

test('API-2: a feed goes in and comes out of ours equal in every field that is kept', async () => {
  const result = await take('own', own)
  expect(result).toMatchObject({
    made: 2,
    changed: 0,
    retired: 0,
    missed: { cost_options: ['Harbour Street Kitchen'], service_area: [expect.any(String)] },
  })
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

test('API-4: two organisations of one name that the feed tells apart stay two, with what each says of itself', async () => {
  const [first] = own as Any[]
  const branch = (description: string) => ({ id: randomUUID(), name: 'Quay Pharmacy', description })
  const items = ['In the high street', 'By the station'].map(words => ({
    ...first,
    id: randomUUID(),
    organization: branch(words),
    service_at_locations: [],
  }))
  await take('branches', items)
  expect(differences(items, await told())).toEqual([])
  expect(await take('branches', items)).toMatchObject({ made: 0, changed: 2 })
  expect(differences(items, await told())).toEqual([])
})

test('API-4: lists are planned for what was taken in as soon as it is', async () => {
  const { rows } = await sql<{ counted: number; services: number }>`
    select (select reltuples::int from pg_class where relname = 'service') as counted, count(*)::int as services from service`.execute(
    app.database.owner,
  )
  expect(rows[0]?.counted).toBe(rows[0]?.services)
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
  expect(result).toMatchObject({ made: 0, missed: { taxonomy_term: [first.name] }, left: [{ why: 'category' }] })
  const mapped = await take('bare', [bare], { makeCategories: false, mapping: { 'Unheard of': 'food PARCELS' } })
  expect(mapped).toMatchObject({ made: 1, left: [] })
})

test('API-2: a feed is read from its address page by page, the whole of each service where its list is brief', async () => {
  const services = (own as Any[]).slice(0, 2)
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const page = Number(searchParams.get('page'))
    const { id, name, organization } = services[page - 1] ?? {}
    const list = { total_pages: 2, page_number: page, last_page: page === 2, contents: [{ id, name, organization }] }
    const one = services.find(service => pathname.endsWith(service.id))
    response.end(JSON.stringify(one ?? list))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3/`
  const [allowed, milliseconds] = [allowedHosts(['127.0.0.1']), 5000]
  const { source, items } = await readFeedAddress(address, { allowed, milliseconds }).finally(() => server.close())
  expect(items).toEqual(services)
  expect(source).toBe(new URL(address).host)
  expect(asked.map(path => path.replace(/\?.*/, ''))).toEqual(
    services.flatMap(({ id }) => ['/v3/services', `/v3/services/${id}`]),
  )
})

test('API-2: a feed is never read from inside the installation', async () => {
  const asking = { allowed: nothingAllowed, milliseconds: 5000 }
  for (const address of [
    `${app.url}/openreferral/v3`,
    'http://169.254.169.254/',
    'http://[::1]:80/',
    'http://localhost/',
  ])
    await expect(readFeedAddress(address, asking), address).rejects.toMatchObject({
      code: 'invalid',
      values: { reason: 'forbidden' },
    })
})
