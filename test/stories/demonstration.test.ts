import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Loaded, loadDemonstration } from '#src/actions/load-demonstration.ts'
import { signIn } from '#src/actions/sign-in.ts'
import { type Database, openDatabase } from '#src/db/database.ts'
import { demonstrationPassword, readDemonstrationSignIns } from '#src/db/demonstration.ts'
import { findDifferent } from '#src/db/health/derived.ts'
import { listDueLanes } from '#src/db/outbox.ts'
import { demonstrationSignIns } from '#src/db/seed/demo/networks.ts'
import { startApp } from '#test/app.ts'
import { type FreshDatabase, freshDatabase } from '#test/database.ts'

let fresh: FreshDatabase
let database: Database
let loaded: Loaded
const began = new Date()
const site = { secret: 'x'.repeat(40), baseUrl: 'http://onward.example.org' }

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url)
  loaded = await loadDemonstration(database, site)
})
afterAll(async () => {
  await database?.close()
  await fresh?.drop()
})

test('the demonstration’s two networks have about sixteen organisations, fifty services and seventy referrals', () => {
  expect(loaded).toMatchObject({ organisations: 17, services: 49, users: 24 })
  expect(loaded.referrals).toBeGreaterThanOrEqual(60)
})

test('its referrals are in every state, their assignments too', async () => {
  expect(await valuesOf('referral', 'status')).toEqual([
    'accepted',
    'closed',
    'needs_placing',
    'open',
    'unmet',
    'withdrawn',
  ])
  expect(await valuesOf('referral', 'progress')).toEqual(['accepted', 'closed', 'opened', 'outcome'])
  expect(await valuesOf('need', 'status')).toEqual([
    ...['ended', 'helped', 'met', 'unmet', 'unplaced', 'waiting', 'withdrawn'],
  ])
  const ended = await valuesOf('assignment', 'status')
  for (const status of ['pending', 'accepted', 'rejected', 'closed', 'referred_on', 'withdrawn'])
    expect(ended).toContain(status)
  expect(await valuesOf('assignment', 'via')).toEqual(['placement', 'refer_on', 'route', 'split'])
})

test('RES-11: everything that can happen is somewhere in the history, never in the future', async () => {
  const actions = await valuesOf('event', 'action')
  for (const action of ['sent', 'asked', 'accept', 'reject', 'split', 'referOn', 'handBack', 'ask', 'answer', 'undo'])
    expect(actions).toContain(action)
  for (const action of [
    'assignOutcome',
    'close',
    'withdraw',
    'place',
    'closeAsUnmet',
    'unplaced',
    'remind',
    'escalate',
  ])
    expect(actions).toContain(action)
  const { rows } = await sql<{ first: Date; last: Date; backwards: number }>`
    select min(at) as first, max(at) as last, (select count(*)::int from (
      select at < lag(at) over (partition by referral_id order by id) as backwards from event where referral_id is not null) e
      where backwards) as backwards
    from event where referral_id is not null`.execute(database.owner)
  expect(rows[0]?.backwards).toBe(0)
  expect(rows[0]?.last.getTime()).toBeLessThan(Date.now())
  expect((began.getTime() - (rows[0]?.first.getTime() ?? 0)) / 86_400_000).toBeGreaterThan(12)
})

test('RES-5: some were reminded, some went to the coordinator, and the clock owes nobody anything', async () => {
  const { rows } = await sql<{ overdue: number }>`
    select count(*)::int as overdue from clock_step s join assignment a on a.id = s.assignment_id and a.clock_round = s.round
    where s.done_at is null and s.due_at < ${began} and a.status = 'pending'`.execute(database.owner)
  expect(rows[0]?.overdue).toBe(0)
})

test('nobody is written to about the past', async () => {
  expect(await listDueLanes(database.owner, 100)).toEqual([])
})

test('RES-16: one of them is restricted, and accepted like any other', async () => {
  const { rows } = await sql`select status from referral where restricted`.execute(database.owner)
  expect(rows).toEqual([{ status: 'accepted' }])
})

test('what is derived is what the rules make of it', async () => {
  expect(await findDifferent(database.owner)).toEqual([])
})

test('some services are full, and one takes nobody', async () => {
  const { rows } = await sql<{ name: string }>`
    select s.name from service s join assignment a on a.service_id = s.id and a.status in ('pending', 'accepted')
    where s.capacity is not null group by s.id having count(*) >= s.capacity order by s.name`.execute(database.owner)
  expect(rows.map(({ name }) => name)).toEqual(['Docks Debt Drop-in', 'Orchard Lane Counselling', 'Wavecrest Refuge'])
})

test('NET-4: two networks are connected, each with a form of its own, and what was sent into both is tied', async () => {
  const { rows } = await sql<{ form: string; through: string | null; count: number }>`
    select n.slug as form, t.slug as through, count(*)::int from referral r join network n on n.id = r.network_id
    left join network t on t.id = r.through_network_id group by 1, 2 order by 1, 2 nulls first`.execute(database.owner)
  expect(rows.map(({ form, through, count }) => [form, through, count])).toEqual([
    ['estuary', null, 5],
    ['estuary', 'mersey', 3],
    ['mersey', null, loaded.referrals - 5],
    ['mersey', 'estuary', 2],
  ])
  const asked = await sql<{ slug: string; asked: number }>`
    select n.slug, jsonb_array_length(f.definition->'questions') as asked from form_version f
    join network n on n.id = f.network_id where f.status = 'published' order by 1`.execute(database.owner)
  expect(asked.rows.map(({ slug, asked: questions }) => [slug, questions > 8])).toEqual([
    ['estuary', true],
    ['mersey', true],
  ])
})

test('NET-3: the organisation that has not accepted the agreement is asked nothing', async () => {
  const { rows } = await sql<{ open: boolean }>`
    select distinct c.open from service_category c join service s on s.id = c.service_id join organisation o on o.id = s.organisation_id
    where o.name = 'Tidewell Carers Link'`.execute(database.owner)
  expect(rows).toEqual([{ open: false }])
})

test('every sign-in that is shown works, with the password that is shown', async () => {
  const shown = await readDemonstrationSignIns(database.db)
  expect(shown).toEqual(demonstrationSignIns)
  expect(new Set(shown.map(({ role }) => role)).size).toBe(5)
  const ctx = { ...site, db: database.db, actor: null, now: () => new Date() }
  for (const { email } of shown.slice(0, 4))
    expect(await signIn(ctx, { email, password: demonstrationPassword }), email).not.toBeNull()
})

test('ADM-5: outside the demonstration its made-up people are nobody, though their password is known to all', async () => {
  const answers = await Promise.all(
    (['on', 'off'] as const).map(async DEMO => {
      const app = await startApp({ DEMO, DATABASE_URL: fresh.url }, { ...fresh, drop: async () => {} })
      const attempt = { email: 'colm@mersey.example.org', password: demonstrationPassword }
      const { status } = await app.browser().fill('/sign-in', attempt)
      await app.stop()
      return status
    }),
  )
  expect(answers).toEqual([303, 422])
})

test('it is not loaded twice', async () => {
  await expect(loadDemonstration(database, site)).rejects.toThrow('needs an empty place')
})

async function valuesOf(table: 'referral' | 'need' | 'assignment' | 'event', column: string): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select distinct ${sql.ref(column)} as value from ${sql.table(table)} order by 1`.execute(database.owner)
  return rows.map(({ value }) => value)
}
