/** RPT: the figures of a few referrals that are written down here and added up by hand; who sees which; and the lists behind them. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actOnReferral } from '#src/actions/act-on-referral.ts'
import { actAs } from '#src/db/database.ts'
import { countMatches } from '#src/db/referrals/list.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import type { Answers } from '#src/domain/answers.ts'
import type { Action } from '#src/domain/lifecycle.ts'
import { askReport, listBehind, reportsFor, type Wish } from '#src/reports/ask.ts'
import { filtersOf, type ListQuery, listHref, readQuery, tabOf } from '#src/web/pages/referrals/query.ts'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { type Kind, network, type Role, type ServiceKey, type World } from '#test/network.ts'

let app: App
let world: World
const noon = new Date('2026-06-15T11:00:00Z')
const hour = 3_600_000
const year: Wish = { period: 'days', from: '2026-01-01', until: '2026-06-15', compare: 'no' }

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  const { owner } = app.database
  const idOf = async (table: 'term' | 'outcome', where: ReturnType<typeof sql>) =>
    (
      await sql<{
        id: string
      }>`select id from ${sql.table(table)} where network_id = ${world.networkId} and ${where} limit 1`.execute(owner)
    ).rows[0]?.id ?? ''
  const far = await idOf('term', sql`label = 'Outside the area that we cover'`)
  const [good, bad] = [await idOf('outcome', sql`successful`), await idOf('outcome', sql`not successful`)]

  // 1: food of the first, accepted after 2 hours, closed well after 50.
  const one = await sent('2026-05-04T09:00:00Z', ['food'], ['first'])
  await after(one, 2, 'first', 'accept', 'first', {})
  await after(one, 50, 'first', 'close', 'first', { outcomes: await outcomeFor(one, good), note: '' })
  // 2: food and debt; the first declines after 10 hours, the second takes the debt 6 hours later; nobody has the food.
  const two = await sent('2026-05-05T09:00:00Z', ['food', 'debt'], ['first', 'second'])
  await after(two, 10, 'first', 'reject', 'first', { reasonId: far, note: '' })
  await after(two, 16, 'second', 'accept', 'second', {})
  // 3: housing, still waiting for the second.
  await sent('2026-05-20T09:00:00Z', ['housing'], ['second'])
  // 4: food, accepted after 30 hours, closed without success after 54.
  const four = await sent('2026-06-01T09:00:00Z', ['food'], ['first'])
  await after(four, 30, 'first', 'accept', 'first', {})
  await after(four, 54, 'first', 'close', 'first', { outcomes: await outcomeFor(four, bad), note: '' })
  // 5: restricted. 6: taken back by the person. 7: before the period.
  const five = await sent('2026-06-02T09:00:00Z', ['food'], ['first'], { restricted: true })
  await after(five, 1, 'first', 'accept', 'first', {})
  const six = await sent('2026-06-03T09:00:00Z', ['debt'], ['second'])
  await sql`update referral set consent_withdrawn_at = ${noon} where id = ${six.id}`.execute(owner)
  await sent('2025-12-30T09:00:00Z', ['food'], ['first'])
}, 120_000)
afterAll(async () => {
  await world?.stop()
  await app?.stop()
})

type Made = { id: string; at: Date }
async function sent(when: string, needs: Kind[], ask: ServiceKey[], fill = {}): Promise<Made> {
  const at = new Date(when)
  return { id: (await world.send({ needs, ask: ask as 'first'[], fill, now: () => at })).id, at }
}
async function after<A extends Action>(
  { id, at }: Made,
  hours: number,
  role: Role,
  action: A,
  service: ServiceKey,
  answers: unknown,
) {
  const { referral } = await loadCase(app.database.owner, id)
  const assignment = referral.assignments.findLast(one => one.serviceId === world.services[service])
  const ctx = await world.as(role, () => new Date(at.getTime() + hours * hour))
  await actOnReferral(ctx, { referralId: id, assignmentId: assignment?.id, action }, answers as Answers<A>)
}
async function outcomeFor({ id }: Made, outcome: string) {
  const { referral } = await loadCase(app.database.owner, id)
  return Object.fromEntries(referral.needs.map(need => [need.id, outcome]))
}

/** The rows of a report as they are read: what each is called, and its numbers. */
async function ask(role: Role, id: string, wish: Wish = {}) {
  const { actor } = await world.as(role)
  const found = await actAs(app.database.db, actor, trx =>
    askReport({ db: trx, now: () => noon }, actor, id, { ...year, ...wish }),
  )
  const rows = found.figures.rows.map(({ names, cells }) => [
    names.map(name => Object.values(name)[0]).join(' > '),
    ...cells,
  ])
  return { ...found, actor, rows, table: Object.fromEntries(rows.map(([name, ...cells]) => [name, cells])) }
}

