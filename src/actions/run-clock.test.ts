/** RES-5 and RES-12 on real rows, at made-up moments. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, actorIn, buildAsked } from '#test/asked.ts'
import { freshDatabase } from '#test/database.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { actOnReferral } from './act-on-referral.ts'
import { runClock } from './run-clock.ts'

let database: Database
let drop: () => Promise<void>
const hour = 60 * 60 * 1000
const start = new Date('2026-06-01T09:00:00Z')

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = openDatabase(fresh.url)
})
afterAll(async () => {
  await database.close()
  await drop()
})

test('RES-5: after two days the service is reminded, after four the coordinator is told, each once', async () => {
  const world = await buildAsked(database, { askedAt: start })
  await runAt(47)
  expect(await happened(world)).toEqual([])
  await runAt(48)
  await runAt(49)
  expect(await happened(world)).toEqual(['remind'])
  await runAt(97)
  await runAt(1000)
  expect(await happened(world)).toEqual(['remind', 'escalate'])
  expect(await templates(world)).toEqual(['escalate', 'remind', 'remind', 'remind'])
})

test('RES-5: many processes at once take each step once', async () => {
  const worlds = await Promise.all(Array.from({ length: 30 }, () => buildAsked(database, { askedAt: start })))
  await Promise.all(Array.from({ length: 5 }, () => runAt(50)))
  await runAt(50)
  for (const world of worlds) expect(await happened(world)).toEqual(['remind'])
})

test('RES-5: while a step is being taken elsewhere, those after it wait for it', async () => {
  const world = await buildAsked(database, { askedAt: start })
  await database.owner.transaction().execute(async trx => {
    await sql`select from clock_step where assignment_id = ${world.id.assignment} and step = 'remind' for update`.execute(
      trx,
    )
    await runAt(97)
    expect(await happened(world)).toEqual([])
  })
  await runAt(97)
  expect(await happened(world)).toEqual(['remind', 'escalate'])
})

test('an answer stops the clock; undoing it starts a new round', async () => {
  const world = await buildAsked(database, { askedAt: start })
  await act(world, 'accept', 10)
  await runAt(200)
  expect(await happened(world)).toEqual(['accept'])
  await act(world, 'undo', 20)
  await runAt(67)
  expect(await happened(world)).toEqual(['accept', 'undo'])
  await runAt(68)
  expect(await happened(world)).toEqual(['accept', 'undo', 'remind'])
})

test('RES-12: a question pauses the clock and the answer resumes it', async () => {
  const world = await buildAsked(database, { askedAt: start })
  await act(world, 'ask', 24)
  await runAt(70)
  expect(await happened(world)).toEqual(['ask'])
  await act(world, 'answer', 72)
  await runAt(95)
  expect(await happened(world)).toEqual(['ask', 'answer'])
  await runAt(96)
  expect(await happened(world)).toEqual(['ask', 'answer', 'remind'])
})

test('RES-12: unanswered for five working days, the clock goes on and the coordinator is told', async () => {
  const world = await buildAsked(database, { askedAt: start })
  await act(world, 'ask', 24)
  await runAt(24 * 8 - 1)
  expect(await happened(world)).toEqual(['ask'])
  await runAt(24 * 8)
  expect(await happened(world)).toEqual(['ask', 'resume'])
  await runAt(24 * 9)
  expect(await happened(world)).toEqual(['ask', 'resume', 'remind'])
  expect(await templates(world)).toContain('unanswered')
})

test('RES-5: where the network passes on, the next service is asked and both sides are told, once', async () => {
  const pace = { unit: 'elapsed_hours', remind: 48, escalate: 96, passOn: 120 }
  const clock = { normal: pace, urgent: pace, nation: 'england' }
  const world = await buildAsked(database, { askedAt: start, clock })
  await sql`insert into clock_step values (${world.id.assignment}, 1, 'pass_on', ${after(120)})`.execute(database.owner)
  await runAt(119)
  await Promise.all([runAt(121), runAt(121)])
  await runAt(122)
  expect(await happened(world)).toEqual(['remind', 'escalate', 'lapse', 'asked'])
  expect(await templates(world)).toEqual(expect.arrayContaining(['passed_on', 'lapsed', 'asked']))
  await runAt(121 + 48)
  expect((await happened(world)).slice(4)).toEqual(['remind'])
})

test('what somebody else is doing is left alone, and comes round again', async () => {
  const world = await buildAsked(database, { askedAt: start })
  await database.owner.transaction().execute(async trx => {
    await sql`select from referral where id = ${world.id.referral} for update`.execute(trx)
    await runAt(50)
    expect(await happened(world)).toEqual([])
  })
  await runAt(50)
  expect(await happened(world)).toEqual(['remind'])
})

function runAt(hours: number) {
  return runClock({ ...common(), actor: null, now: () => after(hours) })
}

function act(world: Asked, action: 'accept' | 'undo' | 'ask' | 'answer', hours: number) {
  const actor = action === 'answer' ? actorIn(world, 'referrer', 'sender') : actorIn(world, 'primary', 'asked')
  const target = { referralId: world.id.referral, assignmentId: world.id.assignment, action }
  const answers = action === 'ask' || action === 'answer' ? { note: 'Which days suit?' } : {}
  return actOnReferral({ ...common(), actor, now: () => after(hours) }, target, answers)
}

function common() {
  return {
    db: database.db,
    secret: 'a secret of at least thirty-two characters',
    baseUrl: 'https://onward.example.org',
  }
}

function after(hours: number): Date {
  return new Date(start.getTime() + hours * hour)
}

async function happened({ id }: Asked): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    select action from event where referral_id = ${id.referral} order by id`.execute(database.owner)
  return rows.map(({ action }) => action)
}

async function templates({ id }: Asked): Promise<string[]> {
  const { rows } = await sql<{ template: string }>`
    select template from message where referral_id = ${id.referral} order by template`.execute(database.owner)
  return rows.map(({ template }) => template)
}
