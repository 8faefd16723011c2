/** RPT-1, RPT-2: the page, the files and the API tell the same. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reports } from '#src/reports/index.ts'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'
import { noon, sendReported } from '#test/reported-referrals.ts'

let app: App
let world: World

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  await sendReported(world)
}, 120_000)
afterAll(async () => {
  await world?.stop()
  await app?.stop()
})

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
    const shorter = (await client.get(`/reports/activity${address}&limit=1`)).body
    expect([shorter.rowCount, shorter.rows.length, shorter.rows[0].names.need]).toEqual([3, 1, 'Food'])
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

  test('what takes too long to count says so and what to ask for instead, with its filters open', async () => {
    const browser = await app.as(world.users.coordinator)
    const held = app.database.owner.transaction().execute(async trx => {
      await sql`lock table need in access exclusive mode`.execute(trx)
      return browser.get(`/reports/activity${address}&of=${world.networkId}`)
    })
    const { status, text, headers } = await held
    expect([status, headers.get('retry-after')]).toEqual([503, '10'])
    expect(text).toContain('These figures take too long to count')
    expect(text).toMatch(/<details class="filter-fold report-filters" open/)
    expect((await browser.get(`/reports/activity${address}`)).status).toBe(200)
  }, 60_000)

  test('the reference lists every report by its id, and shows one answered', async () => {
    const document = (await app.browser().get('/api/v1/openapi.json')).text
    for (const { id } of reports) expect(document, id).toContain(`\`${id}\` (by `)
    expect(document).toContain('"names":{"need":"Debt advice"}')
  })

  test('of every report and cut the CSV holds the rows of the page, number for number in words', async () => {
    const browser = await app.as(world.users.coordinator)
    for (const { id, by, whose } of reports.filter(one => one.whose.includes('network')))
      for (const way of by) {
        const search = `?of=${whose.includes('network') ? world.networkId : ''}&by=${way}&period=days&from=2026-01-01&until=2026-06-15`
        const [page, csv] = [
          await browser.get(`/reports/${id}${search}`),
          await browser.get(`/reports/${id}/figures.csv${search}`),
        ]
        expect([page.status, csv.status], `${id} ${way}`).toEqual([200, 200])
        const rows = page.text.match(/<tr(?: class="total")?><th scope="row">/g)?.length ?? 0
        const matrix =
          page.text.match(/<table class="table matrix">.*?<\/table>/s)?.[0].match(/<th scope="row">/g)?.length ?? 0
        expect(csv.text.trim().split('\n').length - 1, `${id} ${way}`).toBe(rows - matrix)
      }
  })
})