describe('RPT-1: the coordinator’s figures are what was added up by hand', () => {
  test('activity by month, need, status and who was asked', async () => {
    const months = await ask('coordinator', 'activity')
    expect(months.rows.map(([day, count]) => [day, count])).toEqual([
      ['2026-01-01', 0],
      ['2026-02-01', 0],
      ['2026-03-01', 0],
      ['2026-04-01', 0],
      ['2026-05-01', 3],
      ['2026-06-01', 1],
    ])
    expect((await ask('coordinator', 'activity', { by: 'need' })).table).toEqual({
      Food: [3, 0.75],
      Debt: [1, 0.25],
      Housing: [1, 0.25],
    })
    expect((await ask('coordinator', 'activity', { by: 'status' })).table).toEqual({
      'status.closed': [2, 0.5],
      'status.needs_placing': [1, 0.25],
      'status.open': [1, 0.25],
    })
    expect((await ask('coordinator', 'activity', { by: 'recipient' })).table).toEqual({
      'The first organisation': [3, 0.75],
      'The second organisation': [2, 0.5],
    })
  })

  test('compared with the period before, which is as long', async () => {
    const { table, before } = await ask('coordinator', 'activity', {
      by: 'need',
      compare: 'yes',
      from: '2026-05-18',
      until: '2026-06-15',
    })
    expect(before).toEqual({ first: '2026-04-19', last: '2026-05-17' })
    expect(table).toEqual({ Food: [1, 0.5, 2, -0.5], Housing: [1, 0.5, 0, null], Debt: [0, 0, 1, -1] })
  })

  test('narrowed by need, by who sent it and by area', async () => {
    const { food } = world.categories
    expect((await ask('coordinator', 'activity', { by: 'status', need: food })).table).toEqual({
      'status.closed': [2, 2 / 3],
      'status.needs_placing': [1, 1 / 3],
    })
    expect((await ask('coordinator', 'activity', { by: 'area', area: 'E08000012' })).table).toEqual({
      Liverpool: [4, 1],
    })
    expect((await ask('coordinator', 'activity', { by: 'area', area: 'E08000003' })).rows).toEqual([])
  })

  test('flows, with what was accepted of each', async () => {
    expect((await ask('coordinator', 'flows')).table).toEqual({
      'The referrer organisation > The first organisation': [3, 2, 2 / 3],
      'The referrer organisation > The second organisation': [2, 1, 0.5],
    })
  })

  test('times: of 2, 6, 10 and 30 hours half are within 6 and nine in ten within 30; closed after 50 and 54', async () => {
    const { rows, figures } = await ask('coordinator', 'times', { by: 'area' })
    expect(rows).toEqual([['Liverpool', 4, 6, 30, 2, 50, 54]])
    expect(figures.charts[0]).toMatchObject({ bins: [{ count: 1 }, { count: 2 }, { count: 1 }, {}, {}, {}, {}, {}] })
    expect((await ask('coordinator', 'times', { by: 'recipient' })).table).toEqual({
      'The first organisation': [3, 10, 30, 2, 50, 54],
      'The second organisation': [1, 6, 6, 0, null, null],
    })
  })

  test('declined by reason, re-routed, and how each organisation answers', async () => {
    expect((await ask('coordinator', 'declined')).table).toEqual({ 'Outside the area that we cover': [1, 1] })
    expect((await ask('coordinator', 'moved')).table).toEqual({
      'The first organisation': [1, 0, 0, 0, 3, 1 / 3],
      'The second organisation': [0, 0, 0, 0, 2, 0],
    })
    expect((await ask('coordinator', 'responsiveness')).table).toEqual({
      'The first organisation': [3, 1, 10, 30, 2 / 3, 1 / 3, 0],
      'The second organisation': [2, 0.5, 6, 6, 0.5, 0, 0],
    })
  })

  test('overdue is what waits longer than the clock allows', async () => {
    const { rows } = await ask('coordinator', 'overdue')
    expect(rows).toEqual([
      ['The first organisation', 1, 0, 1, (noon.getTime() - Date.parse('2025-12-30T09:00:00Z')) / hour],
      ['The second organisation', 1, 0, 1, (noon.getTime() - Date.parse('2026-05-20T09:00:00Z')) / hour],
    ])
  })

  test('outcomes: one need met, one ended, three still open', async () => {
    expect((await ask('coordinator', 'outcomes')).table).toEqual({
      Food: [1, 1, 1, 0, 3, 0.5],
      Debt: [0, 1, 0, 0, 1, null],
      Housing: [0, 1, 0, 0, 1, null],
    })
  })
})

