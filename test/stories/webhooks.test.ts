/** API-3: what happens to referrals is told to other systems: real HTTP, real SQL, and the ways in which it can fail. */
import { setTimeout as pass } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeWebhook } from '#src/actions/webhooks/make.ts'
import { openDatabase } from '#src/db/database.ts'
import { allowedHosts } from '#src/outgoing/hosts.ts'
import { deliverDue } from '#src/worker/deliver.ts'
import type { Role } from '#test/network.ts'
import { verify } from '#test/receiver.ts'
import { type Hooks, later, openHooks } from '#test/webhooks.ts'

let here: Hooks
beforeAll(async () => {
  here = await openHooks()
})
beforeEach(() => here.forget())
afterAll(() => here?.stop())

test('API-3: each event of a referral arrives in order, signed, with ids alone', async () => {
  const { secret } = await here.hook()
  const { id, reference } = await here.world.send({ needs: ['food'], ask: ['first'] })
  await here.world.act('first', 'accept', { id, service: 'first' }, {})
  await here.drain()
  expect(here.typesOf(id)).toEqual(['sent', 'asked', 'accepted'])
  for (const one of here.receiver.taken) {
    expect(verify(one, secret)).toEqual(one.body)
    expect(() => verify({ ...one, raw: one.raw.replace(reference, 'X') }, secret)).toThrow()
    const { event } = one.body.data
    expect(one.body.data).toEqual({ event, network: here.world.networkId, referral: { id, reference } })
    for (const word of ['Morag', 'Penhaligon', 'Lantern', 'L4', 'Food', 'savings']) expect(one.raw).not.toContain(word)
  }
  await here.drain()
  expect(here.receiver.taken).toHaveLength(3)
})

test('API-3: of a refused one the next wait, those of other referrals do not; with the same id it comes again', async () => {
  const { id: hookId } = await here.hook()
  const { id } = await here.world.send({ needs: ['food'], ask: ['first'] })
  await here.world.act('first', 'accept', { id, service: 'first' }, {})
  const { id: other } = await here.world.send({ needs: ['debt'], ask: ['first'] })
  here.receiver.behave(({ body }) => (body.data.referral.id === id ? 500 : 200))
  await here.drain()
  expect(here.receiver.heard(id)).toEqual([])
  expect(here.typesOf(other)).toEqual(['sent', 'asked'])
  expect((await here.statesOf(hookId)).slice(0, 2)).toEqual(['sent queued 1 500 status', 'asked queued 0'])
  here.receiver.behave(() => 200)
  await here.drain({ ctx: { ...here.world.ctx, now: later(1) } })
  expect(here.typesOf(id)).toEqual(['sent', 'asked', 'accepted'])
  const ids = here.receiver.taken.filter(({ body }) => body.data.referral.id === id).map(one => one.id)
  expect(ids[1]).toBe(ids[0])
})

test('API-3: what does not answer, or cuts the line, is left alone for a minute and tried again', async () => {
  for (const manners of ['hang', 'drop'] as const) {
    await sql`delete from webhook`.execute(here.owner)
    here.receiver.taken.length = 0
    const { id: hookId } = await here.hook()
    const { id } = await here.world.send({ needs: ['food'], ask: ['first'] })
    await here.world.send({ needs: ['food'], ask: ['first'] })
    here.receiver.behave(() => manners)
    await here.drain({ milliseconds: 400 })
    expect(here.receiver.taken).toHaveLength(1)
    expect((await here.statesOf(hookId))[0]).toBe(`sent queued 1 ${manners === 'hang' ? 'slow' : 'unreachable'}`)
    here.receiver.behave(() => 200)
    await here.drain({ ctx: { ...here.world.ctx, now: later(1) } })
    expect(here.typesOf(id)).toEqual(['sent', 'asked'])
  }
})

