/** RES-5 by four workers at once, each with connections of its own: over a restart, over both nights on which the clock changes, and as the page says. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#src/db/database.ts'
import type { Pace } from '#src/domain/clock.ts'
import { startWorker } from '#src/worker/index.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'

const normal: Pace = { unit: 'working_days', remind: 1, escalate: 2, passOn: 3 }
const urgent: Pace = { unit: 'elapsed_hours', remind: 24, escalate: 48, passOn: 72 }
const many = 40

let app: App
let world: World
let four: Database[]
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database, settings: { clock: { normal, urgent, nation: 'england' } } })
  four = Array.from({ length: 4 }, () => openDatabase(app.config.databaseUrl ?? '', { max: 3 }))
})
afterAll(async () => {
  await Promise.all((four ?? []).map(({ close }) => close()))
  await app?.stop()
})

const inUtc = (moment: string) => new Date(`${moment}Z`)
const minute = 60_000

/** Asked of the first, then of the third, which both give food. */
async function sentAt(at: Date, isUrgent = false): Promise<string> {
  const fill = { urgent: isUrgent }
  return (await world.send({ needs: ['food'], ask: ['first', 'thirdToo'], fill, now: () => at })).id
}

/** Four workers begin at that moment and are stopped when nothing is due any more. */
async function runFourAt(at: Date) {
  app.clock.now = () => at
  const log = { info: () => {}, warn: () => {}, error: (said: object) => failures.push(said) }
  const workers = four.map(database => startWorker({ database, config: app.config, log, now: () => at }))
  await expect.poll(() => dueAt(at), { timeout: 20_000, interval: 20 }).toBe(0)
  await Promise.all(workers.map(worker => worker.stop()))
}
const failures: object[] = []

async function dueAt(at: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from clock_step s join assignment a on a.id = s.assignment_id and a.clock_round = s.round
    where s.done_at is null and s.due_at <= ${at} and a.status = 'pending'`.execute(app.database.owner)
  return rows[0]?.count ?? 0
}

async function happened(id: string): Promise<string[]> {
  const rows = await app.database.owner
    .selectFrom('event')
    .select('action')
    .where('referralId', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ action }) => action).slice(2)
}

async function lettersOf(id: string): Promise<string[]> {
  const rows = await app.database.owner
    .selectFrom('message')
    .innerJoin('event', 'event.id', 'message.eventId')
    .select(['template', 'recipient'])
    .where('message.referralId', '=', id)
    .where('event.action', 'in', ['remind', 'escalate', 'lapse'])
    .execute()
  return rows.map(({ template, recipient }) => `${template} ${recipient}`)
}

test(`RES-5: four workers at once take each step of ${many} referrals once, and again after a restart none`, async () => {
  const monday = inUtc('2026-06-01T09:00')
  const ids: string[] = []
  for (let n = 0; n < many; n++) ids.push(await sentAt(monday))
  const [tuesday, wednesday, thursday] = ['02', '03', '04'].map(day => inUtc(`2026-06-${day}T09:00`)) as [
    Date,
    Date,
    Date,
  ]

  await runFourAt(new Date(tuesday.getTime() - minute))
  for (const id of ids) expect(await happened(id)).toEqual([])
  const steps = ['remind', 'escalate', 'lapse', 'asked']
  for (const [nth, at] of [tuesday, wednesday].entries()) {
    await runFourAt(at)
    await runFourAt(new Date(at.getTime() + minute))
    for (const id of ids) expect(await happened(id)).toEqual(steps.slice(0, nth + 1))
  }
  await runFourAt(thursday)
  await runFourAt(new Date(thursday.getTime() + minute))
  for (const id of ids) {
    expect(await happened(id)).toEqual(steps)
    const letters = await lettersOf(id)
    expect(new Set(letters).size, letters.join()).toBe(letters.length)
  }
  expect(failures).toEqual([])
}, 90_000)

test('RES-5: workers that are stopped in the middle leave the rest to those that start next, and nothing is done twice', async () => {
  const asked = inUtc('2026-07-06T09:00')
  const ids: string[] = []
  for (let n = 0; n < many; n++) ids.push(await sentAt(asked))
  const at = inUtc('2026-07-09T09:00')
  app.clock.now = () => at
  const log = { info: () => {}, warn: () => {}, error: (said: object) => failures.push(said) }
  const start = () => four.map(database => startWorker({ database, config: app.config, log, now: () => at }))
  for (let restarts = 0; restarts < 5; restarts++) {
    const workers = start()
    await new Promise(resolve => setTimeout(resolve, 15))
    await Promise.all(workers.map(worker => worker.stop()))
  }
  await runFourAt(at)
  for (const id of ids) expect(await happened(id)).toEqual(['remind', 'escalate', 'lapse', 'asked'])
  expect(failures).toEqual([])
}, 90_000)

const nights = [
  ['forward', '2026-03-27T15:00', ['2026-03-30T14:00', '2026-03-31T14:00'], ['2026-03-28T15:00', '2026-03-29T15:00']],
  ['back', '2026-10-23T14:00', ['2026-10-26T15:00', '2026-10-27T15:00'], ['2026-10-24T14:00', '2026-10-25T14:00']],
] as const

test.each(nights)(
  'RES-5: over the night on which the clock goes %s, a working day ends at the same time of day and 24 hours are 24 hours',
  async (_, friday, byWorkingDays, byHours) => {
    for (const [isUrgent, dues] of [
      [false, byWorkingDays],
      [true, byHours],
    ] as const) {
      const id = await sentAt(inUtc(friday), isUrgent)
      for (const [nth, due] of dues.entries()) {
        const before = ['remind', 'escalate'].slice(0, nth)
        await runFourAt(new Date(inUtc(due).getTime() - minute))
        expect(await happened(id), due).toEqual(before)
        await runFourAt(inUtc(due))
        expect(await happened(id), due).toEqual([...before, ['remind', 'escalate'][nth]])
      }
    }
  },
)

test('RES-5: the referral shows when the next step falls due, in local time, and what it will be', async () => {
  const id = await sentAt(inUtc('2026-03-27T15:00'))
  const page = async (at: string, role: 'first' | 'referrer' | 'coordinator' = 'coordinator') => {
    app.clock.now = () => inUtc(at)
    return (await (await app.as(world.users[role])).get(`/referrals/${id}`)).text
  }
  for (const role of ['first', 'referrer', 'coordinator'] as const)
    expect(await page('2026-03-27T16:00', role), role).toContain('Next step: a reminder, Monday 30 March at 3pm.')
  await runFourAt(inUtc('2026-03-30T14:00'))
  expect(await page('2026-03-30T14:05')).toContain('Next step: the coordinator is told, Tuesday 31 March at 3pm.')
  await runFourAt(inUtc('2026-03-31T14:00'))
  expect(await page('2026-03-31T14:05')).toContain('Next step: it is passed on, Wednesday 1 April at 3pm.')
  expect(await page('2026-03-31T14:05', 'first')).toContain('Answer by Wednesday 1 April at 3pm')
  await runFourAt(inUtc('2026-04-01T14:00'))
  expect(await page('2026-04-01T14:05')).toContain('Next step: a reminder, Thursday 2 April at 3pm.')
})
