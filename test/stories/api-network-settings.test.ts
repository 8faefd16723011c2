/** NET-1, API-1: a network's settings through the API, by the same rules as its pages. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorld, type Client, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'

let app: App
let world: World
let coordinator: Client
let path: string
beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app)
  coordinator = await world.as('coordinator')
  path = `/networks/${world.networkId}/settings`
})
afterAll(() => app.stop())

test('NET-1: all settings are read in one shape and changed one by one; what is left out stays', async () => {
  const before = (await coordinator.get(path)).body
  expect(before).toMatchObject({
    ...{ network: world.networkId, logo: null, details: { personWord: 'person' }, look: { colour: '#0b5a4e' } },
    ...{ visibility: { membersSee: 'row' }, referring: { outcomeRequired: true }, retention: { retentionMonths: 12 } },
    directory: { publicDirectory: false },
  })
  const change = {
    details: { personWord: 'guest', personWordPlural: 'guests' },
    visibility: { membersSee: 'nothing' },
    referring: { outcomeRequired: false, consentScope: 'named' },
    help: { helpName: 'Bryn Parry', helpPhone: '0151 496 0300' },
    retention: { retentionMonths: 24 },
  }
  const after = await coordinator.patch(path, change)
  expect(after.status).toBe(200)
  expect(after.body).toMatchObject({ ...change, directory: before.directory })
  expect(after.body.details.name).toBe(before.details.name)
  expect(after.body.visibility.membersSeeIdentity).toBe(before.visibility.membersSeeIdentity)
  expect(after.body.marks.look).toBe(before.marks.look)
  expect(after.body.marks.help).not.toBe(before.marks.help)
})

test('NET-1: what was changed since it was read is not overwritten, and nothing of it is kept', async () => {
  await coordinator.patch(path, { look: { colour: '#0b5a4e' }, help: { helpName: 'Nobody yet' } })
  const { marks } = (await coordinator.get(path)).body
  expect((await coordinator.patch(path, { seen: marks, look: { colour: '#036' } })).body.look.colour).toBe('#003366')
  const late = await coordinator.patch(path, {
    seen: marks,
    look: { colour: '#7b3f9d' },
    directory: { publicDirectory: true },
  })
  expect(late.status).toBe(409)
  expect((await coordinator.get(path)).body).toMatchObject({
    look: { colour: '#003366' },
    directory: { publicDirectory: false },
  })
  const both = await Promise.all(
    ['One', 'Two'].map(helpName => coordinator.patch(path, { seen: { help: marks.help }, help: { helpName } })),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('NET-1: wrong values and unknown settings are refused by name', async () => {
  const pale = await coordinator.patch(path, { look: { colour: '#ffbf47' } })
  expect(pale).toMatchObject({ status: 422, body: { errors: [{ field: 'look.colour', code: 'contrast' }] } })
  expect((await coordinator.patch(path, { visibility: { membersSee: 'everything' } })).status).toBe(422)
  expect((await coordinator.patch(path, { referring: { shortlistPerNeed: 99 } })).status).toBe(422)
  expect((await coordinator.patch(path, { somethingElse: {} })).status).toBe(422)
})

test('NET-1: only coordinators of the network, by a token that may change services', async () => {
  for (const who of ['sender', 'pantry', 'commissioner'] as const)
    expect((await (await world.as(who)).get(path)).status, who).toBe(404)
  const reader = await world.as('coordinator', ['directory:read', 'referrals:read'])
  expect((await reader.get(path)).status).toBe(404)
  expect((await reader.patch(path, { directory: { publicDirectory: true } })).status).toBe(404)
  const elsewhere = await buildWorld(app)
  expect((await (await elsewhere.as('coordinator')).get(path)).status).toBe(404)
})

test('ADM-1, PUB-2: a category is changed by whoever keeps the settings; what is left out stays, and it is in the audit', async () => {
  const { food } = world.category
  const at = `/networks/${world.networkId}/categories/${food}`
  const before = await categoryOf(food)
  expect(before).toMatchObject({ sensitive: false })
  const marked = await coordinator.patch(at, { sensitive: true })
  expect(marked).toMatchObject({ status: 200, body: { ...before, sensitive: true } })
  expect(await categoryOf(food)).toEqual(marked.body)
  const renamed = await coordinator.patch(at, { label: 'Something to eat', description: 'Parcels and meals.' })
  expect(renamed.body).toMatchObject({ sensitive: true, label: 'Something to eat', parent: before.parent })
  const events = await app.database.owner
    .selectFrom('event')
    .select('codes')
    .where('action', '=', 'keepRegister')
    .where('networkId', '=', world.networkId)
    .execute()
  expect(events.map(({ codes }) => codes)).toEqual(Array(2).fill({ part: 'categories', entry: food, did: 'change' }))
})

test('ADM-1: a category is changed by nobody else, to nothing that its page would refuse', async () => {
  const { food, debt } = world.category
  const at = `/networks/${world.networkId}/categories/${food}`
  for (const [change, status] of [
    [{ label: '' }, 422],
    [{ parent: food }, 422],
    [{ icon: 'utensils' }, 422],
    [{ label: (await categoryOf(debt)).label }, 422],
  ] as const)
    expect((await coordinator.patch(at, change)).status, JSON.stringify(change)).toBe(status)
  expect((await coordinator.patch(`/networks/${world.networkId}/categories/${world.networkId}`, {})).status).toBe(404)
  for (const who of ['sender', 'pantry', 'commissioner'] as const)
    expect((await (await world.as(who)).patch(at, { sensitive: true })).status, who).toBe(404)
  const reader = await world.as('coordinator', ['directory:read'])
  expect((await reader.patch(at, { sensitive: true })).status).toBe(404)
})

async function categoryOf(id: string) {
  const { body } = await coordinator.get(`/categories?network=${world.networkId}`)
  return body.categories.find((one: { id: string }) => one.id === id)
}
