import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCase } from '#src/db/referrals/load.ts'
import { network, type World } from './network.ts'

let world: World
beforeAll(async () => {
  world = await network()
})
afterAll(() => world?.stop())

test('SUG-4: in the small world a referral goes to the first service, and what it rejects to the next', async () => {
  const { id } = await world.send()
  const { referral } = await loadCase(world.database.owner, id)
  expect(referral.assignments.map(({ serviceId }) => serviceId)).toEqual([world.services.first])
  const [reason] = await world.database.owner
    .selectFrom('term')
    .select('id')
    .where('networkId', '=', world.networkId)
    .where('list', '=', 'decline_reason')
    .execute()
  await world.act('first', 'reject', { id, service: 'first' }, { reasonId: reason?.id ?? '', note: '' })
  const after = await loadCase(world.database.owner, id)
  expect(after.status).toBe('needs_placing')
  await world.act('second', 'accept', { id, service: 'second' }, {})
  expect((await loadCase(world.database.owner, id)).referral.needs.map(({ status }) => status).sort()).toEqual([
    'helped',
    'unplaced',
  ])
})

test('NET-3: an organisation that is in no network may not refer into one', async () => {
  await expect(world.send({ by: 'outsider' })).rejects.toThrow('There is no such network.')
})

test('two worlds can share one database', async () => {
  const began = performance.now()
  const other = await network({ database: world.database })
  expect(performance.now() - began).toBeLessThan(5000)
  expect((await other.send({ needs: ['housing'], ask: ['third'] })).reference).toMatch(/^.{4}-.{5}$/)
})
