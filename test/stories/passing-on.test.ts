/** RES-3, RES-6: to whom the rest goes is chosen from search or from suggestions made anew for just that, with a message that stands where the next service decides. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCase } from '#src/db/referrals/load.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'
import { bringTo, type Lists, listsOf } from '#test/states.ts'

let app: App
let world: World
let lists: Lists
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  lists = await listsOf(world)
})
afterAll(() => app?.stop())

const offered = (text: string) =>
  [...text.matchAll(/name="serviceId"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="serviceId"/g)].map(
    ([, one, other]) => one ?? other,
  )

test('RES-3: splitting, services are suggested anew for the needs that are left, and looked for by name', async () => {
  const { id, assignment, needs } = await bringTo(world, lists, 'pending')
  const path = `/referrals/${id}/assignments/${assignment}/split`
  const first = await app.as(world.users.first)
  const { second, thirdToo, third } = world.services
  expect(offered((await first.get(path)).text).sort()).toEqual([second, thirdToo].sort())
  const { needLabels } = await loadCase(app.database.owner, id)
  const [food = '', debt = ''] = ['Food', 'Debt'].map(label => needs.find(need => needLabels.get(need) === label))
  const forFood = await first.post(path, { keep: debt, find: 'yes', words: '', note: 'Vegetarian.' })
  expect(offered(forFood.text)).toEqual([thirdToo])
  expect(forFood.text).toContain('Vegetarian.')
  expect(offered((await first.post(path, { keep: food, find: 'yes', words: '' })).text)).toEqual([second])
  const looked = await first.post(path, { keep: debt, find: 'yes', words: 'the second service' })
  expect(offered(looked.text)).not.toContain(second)
  expect(offered(looked.text)).not.toContain(third)

  expect((await first.post(path, { keep: debt, serviceId: thirdToo, note: 'Vegetarian.' })).status).toBe(303)
  const next = (await (await app.as(world.users.third)).get(`/referrals/${id}`)).text
  expect(next).toMatch(/Message for you from The first, The first organisation[\s\S]{0,80}Vegetarian\./)
})

test('RES-6: referring on suggests for the needs of the case alone, says no to a service that declined, and carries the message', async () => {
  const { id, assignment } = await bringTo(world, lists, 'accepted')
  const path = `/referrals/${id}/assignments/${assignment}/referOn`
  const first = await app.as(world.users.first)
  expect(offered((await first.get(path)).text).sort()).toEqual([world.services.second, world.services.thirdToo].sort())
  const sent = await first.post(path, { serviceId: world.services.second, note: 'Rings after five.' })
  expect(sent.status).toBe(303)
  const next = (await (await app.as(world.users.second)).get(`/referrals/${id}`)).text
  expect(next).toMatch(/Message for you from The first, The first organisation[\s\S]{0,80}Rings after five\./)
  const letters = await app.database.owner.selectFrom('message').select('codes').where('referralId', '=', id).execute()
  expect(JSON.stringify(letters)).not.toContain('after five')
})

test('RES-6: handed back with its reason, the coordinator places it with a message of their own', async () => {
  const { id, needs } = await bringTo(world, lists, 'referred_on')
  const coordinator = await app.as(world.users.coordinator)
  const path = `/referrals/${id}/needs/place`
  expect((await coordinator.get(`/referrals/${id}`)).text).toContain('For the council.')
  const { needLabels } = await loadCase(app.database.owner, id)
  const debt = needs.find(need => needLabels.get(need) === 'Debt') ?? ''
  const again = await coordinator.fill(path, { needs: debt, find: 'yes', words: '' })
  expect(offered(again.text)).toEqual([world.services.second])
  expect(
    (await coordinator.post(path, { needs: debt, serviceId: world.services.second, note: 'Large print.' })).status,
  ).toBe(303)
  expect((await (await app.as(world.users.second)).get(`/referrals/${id}`)).text).toContain('Large print.')
})
