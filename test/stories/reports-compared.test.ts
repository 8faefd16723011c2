/** RPT-2: every report compared with the period before, over thirteen referrals (written-referrals.ts), is what both come to by hand. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepServiceDay } from '#src/db/reports/capacity.ts'
import { network, type World } from '#test/network.ts'
import { reportReader } from '#test/reading-reports.ts'
import { sendWritten } from '#test/written-referrals.ts'

let world: World
let read: ReturnType<typeof reportReader>
const now = new Date('2026-05-04T11:00:00Z')

beforeAll(async () => {
  world = await network()
  await sendWritten(world)
  await keepServiceDay(world.database.owner, '2026-02-28')
  read = reportReader(world, now, { period: 'days', from: '2026-01-01', until: '2026-02-28', compare: 'no' })
}, 120_000)
afterAll(async () => {
  await world?.stop()
})

describe('compared: February, 6 to 11, with January, 1 to 5', () => {
  const february = { from: '2026-02-01', until: '2026-02-28', compare: 'yes' } as const
  const both = async (id: string, by?: string) => await read('coordinator', id, { ...february, by })

  test('flows: 6 7 10 of the first with 1 2 4 5, 8 9 of the second with 2 3 5, 9 11 of the third', async () => {
    const { table, figures } = await both('flows')
    expect(table).toEqual({
      'The referrer organisation > The first organisation': [3, 2, 2 / 3, 4, -1 / 4],
      'The referrer organisation > The second organisation': [2, 1, 1 / 2, 3, -1 / 3],
      'The referrer organisation > The third organisation': [2, 2, 1, 0, null],
    })
    expect(figures.notes?.at(-1)).toEqual({ say: 'before', values: { count: 2, askings: { count: 7 } } })
    const { rows } = await read('coordinator', 'flows', { from: '2026-03-01', until: '2026-03-31', compare: 'yes' })
    expect(rows.map(([, ...cells]) => cells)).toEqual([
      [0, 0, null, 3, -1],
      [0, 0, null, 2, -1],
      [0, 0, null, 2, -1],
    ])
  })

  test('times: of the first 1 3 8 with 2 4 10 30, of the second 5 20 with 6 24; closed 176 with 50 54, 101 with 96', async () => {
    expect((await both('times', 'recipient')).table).toEqual({
      'The first organisation': [3, 3, 8, 1, 176, 176, 4, 50],
      'The second organisation': [2, 5, 20, 1, 101, 101, 6, 96],
      'The third organisation': [2, 12, 24, 1, 72, 72, null, null],
    })
  })

  test('responsiveness: all seven within two days; before, the second’s 3 was not', async () => {
    const { table, figures } = await both('responsiveness')
    expect(table).toEqual({
      'The first organisation': [3, 1, 3, 8, 2 / 3, 1 / 3, 0, 1],
      'The second organisation': [2, 1, 5, 20, 1 / 2, 1 / 2, 0, 2 / 3],
      'The third organisation': [2, 1, 12, 24, 1, 0, 0, null],
    })
    expect(figures.notes).toEqual([{ say: 'before', values: { share: { share: 6 / 7 } } }])
  })

  test('declined: 7 with 2 as too far, 9 with 5 for want of room; of all seven askings, the one for two needs but once', async () => {
    const { table, figures } = await both('declined')
    expect(table).toEqual({
      'Outside the area that we cover': [1, 1 / 2, 1, 0, 1],
      'We have no room at the moment': [1, 1 / 2, 1, 0, 1],
    })
    const two = { count: 2, share: { share: 2 / 7 } }
    expect(figures.notes).toEqual([{ say: 'before', values: two }])
    const january = { from: '2026-01-01', until: '2026-01-31' }
    expect((await read('coordinator', 'declined', { ...january, by: 'need' })).figures.finding.values).toEqual(two)
    expect((await read('coordinator', 'moved', { ...january, by: 'need' })).figures.finding.values).toMatchObject({
      count: 7,
    })
  })

  test('moved: 7 of three with 2 5 of four, 9 of two with none of three', async () => {
    expect((await both('moved')).table).toEqual({
      'The first organisation': [1, 0, 0, 0, 3, 1 / 3, 1 / 2],
      'The second organisation': [1, 0, 0, 0, 2, 1 / 2, 0],
      'The third organisation': [0, 0, 0, 0, 2, 0, null],
    })
  })

  test('outcomes: 10 with 1 of 1 4, 8 with 5; by outcome 8 10 with 1 5, 9 with 4', async () => {
    expect((await both('outcomes')).table).toEqual({
      Food: [1, 2, 0, 0, 3, 1, 1 / 2],
      Debt: [1, 0, 0, 0, 1, 1, 1],
      Housing: [0, 0, 1, 0, 1, 0, null],
      Company: [0, 1, 0, 0, 1, null, null],
    })
    expect((await both('outcomes', 'outcome')).rows.map(([, ...cells]) => cells)).toEqual([
      [2, 2 / 3, 2, 2, 0],
      [1, 1 / 3, 1, 1, 0],
    ])
  })

  test('unmet: the food of 7 with that of 2', async () => {
    expect((await both('unmet')).table).toEqual({ Liverpool: [1, 1, 0, 0, 0, 1, 0, 1, 0] })
    expect((await both('unmet', 'time')).table).toEqual({ '2026-02-01': [1, 1, 0, 0, 0, 1, 0, 1, 0] })
    expect((await both('unmet', 'reason')).table).toEqual({ 'why.area': [1, 1, 1, 0] })
  })

  test('people and fair access: of the period before there is 13 alone, so none of its numbers shows', async () => {
    const whole = { compare: 'yes', by: 'gender' } as const
    expect((await read('coordinator', 'people', whole)).table).toEqual({
      Woman: [5, 5 / 11, 'hidden', null],
      Man: [6, 6 / 11, 'hidden', null],
    })
    expect((await read('coordinator', 'fairness', whole)).table).toEqual({
      Woman: ['hidden', 'hidden', 'hidden', 5, 'hidden', 'hidden'],
      Man: ['hidden', 'hidden', 'hidden', 6, 'hidden', 'hidden'],
    })
  })

  test('capacity: on a day of March twice the cases of the one in February', async () => {
    await keepServiceDay(world.database.owner, '2026-03-31')
    await sql`update service_day set cases = cases * 2 where day = '2026-03-31'`.execute(world.database.owner)
    const march = { from: '2026-03-01', until: '2026-03-31', compare: 'yes' } as const
    const { table, figures } = await read('coordinator', 'capacity', { ...march, by: 'recipient' })
    expect(table).toEqual({
      'The first organisation': [10, 4, 0, 2 / 5, 0, 1 / 5],
      'The second organisation': [10, 2, 1, 1 / 5, 0, 1 / 10],
      'The third organisation': [20, 2, 0, 1 / 10, 0, 1 / 20],
    })
    expect(figures.notes).toEqual([{ say: 'before', values: { share: { share: 1 / 5 }, before: { share: 1 / 10 } } }])
    expect((await both('capacity')).figures.notes).toEqual([{ say: 'noneBefore', values: {} }])
  })
})
