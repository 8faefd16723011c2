/** RPT-3, RPT-5: small numbers over two years of a made-up network: nothing that is hidden comes out by subtracting one from another. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#src/actions/context.ts'
import { pastReferrals } from '#src/actions/demonstration/past.ts'
import { publishTables } from '#src/actions/publish-tables.ts'
import { insertPast, readPastWorld } from '#src/db/seed/past.ts'
import {
  daysOfQuarter,
  type PublishedName,
  type PublishedTable,
  publishedNames,
  quartersTold,
} from '#src/domain/published.ts'
import { smallest } from '#src/domain/suppression.ts'
import { fairness } from '#src/reports/people.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'
import { reportReader } from '#test/reading-reports.ts'

let app: App
let world: World
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  await inTransaction(world.ctx, async trx => {
    const made = await readPastWorld(trx, world.networkId)
    await insertPast(trx, world.networkId, pastReferrals(made, new Date()))
  })
  await publishTables(world.ctx)
}, 120_000)
afterAll(async () => {
  await world?.stop()
  await app?.stop()
})

type Fact = {
  id: string
  day: string
  quarter: string
  taken: boolean
  keys: Record<Exclude<PublishedName, 'needs'>, string | null>
}
/** What was counted, read anew from the rows by another road than the tables' own. */
async function facts(): Promise<Fact[]> {
  const { rows } = await sql<{
    id: string
    day: string
    taken: boolean
    area: string
    age: string
    said: Record<string, string[]>
  }>`
    select r.id, to_char(r.opened_at at time zone 'Europe/London', 'YYYY-MM-DD') as day, r.authority_code as area, r.age_band as age, d.demographics as said,
      exists (select from assignment a where a.referral_id = r.id and a.answered_at is not null and a.status <> 'rejected') as taken
    from referral r join referral_detail d on d.referral_id = r.id where r.network_id = ${world.networkId}`.execute(
    app.database.owner,
  )
  return rows.map(({ id, day, taken, area, age, said }) => ({
    id,
    day,
    taken,
    quarter: quartersTold(today, 12).find(first => first <= day && day <= daysOfQuarter(first).last) ?? '',
    keys: {
      ...{ areas: area, ages: age, months: `${day.slice(0, 7)}-01` },
      ...{
        ethnic_groups: said.ethnic_group?.[0] ?? null,
        disabilities: said.disability?.[0] ?? null,
        genders: said.gender?.[0] ?? null,
      },
    },
  }))
}

test('RPT-3: no two quarters on offer share a day, so no difference of theirs is of a few people', () => {
  const offered = quartersTold(today).map(daysOfQuarter)
  for (const one of offered)
    for (const other of offered) if (one !== other) expect(one.last < other.first || other.last < one.first).toBe(true)
})

test('RPT-3: every pair of numbers that show, subtracted, tells of nobody or of five and more', async () => {
  const all = await facts()
  const { rows } = await sql<{ quarter: string; name: PublishedName; body: PublishedTable }>`
    select to_char(quarter, 'YYYY-MM-DD') as quarter, name, body from published_table
    where network_id = ${world.networkId} and name <> 'needs'`.execute(app.database.owner)
  expect(rows.length).toBe(8 * 6)
  let [shown, hidden] = [0, 0]
  const quarters = Map.groupBy(rows, ({ quarter }) => quarter)
  for (const [quarter, tables] of quarters) {
    const here = all.filter(one => one.quarter === quarter)
    const numbers: { what: string; of: Set<string> }[] = []
    const look = (what: string, value: number | null, counted: Fact[]) => {
      if (value === null) return void hidden++
      expect(value, what).toBe(counted.length)
      numbers.push({ what, of: new Set(counted.map(({ id }) => id)) })
      shown++
    }
    for (const { name, body } of tables) {
      const lines = [
        ...body.rows.map(row => ({ ...row, in: here.filter(({ keys }) => keys[name as 'areas'] === row.key) })),
        { ...body.totals, key: 'total', in: here },
      ]
      for (const line of lines) {
        look(`${quarter} ${name} ${line.key}`, line.all, line.in)
        if (!body.isCut) continue
        look(
          `${quarter} ${name} ${line.key} taken`,
          line.taken,
          line.in.filter(one => one.taken),
        )
        look(
          `${quarter} ${name} ${line.key} not`,
          line.notTaken,
          line.in.filter(one => !one.taken),
        )
      }
    }
    for (const one of numbers)
      for (const other of numbers) {
        const left = other.of.size - one.of.size
        if (left <= 0 || left >= smallest || ![...one.of].every(id => other.of.has(id))) continue
        expect.soft(left, `${other.what} without ${one.what}`).toBe(0)
      }
    for (const { of, what } of numbers) expect(of.size, what).toBeGreaterThanOrEqual(smallest)
  }
  expect(shown).toBeGreaterThan(100)
  expect(hidden).toBeGreaterThan(20)
})

