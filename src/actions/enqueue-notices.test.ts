/** Who is told of what, on real rows. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, buildAsked, markers } from '#test/asked.ts'
import { freshDatabase } from '#test/database.ts'
import { actAs, type Database, openDatabase } from '../db/database.ts'
import { type NewEvent, recordEvents } from '../db/events.ts'
import { loadCase } from '../db/referrals/load.ts'
import { enqueueMessage } from './enqueue-message.ts'
import { enqueueNotices } from './enqueue-notices.ts'

let database: Database
let drop: () => Promise<void>
const ctx = { baseUrl: 'https://onward.example.org' }

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = openDatabase(fresh.url)
})
afterAll(async () => {
  await database.close()
  await drop()
})

test('RES-2: primary users, those who chose it and the team inbox are told; leavers and the others are not', async () => {
  const world = await buildAsked(database)
  await happen(world, 'asked', { userId: world.user.referrer })
  expect(await told(world)).toEqual(['asked notified', 'asked primary', 'asked team'])
})

test('nobody is told of what they did themselves', async () => {
  const world = await buildAsked(database)
  await happen(world, 'remind', { userId: world.user.primary })
  expect(await told(world)).toEqual(['remind notified', 'remind team'])
  await happen(world, 'accept', { userId: world.user.referrer })
  expect(await told(world)).toEqual(['remind notified', 'remind team'])
})

test('RES-1: the referrer alone is told of an answer; once gone, those of the organisation are', async () => {
  const world = await buildAsked(database)
  await happen(world, 'accept')
  expect(await told(world)).toEqual(['accepted referrer'])
  await sql`update membership set ended_at = now() where user_id = ${world.user.referrer}`.execute(database.owner)
  await happen(world, 'close')
  expect(await told(world)).toEqual(['accepted referrer', 'closed otherPrimary'])
})

test('RES-4: the coordinator and the referrer are told of unplaced needs, a person who is both only once', async () => {
  const world = await buildAsked(database)
  await happen(world, 'unplaced')
  expect(await told(world)).toEqual(['unplaced coordinator', 'unplaced_referrer referrer'])
  await sql`insert into grant_in_network values (${world.user.referrer}, ${world.id.network}, 'coordinator')`.execute(
    database.owner,
  )
  await happen(world, 'unplaced')
  expect((await told(world)).filter(line => line === 'unplaced referrer')).toHaveLength(1)
})

test('RES-8: a withdrawal tells every organisation that was asked or helping', async () => {
  const world = await buildAsked(database)
  await happen(world, 'withdraw', { userId: world.user.referrer })
  expect(await told(world)).toEqual(['withdrawn notified', 'withdrawn primary', 'withdrawn team'])
})

test('RES-1: the person is told only where email is safe', async () => {
  const [safe, unsafe] = [
    await buildAsked(database, { channels: ['email'] }),
    await buildAsked(database, { channels: ['phone'] }),
  ]
  await happen(safe, 'sent')
  await happen(unsafe, 'sent')
  expect(await told(safe)).toEqual(['person_sent person'])
  expect(await told(unsafe)).toEqual([])
})

test('the outbox holds no address and nothing about a person', async () => {
  const world = await buildAsked(database, { channels: ['email'] })
  for (const action of ['sent', 'asked', 'accept', 'unplaced', 'withdraw']) await happen(world, action)
  const { rows } = await sql<{ whole: string }>`select to_jsonb(m)::text as whole from message m`.execute(
    database.owner,
  )
  for (const word of [...markers, 'two.example.org']) expect(JSON.stringify(rows)).not.toContain(word)
})

test('of a restricted referral the coordinator is told the reference alone', async () => {
  const world = await buildAsked(database, { restricted: true })
  await happen(world, 'unplaced')
  const codes = await codesOf(world, 'unplaced')
  expect(codes).toEqual([{ reference: world.reference }])
})

test('one event tells each recipient once, however often it is put in', async () => {
  const world = await buildAsked(database)
  const events = await happen(world, 'asked')
  await enqueue(world, events)
  expect(await told(world)).toEqual(['asked notified', 'asked primary', 'asked team'])
})

test('two forgotten passwords of one person are two messages', async () => {
  const { user } = await buildAsked(database)
  const message = { template: 'reset', userId: user.primary } as const
  const send = () => actAs(database.db, system, trx => enqueueMessage(trx, ctx, message))
  expect(await send()).not.toBe(await send())
})

const system = { userId: null, organisationId: null, system: true }

async function happen(world: Asked, action: string, by: { userId?: string } = {}) {
  const { id } = world
  const assignmentId = action === 'sent' || action === 'unplaced' || action === 'withdraw' ? null : id.assignment
  const event: NewEvent = {
    ...{ action, assignmentId, networkId: id.network, referralId: id.referral, party: 'referrer', noteId: null },
    ...{ userId: by.userId ?? null, organisationId: null, codes: { needs: ['Food parcels'] } },
  }
  const events = await actAs(database.db, system, trx => recordEvents(trx, new Date(), [event]))
  await enqueue(world, events)
  return events
}

function enqueue({ id }: Asked, events: Awaited<ReturnType<typeof recordEvents>>) {
  return actAs(database.db, system, async trx => {
    const file = await loadCase(trx, id.referral)
    await enqueueNotices(trx, ctx, { before: file.referral, after: file.referral, file, events })
  })
}

async function told({ id }: Asked): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select template || ' ' || coalesce(u.name, split_part(recipient, ':', 1)) as line from message m
    left join "user" u on u.id = m.user_id where m.referral_id = ${id.referral} order by line`.execute(database.owner)
  return rows.map(({ line }) => line)
}

async function codesOf({ id }: Asked, template: string) {
  const { rows } = await sql<{ codes: unknown }>`
    select codes from message where referral_id = ${id.referral} and template = ${template}`.execute(database.owner)
  return rows.map(({ codes }) => codes)
}
