/** Searching the directory (DIR-1), over the demonstration. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemonstration } from '#src/actions/load-demonstration.ts'
import { findInDirectory, type Result } from '#src/db/directory/find.ts'
import { type Network, readNetwork } from '#src/db/networks.ts'
import type { DirectorySearch } from '#src/domain/directory-search.ts'
import { type App, startApp } from '../app.ts'
import type { Browser } from '../browser-like.ts'
import { queries } from './search-queries.ts'

let app: App
let network: Network
let moira: Browser

beforeAll(async () => {
  app = await startApp()
  const { secret, baseUrl } = app.config
  const loaded = await loadDemonstration(app.database, { secret: secret ?? 's'.repeat(40), baseUrl })
  network = await readNetwork(app.database.db, loaded.networkId)
  moira = await as('moira@harbour.example.org')
})
afterAll(() => app.stop())

const nothing: DirectorySearch = { words: '', name: '', postcode: '', language: '', kind: '', room: false }

async function find(asked: Partial<DirectorySearch>) {
  return findInDirectory(app.database.db, network, { ...nothing, ...asked }, '2026-11-23')
}
const nameOf = (result: Result) => (result.kind === 'service' ? result.service.name : result.organisation.name)

async function as(email: string): Promise<Browser> {
  const users = app.database.owner.selectFrom('user').select('id').where('email', '=', email)
  return app.as((await users.executeTakeFirstOrThrow()).id)
}
/** Searches as a person does: posts, and follows to the results. */
async function search(browser: Browser, fields: Record<string, string>) {
  const { location } = await browser.fill('/search', fields)
  const address = location ?? ''
  return { ...(await browser.get(address)), address }
}
const headings = (page: { text: string }) => [...page.text.matchAll(/<h2><a [^>]*>(.*?)<\/a>/g)].map(match => match[1])

test('DIR-1: of forty searches written down, each has what is wanted first, and all that is wanted among the first five', async () => {
  const misses = []
  for (const { typed, first, also = [] } of queries) {
    const names = (await find({ words: typed })).results.slice(0, 5).map(nameOf)
    if (!first.includes(names[0] ?? '') || !also.every(name => names.includes(name))) misses.push({ typed, names })
  }
  expect(misses).toEqual([])
})

test('DIR-1: neither a postcode nor what somebody needs is in the address of the results', async () => {
  const page = await search(moira, { words: 'debt', postcode: 'L4 9ZQ' })
  expect(page.status).toBe(200)
  expect(page.address).toMatch(/^\/search\?s=[0-9a-f-]{36}$/)
  expect(headings(page)).toContain('Debt Advice')
  expect(app.logged.join()).not.toMatch(/L4 ?9ZQ/)
})

test('DIR-1: a postcode finds the services that cover it, not those that are only near it', async () => {
  await app.database.owner
    .insertInto('postcode')
    .values({
      code: 'CH489ZZ',
      latitude: 53.373,
      longitude: -3.183,
      authorityCode: 'E08000015',
      precision: 0,
      edition: 't',
    })
    .execute()
  const { results } = await find({ words: 'food', postcode: 'CH48 9ZZ' })
  expect(results.map(nameOf)).toContain('Crisis Grants')
  expect(results.map(nameOf)).not.toContain('Three Lamps Food Bank')
  expect(results.every(result => result.kind === 'organisation' || result.cover !== 'no')).toBe(true)
})

test('DIR-1: by category and by local authority, every criterion matching', async () => {
  const category = [...network.categories.values()].find(({ label }) => label === 'Getting online')?.id
  const names = async (asked: Partial<DirectorySearch>) => (await find(asked)).results.map(nameOf)
  expect(await names({ category })).toEqual(['Community Navigators', 'Devices and Data', 'Learning on the Coast'])
  expect(await names({ category, area: 'E08000013' })).toEqual(['Community Navigators'])
  expect(await names({ category, day: 2, area: 'E08000015' })).toEqual(['Community Navigators', 'Devices and Data'])
  expect(await names({ language: 'Tigrinya' })).toEqual([
    'English for Everyone',
    'Status and Settlement',
    'Welcome Friends',
  ])
})

test('DIR-1: where nothing matches every criterion the tip is to use fewer', async () => {
  const page = await search(moira, { words: 'debt', day: '7', language: 'Tigrinya', from: 'advanced' })
  expect(page.text).toContain('Use fewer')
  const filled = await moira.get(`/search/advanced${page.address.slice('/search'.length)}`)
  expect(filled.text).toContain('value="debt"')
})

test('DIR-1: successful searches are kept for whoever made them, can be run again and forgotten', async () => {
  const asha = await as('asha@lamps.example.org')
  await search(asha, { words: 'zzzzqqq' })
  const kept = await search(asha, { words: 'furnature' })
  await search(asha, { words: 'furnature' })
  const home = await asha.get('/search')
  expect(home.text.match(/furnature/g)).toHaveLength(1)
  expect(home.text).not.toContain('zzzzqqq')
  expect(headings(await asha.get(kept.address))[0]).toBe('Furniture Store')
  expect((await moira.get(kept.address)).status).toBe(404)
  expect((await moira.get('/search')).text).not.toContain('furnature')
  await asha.fill('/search', {})
  await asha.post('/search/forget', {})
  expect((await asha.get('/search')).text).not.toContain('furnature')
})

test('DIR-1: each result leads to its details and to a referral, or says why not', async () => {
  const page = await search(moira, { words: 'deposit guarantee' })
  expect(page.text).toContain('No places: takes no referrals now')
  expect(page.text).toMatch(/href="\/organisations\/[0-9a-f-]{36}#service-[0-9a-f-]{36}"/)
  const food = await search(moira, { words: 'food bank' })
  expect(food.text).toMatch(/href="\/refer\?organisation=[0-9a-f-]{36}"/)
  const narrowed = await moira.get(`${page.address}&takes=yes`)
  expect(headings(narrowed)).not.toContain('Deposit Guarantee')
})

test('the commissioner may look, and has no button that refers; who belongs to no network finds an explanation', async () => {
  const hazel = await as('hazel@funders.example.org')
  expect((await search(hazel, { words: 'food bank' })).text).not.toContain('/refer?organisation=')
  const stranger = await app.as(await app.addUser({ email: 'stranger@example.org' }))
  expect((await stranger.get('/search')).status).toBe(404)
})
