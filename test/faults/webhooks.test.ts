/** API-3: the program killed while it tells webhooks: nothing is lost, each referral stays in order, a repeat has the same id. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeWebhook } from '#src/actions/webhooks/make.ts'
import { type Database, openDatabase } from '#src/db/database.ts'
import { migrate } from '#src/db/migrate.ts'
import { webhookKinds } from '#src/domain/webhook.ts'
import { allowedHosts } from '#src/outgoing/hosts.ts'
import { emptyDatabase } from '#test/database.ts'
import { network, type Role, type World } from '#test/network.ts'
import { openReceiver, type Receiver, verify } from '#test/receiver.ts'
import { type Server, startServer } from './server.ts'

/** reached: nothing of it was read yet · taken: all of it, no answer given · answered: the answer is on its way, and not written down. */
const moments = ['reached', 'taken', 'answered'] as const
type Moment = (typeof moments)[number]
const kills = 12

test('API-3: twelve times killed in the middle of a delivery, every event arrives, in its order, each under one id', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onward-webhooks-'))
  chmodSync(folder, 0o711)
  const { url, drop } = await emptyDatabase()
  await migrate(url)
  const database = openDatabase(url)
  const world = await network({ database })
  const told = [await openTold(world, 'firstPrimary'), await openTold(world, 'coordinator')]
  const env = {
    DATABASE_URL: url,
    DATA_DIR: folder,
    DEMO: 'off',
    SECRET: world.ctx.secret,
    OUTGOING_ALLOW: '127.0.0.1',
  }
  const stream = keepReferring(world)
  let server = await startServer(env)
  for (let killed = 0; killed < kills; killed++) {
    await killAt(moments[killed % moments.length] ?? 'taken', told[killed % 2] ?? fail(), server)
    server = await startServer(env)
  }
  await stream.stop()
  for (const one of told) await expectAllTold(database, one)
  expect(await server.stop()).toBe(0)
  for (const { receiver } of told) receiver.close()
  await database.close()
  await drop()
  rmSync(folder, { recursive: true, force: true })
})

type Told = { receiver: Receiver; id: string; takeAll(): void }

/** A webhook of whoever has this role, with a receiver of its own, which checks every signature. */
async function openTold(world: World, role: Role): Promise<Told> {
  const receiver = await openReceiver()
  const acting = await world.as(role)
  const owner =
    role === 'coordinator' ? { networkId: world.networkId } : { organisationId: acting.actor.organisationId ?? '' }
  const form = { name: role, address: receiver.address, kinds: [...webhookKinds] }
  const { id, secret } = await makeWebhook(acting, owner, form, allowedHosts(['127.0.0.1']))
  const takeAll = () => receiver.behave(one => (verify(one, secret) ? 200 : 401))
  takeAll()
  return { receiver, id, takeAll }
}

/** Referrals that are sent and accepted, one after the other, as long as it goes on. */
function keepReferring(world: World) {
  const going = { on: true }
  const work = (async () => {
    while (going.on) {
      const { id } = await world.send({ needs: ['food'], ask: ['first'] })
      await world.act('first', 'accept', { id, service: 'first' }, {})
      await pass(100)
    }
  })()
  const stop = () => {
    going.on = false
    return work
  }
  return { stop }
}

/** The next delivery that comes so far is the last thing that the program does. */
async function killAt(moment: Moment, { receiver, takeAll }: Told, server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const kill = () => resolve(server.kill())
  if (moment === 'reached') receiver.whenReached(kill)
  else
    receiver.behave(() => {
      if (moment === 'taken') kill()
      else setImmediate(kill)
      return moment === 'taken' ? 'hang' : 200
    })
  await promise
  receiver.whenReached(() => {})
  takeAll()
}

async function expectAllTold({ owner }: Database, { receiver: { taken }, id: hook }: Told): Promise<void> {
  const { rows: events } = await sql<{ event: number }>`
    select id as event from event where referral_id is not null and action in ('sent', 'asked', 'accept')`.execute(
    owner,
  )
  const deliveries = () => owner.selectFrom('webhookDelivery').selectAll().where('webhookId', '=', hook).execute()
  const states = async () => new Set((await deliveries()).map(({ status }) => status))
  await expect.poll(states, { timeout: 60_000, interval: 200 }).toEqual(new Set(['sent']))

  const eventOf = new Map((await deliveries()).map(({ id, eventId }) => [id, Number(eventId)]))
  expect([...eventOf.values()].toSorted((a, b) => a - b)).toEqual(
    events.map(({ event }) => event).toSorted((a, b) => a - b),
  )
  for (const one of taken) expect(eventOf.get(one.id)).toBe(one.body.data.event)
  const times = Map.groupBy(taken, ({ id }) => id)
  expect([...times.keys()].toSorted()).toEqual([...eventOf.keys()].toSorted())
  for (const all of times.values()) expect(new Set(all.map(({ raw }) => raw)).size).toBe(1)
  const inOrder = Map.groupBy(taken, ({ body }) => body.data.referral.id)
  for (const all of inOrder.values()) {
    const heard = all.map(({ body }) => body.data.event)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  }
  const again = taken.length - times.size
  expect(again).toBeLessThanOrEqual(kills)
  console.log(
    `${events.length} events of ${inOrder.size} referrals, ${taken.length} deliveries, ${again} of them again`,
  )
}

function fail(): never {
  throw new Error('nobody is told')
}