test('RPT-4: the food that nobody took is unmet, because of where the person lives; a refusal of consent counts without anybody', async () => {
  await sql`insert into consent_refusal (network_id, category_id, authority_code, month)
    values (${world.networkId}, ${world.categories.company}, ${'E08000012'}, ${'2026-06-01'})`.execute(
    app.database.owner,
  )
  const { rows } = await ask('coordinator', 'unmet', { by: 'together' })
  expect(rows.sort()).toEqual([
    ['Company > Liverpool > 2026-06-01 > why.refused', 1],
    ['Food > Liverpool > 2026-05-01 > why.area', 1],
  ])
  expect((await ask('coordinator', 'unmet')).table).toEqual({ Liverpool: [2, 1, 0, 0, 0, 1, 1] })
})

test('RPT-5: groups of fewer than five are hidden, larger ones tell how often they are accepted', async () => {
  const { rows } = await ask('coordinator', 'fairness', { by: 'area' })
  expect(rows).toEqual([['Liverpool', 'hidden', 'hidden', 'hidden', 'hidden']])
  const own = await ask('firstPrimary', 'people', { by: 'age' })
  expect(own.rows.flat()).toContain('hidden')
})

describe('RPT-3: who sees which figures', () => {
  test('an organisation its own: what it received, the declined and the restricted one it helps with too, and what it sent', async () => {
    expect((await ask('firstPrimary', 'activity', { by: 'status' })).table).toEqual({
      'status.closed': [2, 0.5],
      'status.accepted': [1, 0.25],
      'status.gone': [1, 0.25],
    })
    expect((await ask('referrerPrimary', 'activity', { by: 'status', of: 'sent' })).table).toEqual({
      'status.closed': [2, 0.4],
      'status.accepted': [1, 0.2],
      'status.needs_placing': [1, 0.2],
      'status.open': [1, 0.2],
    })
    expect((await ask('third', 'activity', { by: 'status' })).rows).toEqual([])
  })

  test('what is of another network, organisation or role does not exist', async () => {
    await expect(ask('firstPrimary', 'activity', { of: world.networkId })).rejects.toThrow('no such report')
    await expect(ask('commissioner', 'activity', { of: world.networkId })).rejects.toThrow('no such report')
    await expect(ask('commissioner', 'fairness')).rejects.toThrow('no such report')
    await expect(ask('outsider', 'unmet')).rejects.toThrow('no such report')
    await expect(ask('first', 'activity')).rejects.toThrow('no such report')
    expect((await ask('outsider', 'activity')).rows.every(([, count]) => count === 0)).toBe(true)
  })

  test('an administrator learns that referrals exist, and nothing of what they are about', async () => {
    const { ways } = await ask('administrator', 'activity')
    expect(ways).toEqual(['time', 'status', 'sender', 'recipient'])
    const narrowed = await ask('administrator', 'activity', { by: 'need', need: world.categories.food })
    expect(narrowed.by).toBe('time')
    expect(narrowed.rows.map(([, count]) => count)).toEqual([0, 0, 0, 0, 3, 1])
  })

  test('what was said of people is opened by SQL to those who may read it alone', async () => {
    const rowsFor = async (role: Role, side: string) => {
      const { actor } = await world.as(role)
      const { rows } = await actAs(app.database.db, actor, trx =>
        sql`select from demographics_counted(${side}, ${world.networkId}, 'gender', '2026-01-01', '2027-01-01')`.execute(
          trx,
        ),
      )
      return rows.length
    }
    expect(await rowsFor('coordinator', 'network')).toBe(4)
    for (const role of ['commissioner', 'firstPrimary', 'outsider', 'administrator'] as const)
      expect(await rowsFor(role, 'network'), role).toBe(0)
    expect(await rowsFor('firstPrimary', 'received')).toBe(3)
    expect(await rowsFor('first', 'received')).toBe(0)
    const { actor } = await world.as('coordinator')
    const { rows } = await actAs(app.database.db, actor, trx =>
      sql`select from demographics_published(${world.networkId}, 'gender', '2026-01-01', '2027-01-01')`.execute(trx),
    )
    expect(rows).toEqual([])
  })

  test('a member sees them once a primary user says so, and no more when they take it back', async () => {
    app.clock.now = () => new Date()
    const { id } = await app.database.owner
      .selectFrom('membership')
      .select('id')
      .where('userId', '=', world.users.first)
      .executeTakeFirstOrThrow()
    const [member, primary] = [await app.as(world.users.first), await app.as(world.users.firstPrimary)]
    expect((await member.get('/reports')).status).toBe(404)
    expect((await primary.get(`/users/${id}`)).text).toContain('May see the organisation’s reports')
    await primary.post(`/users/${id}`, { name: 'The first', role: 'member', asksReports: 'yes', seesReports: 'yes' })
    expect((await member.get('/reports')).text).toContain('/reports/activity')
    expect((await member.get('/reports/activity?of=received')).status).toBe(200)
    await primary.post(`/users/${id}`, { name: 'The first', role: 'member', asksReports: 'yes' })
    expect((await member.get('/reports/activity?of=received')).status).toBe(404)
  })
})