test('API-3: a redirect is not followed, and a private address is never asked', async () => {
  const { id: hookId } = await here.hook('firstPrimary', { kinds: ['sent'] })
  await here.world.send({ needs: ['food'], ask: ['first'] })
  here.receiver.behave(() => 307)
  await here.drain()
  expect(await here.statesOf(hookId)).toEqual(['sent queued 1 307 status'])
  await here.drain({ allowed: allowedHosts([]), ctx: { ...here.world.ctx, now: later(1) } })
  expect(await here.statesOf(hookId)).toEqual(['sent queued 2 forbidden'])
  const ctx = await here.world.as('firstPrimary')
  const owner = { organisationId: here.world.organisations.first }
  for (const address of [
    'http://10.0.0.1/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'ftp://a.example/',
    'https://u:p@1.1.1.1/',
  ])
    await expect(makeWebhook(ctx, owner, here.form({ address }), allowedHosts([])), address).rejects.toThrow()
  await expect(makeWebhook(ctx, owner, here.form({ address: 'http://1.1.1.1/' }), here.allowed)).rejects.toThrow(
    'https://',
  )
})

test('API-3: two workers, one stopped in the middle: each event arrives once, and in order', async () => {
  await here.hook()
  const sent = await Promise.all([1, 2, 3, 4].map(() => here.world.send({ needs: ['food'], ask: ['first'] })))
  for (const { id } of sent) await here.world.act('first', 'accept', { id, service: 'first' }, {})
  const other = openDatabase(here.databaseUrl)
  const stop = new AbortController()
  here.receiver.behave(() => {
    if (here.receiver.taken.length === 5) stop.abort()
    return 200
  })
  const first = deliverDue(here.dispatch(), stop.signal)
  const second = deliverDue(here.dispatch({ db: other.owner }), stop.signal)
  await Promise.all([first, second])
  expect(here.receiver.taken.length).toBeLessThan(12)
  await Promise.all([here.drain(), here.drain({ db: other.owner })])
  await other.close()
  expect(here.receiver.taken).toHaveLength(12)
  for (const { id } of sent) expect(here.typesOf(id)).toEqual(['sent', 'asked', 'accepted'])
})

test('API-3: one that answers slowly has its turn, then the others have theirs', async () => {
  await here.hook('firstPrimary', { kinds: ['sent'] })
  for (const _ of [1, 2, 3, 4]) await here.world.send({ needs: ['food'], ask: ['first'] })
  here.receiver.behave(async () => {
    await pass(200)
    return 200
  })
  expect(await deliverDue(here.dispatch({ turnMilliseconds: 300 }), new AbortController().signal)).toBe(true)
  expect(here.receiver.taken).toHaveLength(2)
  await here.drain()
  expect(here.receiver.taken).toHaveLength(4)
})

test('API-3: who may no longer read a referral is told nothing more of it', async () => {
  await here.hook()
  await here.hook('second' as Role)
  const { id } = await here.world.send({ needs: ['debt'], ask: ['first', 'second'] })
  await here.drain()
  expect(here.typesOf(id)).toEqual(['sent', 'asked']) // the second is on the shortlist alone
  await here.world.act('first', 'reject', { id, service: 'first' }, { reasonId: await declineReason(), note: '' })
  await here.drain()
  const { id: second } = await here.world.send({ needs: ['debt'], ask: ['first', 'second'] })
  here.receiver.taken.length = 0
  await here.world.act('second', 'accept', { id, service: 'second' }, {})
  await sql`delete from referral_party where referral_id = ${second}`.execute(here.owner)
  await here.drain()
  expect(here.typesOf(id)).toEqual(['accepted']) // to the second alone: the first declined
  expect(here.receiver.heard(second)).toEqual([])
})

test('API-3: the coordinators’ webhook is told of the network, and of nothing restricted', async () => {
  await here.hook('coordinator')
  const { id } = await here.world.send({ needs: ['food'], ask: ['first'] })
  const { id: restricted } = await here.world.send({ needs: ['food'], ask: ['first'] })
  await sql`update referral set restricted = true where id = ${restricted}`.execute(here.owner)
  await here.drain()
  expect(here.typesOf(id)).toEqual(['sent', 'asked'])
  expect(here.receiver.heard(restricted)).toEqual([])
})

async function declineReason(): Promise<string> {
  const query = here.owner.selectFrom('term').select('id').where('networkId', '=', here.world.networkId)
  return (await query.where('list', '=', 'decline_reason').limit(1).executeTakeFirstOrThrow()).id
}
