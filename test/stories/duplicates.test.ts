/** FORM-15: the same person with an open referral already: said to who may know it, and to nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewReferral } from '#src/actions/view-referral.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'

let app: App
let world: World
const twice = 'open referral already'

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
})
afterAll(() => app?.stop())

const person = (lastName: string) => ({
  person: {
    firstName: 'Morag',
    lastName,
    dateOfBirth: '1984-02-29',
    phone: '',
    email: '',
    preferredContact: '',
    title: '',
  },
  safeContact: null,
})
const send = (lastName: string, by: Role = 'referrer') =>
  world.send({ by, needs: ['food'], ask: ['first'], fill: person(lastName) })

/** What somebody who types this person's details reads beside the services. */
async function typing(role: Role, lastName: string): Promise<string> {
  const browser = await app.as(world.users[role])
  const { location } = await browser.get('/refer')
  const path = new URL(location ?? '', app.url).pathname
  const born = { 'person.dateOfBirth-day': '29', 'person.dateOfBirth-month': '2', 'person.dateOfBirth-year': '1984' }
  const typed = { 'person.firstName': 'morag', 'person.lastName': lastName, 'address.postcode': 'l4 9zq', ...born }
  await browser.get(location ?? '')
  await browser.post(path, { network: world.networkId, go: 'services', needs: world.categories.debt, ...typed })
  return (await browser.get(`${path}/services`)).text
}

const duplicates = async (role: Role, id: string) => (await viewReferral(await world.as(role), id, 'page')).duplicates

test('FORM-15: a referrer who may read the open referral is shown it; another is not', async () => {
  const { reference } = await send('Penhaligon')
  const own = await typing('referrer', 'Penhaligon')
  expect(own).toContain(twice)
  expect(own).toContain(reference)
  expect(await typing('third', 'Penhaligon')).not.toContain(twice)
  expect(await typing('referrer', 'Somebody-else')).not.toContain(twice)
})

test('FORM-15: the coordinator and those asked are told on the referral, by reference where they may see it', async () => {
  const [one, two] = [await send('Trevanion'), await send('Trevanion', 'third')]
  for (const role of ['coordinator', 'first'] as const) {
    const { rows, others } = await duplicates(role, one.id)
    expect([rows.map(({ reference }) => reference), others], role).toEqual([[two.reference], 0])
  }
  expect(await duplicates('referrer', one.id)).toEqual({ rows: [], others: 0 })
  const browser = await app.as(world.users.coordinator)
  expect((await browser.get(`/referrals/${one.id}`)).text).toContain('may be for the same person')
})

test('FORM-15: never of a restricted referral, nor once one has ended', async () => {
  const [one, two] = [await send('Tregear'), await send('Tregear', 'third')]
  const restrict = (restricted: boolean, id: string) =>
    app.database.owner.updateTable('referral').set({ restricted }).where('id', '=', id).execute()
  await restrict(true, two.id)
  expect(await duplicates('coordinator', one.id)).toEqual({ rows: [], others: 0 })
  expect(await duplicates('first', two.id)).toEqual({ rows: [], others: 0 })
  expect(await typing('third', 'Tregear')).not.toContain(twice)
  await restrict(false, two.id)
  expect((await duplicates('coordinator', one.id)).rows).toHaveLength(1)
  await app.database.owner.updateTable('referral').set({ status: 'closed' }).where('id', '=', two.id).execute()
  expect(await duplicates('coordinator', one.id)).toEqual({ rows: [], others: 0 })
})
