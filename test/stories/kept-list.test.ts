/** API-2: the feed's lists are kept in the process, and never older than the last change, whoever made it and however. */
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherTouches } from '#src/db/open-data/listed.ts'
import { buildWorld, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { ask, type lists } from '#test/open-referral.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app, { publicDirectory: true })
  await sql`update service_in_network set listed = true`.execute(app.database.owner)
})
afterAll(() => app?.stop())

const names = async (list: (typeof lists)[number]) =>
  (await ask(app.url, `/${list}`)).body.contents.map(({ name }: { name: string }) => name.split(' ')[0])
const services = () => names('services')

/** Each with what undoes it. */
const changes = (): Record<string, [RawBuilder<unknown>, string[], RawBuilder<unknown>]> => {
  const { networkId, service, organisation } = world
  return {
    'a service is called otherwise': [
      sql`update service set name = 'Aid desk' where id = ${service.debt}`,
      ['Aid', 'Pantry', 'Soup'],
      sql`update service set name = 'Debt desk' where id = ${service.debt}`,
    ],
    'a service is put away': [
      sql`update service set status = 'archived' where id = ${service.food}`,
      ['Debt', 'Pantry'],
      sql`update service set status = 'active' where id = ${service.food}`,
    ],
    'it is listed no more': [
      sql`update service_in_network set listed = false where service_id = ${service.food}`,
      ['Debt', 'Pantry'],
      sql`update service_in_network set listed = true where service_id = ${service.food}`,
    ],
    'an organisation is put away': [
      sql`update organisation set archived_at = now() where id = ${organisation.law}`,
      ['Pantry'],
      sql`update organisation set archived_at = null where id = ${organisation.law}`,
    ],
    'a member is suspended': [
      sql`update organisation_in_network set status = 'suspended' where organisation_id = ${organisation.law}`,
      ['Pantry'],
      sql`update organisation_in_network set status = 'active' where organisation_id = ${organisation.law}`,
    ],
    'the network shows nothing to the public': [
      sql`update network set settings = settings || '{"publicDirectory": false}' where id = ${networkId}`,
      [],
      sql`update network set settings = settings || '{"publicDirectory": true}' where id = ${networkId}`,
    ],
    'the network is put away': [
      sql`update network set archived_at = now() where id = ${networkId}`,
      [],
      sql`update network set archived_at = null where id = ${networkId}`,
    ],
  }
}

test('API-2: whatever makes a service public, hides it or moves it is in the very next answer', async () => {
  const all = ['Debt', 'Pantry', 'Soup']
  expect(await services()).toEqual(all)
  for (const [what, [change, after, back]] of Object.entries(changes())) {
    await change.execute(app.database.owner)
    expect(await services(), what).toEqual(after)
    await back.execute(app.database.owner)
    expect(await services(), `${what}, and back`).toEqual(all)
  }
  await sql`update organisation set name = 'Aardvark Trust' where id = ${world.organisation.law}`.execute(
    app.database.owner,
  )
  expect((await names('organizations'))[0]).toBe('Aardvark')
})

test('API-2: a venue that becomes secret is gone from the places at once', async () => {
  const { owner } = app.database
  await sql`with venue as (insert into location (organisation_id, name, address_1, city, postcode, latitude, longitude)
    values (${world.organisation.law}, 'Hall', '1 Quay', 'Liverpool', 'L1 1AA', 53.4, -2.9) returning id)
    update service set location_id = (select id from venue) where id = ${world.service.food}`.execute(owner)
  expect(await names('service_at_locations')).toEqual(['Soup'])
  await sql`update location set secret = true`.execute(owner)
  expect(await names('service_at_locations')).toEqual([])
})

test('API-2: what is changed but not committed is not told, and told as soon as it is, though others changed something since', async () => {
  const { owner } = app.database
  const rename = (name: string) => sql`update service set name = ${name} where id = ${world.service.debt}`
  await owner.transaction().execute(async trx => {
    await rename('First desk').execute(trx)
    await sql`update service set name = 'Zebra kitchen' where id = ${world.service.food}`.execute(owner)
    expect(await services()).toEqual(['Debt', 'Pantry', 'Zebra'])
  })
  expect(await services()).toEqual(['First', 'Pantry', 'Zebra'])
  await owner
    .transaction()
    .execute(async trx => {
      await rename('Never desk').execute(trx)
      throw new Error('taken back')
    })
    .catch(() => {})
  expect(await services()).toEqual(['First', 'Pantry', 'Zebra'])
})

test('API-2: of many touches one is left, and nothing is missed by it', async () => {
  const { owner } = app.database
  await services()
  for (let nth = 0; nth < 250; nth++)
    await sql`update service set name = ${`Desk ${nth}`} where id = ${world.service.debt}`.execute(owner)
  await gatherTouches(owner)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from listing_touch`.execute(owner)
  expect(rows[0]?.count).toBe(1)
  expect(await services()).toContain('Desk')
})

test('API-2: what leaves the list as it is touches nothing', async () => {
  const { owner } = app.database
  const count = async () =>
    (await sql<{ count: number }>`select count(*)::int as count from listing_touch`.execute(owner)).rows[0]?.count
  const before = await count()
  await sql`update service set name = name, description = 'Otherwise', capacity = 3`.execute(owner)
  await sql`update organisation_in_network set status = 'active' where status = 'suspended'`.execute(owner)
  expect(await count()).toBe(before)
})