describe('RPT-5: fair access of one quarter, beside the one before', () => {
  const [quarter = '', earlier = ''] = quartersTold(today)
  const days = (first: string) => ({ period: 'days', from: first, until: daysOfQuarter(first).last }) as const
  const isTold = (count: number) => count === 0 || count >= smallest

  test('a share is of as many as the rows say, and never of fewer than five people', async () => {
    const ask = reportReader(world, new Date(), { ...days(quarter), compare: 'no' })
    const all = await facts()
    let [told, hidden] = [0, 0]
    for (const until of ['05', '14', '28'].map(day => `${quarter.slice(0, 8)}${day}`))
      for (const by of ['age', 'area'] as const)
        for (const { key, cells } of (await ask('coordinator', 'fairness', { by, until })).figures.rows) {
          const here = all.filter(({ day, keys }) => quarter <= day && day <= until && (keys[`${by}s`] ?? '') === key)
          const taken = here.filter(one => one.taken).length
          if (cells[0] === 'hidden') hidden++
          else {
            expect(cells[0], key).toBe(taken / here.length)
            for (const count of [here.length, taken]) expect(isTold(count), `${by} ${key}`).toBe(true)
            told++
          }
        }
    expect(told).toBeGreaterThan(0)
    expect(hidden).toBeGreaterThan(0)
  })

  test('of the period before no more is told than to who asks for it alone', async () => {
    const ask = reportReader(world, new Date(), {})
    for (const by of fairness.by) {
      const both = await ask('coordinator', 'fairness', { ...days(quarter), by, compare: 'yes' })
      const alone = await ask('coordinator', 'fairness', { ...days(earlier), by, compare: 'no' })
      expect(both.before, by).toEqual(alone.days)
      for (const [cell, , , , , taken, median] of both.rows) {
        const name = String(cell)
        const [takenAlone = null, medianAlone = null] = alone.table[name] ?? []
        const isThere = alone.table[name] !== undefined || taken !== 'hidden'
        if (isThere) expect([taken, median], `${by} ${name}`).toEqual([takenAlone, medianAlone])
      }
      const people = by === 'area' ? null : await ask('coordinator', 'people', { ...days(quarter), by, compare: 'yes' })
      const before = await ask('coordinator', 'people', { ...days(earlier), by: people?.by, compare: 'no' })
      for (const [name, , , was] of people?.rows ?? [])
        expect(was, `${by} ${name}`).toBe(before.table[String(name)]?.[0] ?? was)
    }
  })
})

test('RPT-3: beside the quarter before stands what that quarter’s own table says, and nothing that it hides', async () => {
  const ask = reportReader(world, new Date(), {})
  const [quarter, earlier] = quartersTold(today)
  let seen = 0
  for (const by of publishedNames.filter(name => name !== 'months')) {
    const both = await ask('commissioner', 'quarter', { by, quarter })
    const alone = await ask('commissioner', 'quarter', { by, quarter: earlier, compare: 'no' })
    const at = both.figures.columns.findIndex(({ id }) => id === 'before')
    for (const { key, cells } of both.figures.rows) {
      const own = alone.figures.rows.find(row => row.key === key)?.cells[0] ?? 0
      expect(cells[at], `${by} ${key}`).toBe(own)
      if (cells[0] === 'hidden' || own === 'hidden') expect(cells[at + 1], `${by} ${key}`).toBeNull()
      seen++
    }
  }
  expect(seen).toBeGreaterThan(20)
})

test('RPT-3: a table never changes once it is made, whatever happens afterwards', async () => {
  const read = () =>
    sql<{ body: unknown }>`select body from published_table order by network_id, quarter, name`.execute(
      app.database.owner,
    )
  const { rows: before } = await read()
  await sql`update referral set consent_withdrawn_at = now() where network_id = ${world.networkId} and urgent`.execute(
    app.database.owner,
  )
  expect(await publishTables(world.ctx)).toBe(0)
  expect((await read()).rows).toEqual(before)
  await expect(sql`update published_table set body = '{}'`.execute(app.database.db)).rejects.toThrow()
})

test('RPT-3: a commissioner reads them, sees that small numbers are hidden, and finds no other report, filter or link to a referral', async () => {
  const browser = await app.as(world.users.commissioner)
  const list = (await browser.get('/reports')).text
  expect(list).toContain('/reports/quarter')
  for (const other of ['activity', 'unmet', 'fairness', 'people']) {
    expect(list).not.toContain(`/reports/${other}`)
    expect((await browser.get(`/reports/${other}`)).status, other).toBe(404)
  }
  const { text } = await browser.get(`/reports/quarter?by=ages&quarter=${quartersTold(today)[1]}`)
  expect(text).toContain('hidden')
  expect(text).toContain('so that nobody can be recognised')
  expect(text).not.toMatch(/name="(?:need|area|sender|recipient|from-day|period)"/)
  expect(text).not.toContain('/referrals?')
  const files = quartersTold(today).flatMap(quarter =>
    publishedNames.map(name => browser.get(`/reports/quarter/figures.csv?by=${name}&quarter=${quarter}`)),
  )
  expect((await Promise.all(files)).some(({ text }) => text.includes('hidden (fewer than 5)'))).toBe(true)
})