test('RPT-1: every number that leads to a list equals it, for each viewer, report and cut', async () => {
  let followed = 0
  for (const role of ['coordinator', 'firstPrimary', 'referrerPrimary', 'second', 'administrator'] as const) {
    const { actor } = await world.as(role)
    for (const { report, choices } of reportsFor(actor))
      for (const whose of choices)
        for (const by of report.by)
          for (const need of report.filters.includes('need') ? [undefined, world.categories.food] : [undefined]) {
            const wish = {
              by,
              need,
              of: 'networkId' in whose ? whose.networkId : whose.kind === 'installation' ? 'all' : whose.kind,
            }
            const found = await ask(role, report.id, wish)
            for (const row of found.figures.rows)
              for (const [at, link] of (row.lists ?? []).entries()) {
                const list = row.cells[at] ? listBehind(found, { ...year, ...wish }, link) : null
                if (!list) continue
                const query = readQuery(listHref(list as Partial<ListQuery> as ListQuery))
                const filters = filtersOf(query, { tab: tabOf(query, actor), at: noon, actor })
                const count = await actAs(app.database.db, actor, trx => countMatches(trx, actor, filters, 500))
                expect(count, `${role} ${report.id} ${by} ${row.key}`).toBe(row.cells[at])
                followed++
              }
          }
  }
  expect(followed).toBeGreaterThan(60)
}, 60_000)

describe('RPT-2: the page, the files and the API tell the same', () => {
  beforeAll(() => {
    app.clock.now = () => noon
  })
  afterAll(() => {
    app.clock.now = () => new Date()
  })
  const address = '?by=need&period=days&from=2026-01-01&until=2026-06-15&compare=no'

  test('the finding on top, the numbers in the table, their lists one press away', async () => {
    const browser = await app.as(world.users.coordinator)
    const { text, status } = await browser.get(`/reports/activity${address}&of=${world.networkId}`)
    expect(status).toBe(200)
    expect(text).toContain('Food is needed most: by 75% of 4 referrals')
    expect(text).toContain('Data up to 15 June 2026 at midday')
    const href = /<a href="([^"]*)">3<\/a>/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(href).toContain(`need=${world.categories.food}`)
    const listed = await browser.get(href)
    expect(listed.text).toContain('Counted in reports')
    expect(listed.text.match(/href="\/referrals\/[0-9a-f-]{36}\?/g)?.length).toBeGreaterThan(0)
  })

  test('CSV, XLSX and API hold the same rows', async () => {
    const browser = await app.as(world.users.coordinator)
    const csv = await browser.get(`/reports/activity/figures.csv${address}`)
    expect(csv.text.replace('\uFEFF', '').trim().split('\n')).toEqual([
      'Need,Referrals,Share',
      'Food,3,75',
      'Debt,1,25',
      'Housing,1,25',
    ])
    expect((await browser.get(`/reports/activity/figures.xlsx${address}`)).headers.get('content-type')).toContain(
      'spreadsheetml',
    )
    const client = await clientFor(app, world.users.coordinator)
    const { status, body } = await client.get(`/reports/activity${address}`)
    expect(status).toBe(200)
    expect(body.rows.map((row: { names: object; figures: object }) => ({ ...row.names, ...row.figures }))).toEqual([
      { need: 'Food', referrals: 3, share: 0.75 },
      { need: 'Debt', referrals: 1, share: 0.25 },
      { need: 'Housing', referrals: 1, share: 0.25 },
    ])
    const ids = (await client.get('/reports')).body.reports.map((one: { id: string }) => one.id)
    expect(ids).toEqual(expect.arrayContaining(['activity', 'unmet', 'fairness']))
  })

  test('a date that is none is said at its boxes and what was typed is kept; any other address never breaks', async () => {
    const browser = await app.as(world.users.coordinator)
    const wrong = await browser.get('/reports/activity?period=days&from-day=31&from-month=2&from-year=2026')
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('There is a problem')
    for (const path of [
      '/reports/activity?by=nonsense&need=x&period=never',
      '/reports/capacity',
      '/reports/coverage',
      '/reports/quarter?quarter=1999-01-01',
    ])
      expect((await browser.get(path)).status, path).toBeLessThan(500)
  })
})
