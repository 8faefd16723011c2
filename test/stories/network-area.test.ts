/** The area of a network (NET-1): chosen by name or uploaded, and who then lies outside it (FORM-2). */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNetwork } from '#src/db/networks.ts'
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

test('NET-1: the area is chosen from the authorities by name, or uploaded; a shape that is not fit is refused', async () => {
  await app.database.owner
    .insertInto('area')
    .values({ code: 'E06000006', name: 'Halton', approximate: true })
    .onConflict(clash => clash.doNothing())
    .execute()
  const found = await browser.get('/system/areas?find=halt')
  expect(found.text).toContain('Halton')
  const saved = await browser.post('/system/areas', { areas: ['E08000012', 'E06000006'], seen: 'E08000012' })
  expect(saved.status).toBe(303)
  expect((await browser.post('/system/areas', { areas: 'E08000012', seen: 'E08000012' })).status).toBe(409)
  expect((await browser.post('/system/areas', { areas: [], seen: 'E06000006,E08000012' })).status).toBe(422)

  const square = [[-3, 53.4], [-2.9, 53.4], [-2.9, 53.5], [-3, 53.5], [-3, 53.4]] // biome-ignore format: a ring
  const bow = [[-3, 53.4], [-2.9, 53.5], [-2.9, 53.4], [-3, 53.5], [-3, 53.4]] // biome-ignore format: a ring
  const upload = (ring: number[][]) =>
    browser.post('/system/areas/area', {
      name: 'Dockside',
      file: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
    })
  expect((await upload(bow)).text).toContain('The outline crosses itself')
  expect((await upload(square)).status).toBe(303)
  const { authorities } = await readNetwork(app.database.db, world.networkId)
  expect(authorities).toHaveLength(3)
  expect((await browser.get('/system')).text).toContain('Changed by The coordinator')
})

test('NET-1, FORM-2: of an area that the network uploaded, the exact place decides who is outside it', async () => {
  const own = await app.database.owner.selectFrom('area').select('code').where('name', '=', 'Dockside').execute()
  const { authorities } = await readNetwork(app.database.db, world.networkId)
  const [code = ''] = own.map(it => it.code)
  expect((await browser.post('/system/areas', { areas: code, seen: authorities.join() })).status).toBe(303)
  await sql`insert into postcode (code, latitude, longitude, authority_code, edition) values
    ('L59XA', 53.45, -2.95, 'E08000012', 'test'), ('L59XB', 53.45, -2.85, 'E08000012', 'test')`.execute(
    app.database.owner,
  )
  const referrer = await app.as(world.users.referrer)
  const { location } = await referrer.get('/refer')
  const path = new URL(location ?? '', app.url).pathname
  await referrer.get(location ?? '')
  const placeOf = async (postcode: string) =>
    (await referrer.post(path, { network: world.networkId, go: 'place', 'address.postcode': postcode })).text
  const inside = await placeOf('L5 9XA')
  expect(inside).toContain('L5 9XA')
  expect(inside).not.toContain('Outside')
  expect(await placeOf('L5 9XB')).toContain('Outside Northbank Help')
  const offered = await (await app.as(world.users.firstPrimary)).get(`/services/${world.services.first}/edit/area`)
  expect(offered.text).toContain('Dockside')
})
