/** PUB-2: nothing that is not public can be reached from the public directory, found in it or counted. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addVenue, found, nearby, openPublicWorld, type PublicWorld } from '../public-world.ts'

let public_: PublicWorld

beforeAll(async () => {
  public_ = await openPublicWorld()
  await public_.change('third', { name: 'Osprey Harbour Rooms', description: 'Ospreys nest here.' })
})
afterAll(() => public_?.stop())

/** Each hides one service, and brings it back. */
const hidings: Record<string, readonly [hide: string, show: string]> = {
  unlisted: [`update service_in_network set listed = false`, `update service_in_network set listed = true`],
  'taken out of the network': [
    `update service_in_network set active = false`,
    `update service_in_network set active = true`,
  ],
  archived: [`update service set status = 'archived'`, `update service set status = 'active'`],
}
const ofMember = {
  'of a suspended member': ['suspended', 'active'],
  'of one that is invited': ['invited', 'active'],
  'of one that left': ['left', 'active'],
} as const

async function seesNothing(what: string) {
  const { get, page, search, browser, at, world } = public_
  const all = await get()
  expect(found(all.text), what).toHaveLength(3)
  expect(all.text, what).toContain('All 3 services')
  expect((await page('third')).status, what).toBe(404)
  const misspelt = await search({ words: 'Osprye' })
  for (const { text } of [all, misspelt, await search({ words: 'osprey' }), await browser.get(`${at}/map`)])
    expect(text.replaceAll(/value="[^"]*"|“[^”]*”/g, ''), what).not.toMatch(/osprey/i)
  const kept = await get(`?list=${world.services.third.slice(0, 8)}`)
  expect(kept.text, what).not.toContain('class="badge"')
}

test('PUB-2: what is not listed, not in use or of no member in good standing is nowhere', async () => {
  const { owner, world, get, page } = public_
  expect(found((await get()).text)).toContain('Osprey Harbour Rooms')
  const id = world.services.third
  for (const [what, [hide, show]] of Object.entries(hidings)) {
    const where = sql.raw(` where ${hide.includes('service_in_network') ? 'service_id' : 'id'} = '${id}'`)
    await sql`${sql.raw(hide)}${where}`.execute(owner)
    await seesNothing(what)
    await sql`${sql.raw(show)}${where}`.execute(owner)
  }
  expect((await page('third')).status).toBe(200)
})

test('PUB-2: nor is anything of a member that is suspended, invited or gone, or of an organisation that was archived', async () => {
  const { owner, world } = public_
  await public_.change('thirdToo', { networks: [{ networkId: world.networkId, listed: false }] })
  await public_.change('third', { name: 'Osprey Harbour Rooms' })
  const extra = await public_.get()
  expect(found(extra.text)).toHaveLength(3)
  for (const [what, [hidden, shown]] of Object.entries(ofMember)) {
    const set = (status: string) =>
      owner.updateTable('organisationInNetwork').set({ status }).where('organisationId', '=', world.organisations.third)
    await set(hidden).execute()
    expect(found((await public_.get()).text), what).toHaveLength(2)
    expect((await public_.page('third')).status, what).toBe(404)
    await set(shown).execute()
  }
  const archive = (at: Date | null) =>
    owner.updateTable('organisation').set({ archivedAt: at }).where('id', '=', world.organisations.third).execute()
  await archive(new Date())
  expect(found((await public_.get()).text)).toHaveLength(2)
  expect((await public_.page('third')).status).toBe(404)
  await archive(null)
})

test('PUB-2: another network’s service is not reached through this one', async () => {
  const { browser, slug, at } = public_
  expect((await browser.get(`${at}/0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f`)).status).toBe(404)
  expect((await browser.get(`/n/x${slug}/services`)).status).toBe(404)
})

test('PUB-2: of a service whose venue is secret nothing tells where that is', async () => {
  const { world, app, change, page, search, browser, at } = public_
  const secret = { secret: true, city: 'Ravenport', latitude: 53.4501, longitude: -2.9702 }
  const locationId = await addVenue(app.database, world.organisations.first, secret)
  await change('first', { locationId, catchment: nearby })
  const pages: { text: string }[] = [await page('first'), await browser.get(`${at}/map`), await browser.get(at)]
  pages.push(await search({ place: 'L4 9ZQ' }), await search({ words: 'service', place: 'L4' }))
  for (const { text } of pages) expect(text).not.toMatch(/Heron|Ravenport|53\.450|-2\.970/)
  expect(pages[0]?.text).toContain('The address is not shown, to keep people safe')
  expect((await search({ place: 'Ravenport' })).status).toBe(422)
  const text = pages[3]?.text ?? ''
  const card = text.slice(
    text.indexOf('The first service'),
    text.indexOf('Save to your list', text.indexOf('The first service')),
  )
  expect(card).toContain('Ask if they serve your area')
  expect(card).not.toMatch(/away/)
})

test('PUB-2: a network that closes its directory, or is archived, shows no service, by any address', async () => {
  const { owner, get, page, browser, at } = public_
  const set = (open: boolean) =>
    sql`update network set settings = settings || jsonb_build_object('publicDirectory', ${open}::boolean)`.execute(
      owner,
    )
  await set(false)
  for (const path of [at, `${at}/map`]) expect((await browser.get(path)).status).toBe(404)
  expect((await page('first')).status).toBe(404)
  expect((await browser.post(at, { words: 'food', place: '' })).status).toBe(404)
  await set(true)
  expect((await get()).status).toBe(200)
  await owner.updateTable('network').set({ archivedAt: new Date() }).execute()
  expect((await get()).status).toBe(404)
  await owner.updateTable('network').set({ archivedAt: null }).execute()
})
