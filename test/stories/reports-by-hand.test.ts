/** RPT-1 to RPT-5: every report over thirteen referrals (written-referrals.ts) is what they come to by hand. Beside each sum, by number, the referrals that it is of. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishTables } from '#src/actions/publish-tables.ts'
import { keepServiceDay } from '#src/db/reports/capacity.ts'
import { network, type World } from '#test/network.ts'
import { reportReader } from '#test/reading-reports.ts'
import { sendWritten } from '#test/written-referrals.ts'

let world: World
let read: ReturnType<typeof reportReader>
const now = new Date('2026-05-04T11:00:00Z')
const hoursUntilNow = (from: string) => (now.getTime() - Date.parse(from)) / 3_600_000

beforeAll(async () => {
  world = await network()
  await sendWritten(world)
  await keepServiceDay(world.database.owner, '2026-02-28')
  await publishTables({ ...world.ctx, now: () => now })
  read = reportReader(world, now, { period: 'days', from: '2026-01-01', until: '2026-02-28', compare: 'no' })
}, 120_000)
afterAll(async () => {
  await world?.stop()
})

const table = async (id: string, by?: string, compare: 'yes' | 'no' = 'no') =>
  (await read('coordinator', id, { by, compare })).table

describe('activity: 1 to 11 count, 12 is restricted, 13 is of the period before', () => {
  test('by week: none, 1 2, 3, 4 5, none, 6 7 8, 9 10 beside 13, 11, none', async () => {
    const { rows } = await read('coordinator', 'activity', { compare: 'yes' })
    expect(rows.map(([, count]) => count)).toEqual([0, 2, 1, 2, 0, 3, 2, 1, 0])
    expect(rows.map(([, , before]) => before)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0])
  })

  test.each([
    ['need', { Food: 6, Debt: 3, Housing: 2, Company: 1 }], // 1 2 4 6 7 10; 2 5 8; 3 9; 11
    ['status', { 'status.closed': 6, 'status.accepted': 2, 'status.needs_placing': 2, 'status.open': 1 }], // 1 4 5 8 9 10; 6 11; 2 7; 3
    ['sender', { 'The referrer organisation': 11 }],
    ['recipient', { 'The first organisation': 7, 'The second organisation': 5, 'The third organisation': 2 }], // 1 2 4 5 6 7 10; 2 3 5 8 9; 9 11
    ['area', { Liverpool: 11 }],
    ['district', { L4: 11 }],
    ['age', { '35-44': 6, '75+': 5 }], // 1–6; 7–11
    ['way', { 'way.member': 11 }],
  ])('by %s', async (by, counts) => {
    const shares = Object.entries(counts).map(([name, count]) => [name, [count, count / 11]])
    expect(await table('activity', by)).toEqual(Object.fromEntries(shares))
  })
})

test('flows, and how many of each were accepted: 1 4 6 10 of seven, 2 5 8 of five, 9 11', async () => {
  expect(await table('flows')).toEqual({
    'The referrer organisation > The first organisation': [7, 4, 4 / 7],
    'The referrer organisation > The second organisation': [5, 3, 3 / 5],
    'The referrer organisation > The third organisation': [2, 2, 1],
  })
})

describe('times: thirteen answers after 1 2 3 4 5 6 8 10 12 20 24 24 30 hours, six closes after 50 54 72 96 101 176', () => {
  test('the median is the seventh answer and the third close, nine in ten the twelfth and the sixth', async () => {
    expect(await table('times', 'area')).toEqual({ Liverpool: [13, 8, 24, 6, 72, 176] })
  })

  test('by organisation: 1 2 3 4 8 10 30 and 50 54 176; 5 6 20 24 and 96 101; 12 24 and 72', async () => {
    expect(await table('times', 'recipient')).toEqual({
      'The first organisation': [7, 4, 30, 3, 54, 176],
      'The second organisation': [4, 6, 24, 2, 96, 101],
      'The third organisation': [2, 12, 24, 1, 72, 72],
    })
  })

  test('as a distribution: three under four hours, seven within a day, three within two; five closed within a week, one within two', async () => {
    const { charts } = (await read('coordinator', 'times')).figures
    const counts = charts.map(chart => (chart.kind === 'spread' ? chart.bins.map(({ count }) => count) : []))
    expect(counts).toEqual([
      [3, 7, 3, 0, 0, 0, 0, 0],
      [5, 1, 0, 0, 0, 0, 0],
    ])
  })

  test('responsiveness: all but the second’s 3 are answered within two days', async () => {
    const { rows, figures } = await read('coordinator', 'responsiveness')
    expect(rows).toEqual([
      ['The first organisation', 7, 1, 4, 30, 4 / 7, 3 / 7, 0],
      ['The third organisation', 2, 1, 12, 24, 1, 0, 0],
      ['The second organisation', 5, 4 / 5, 6, 24, 3 / 5, 1 / 5, 0],
    ])
    expect(figures.finding).toEqual({ say: 'soon', values: { share: { share: 13 / 14 } } })
  })

  test('overdue now: 3', async () => {
    expect(await table('overdue')).toEqual({ 'The second organisation': [1, 0, 1, hoursUntilNow('2026-01-12T09:00Z')] })
  })
})

describe('results', () => {
  test('declined: 2 and 7 as too far, 5 and 9 for want of room; by organisation 2 5 7 and 9', async () => {
    expect(await table('declined')).toEqual({
      'Outside the area that we cover': [2, 1 / 2, 2],
      'We have no room at the moment': [2, 1 / 2, 2],
    })
    expect(await table('moved')).toEqual({
      'The first organisation': [3, 0, 0, 0, 7, 3 / 7],
      'The second organisation': [1, 0, 0, 0, 5, 1 / 5],
      'The third organisation': [0, 0, 0, 0, 2, 0],
    })
  })

  test('outcomes by need: met 1 10, 5 8; ended 4, 9; open 2 6 7, 2, 3, 11', async () => {
    expect(await table('outcomes')).toEqual({
      Food: [2, 3, 1, 0, 6, 2 / 3],
      Debt: [2, 1, 0, 0, 3, 1],
      Housing: [0, 1, 1, 0, 2, 0],
      Company: [0, 1, 0, 0, 1, null],
    })
  })

  test('outcomes by outcome, and beside the period before: four of six; 13', async () => {
    const { rows, figures } = await read('coordinator', 'outcomes', { by: 'outcome', compare: 'yes' })
    expect(rows.map(([, ...cells]) => cells)).toEqual([
      [4, 2 / 3, 4, 1, 3],
      [2, 1 / 3, 2, 0, null],
    ])
    expect(figures.finding).toEqual({ say: 'successful', values: { share: { share: 2 / 3 }, count: 6 } })
    expect(figures.notes).toEqual([{ say: 'before', values: { share: { share: 1 }, count: 1 } }])
  })

  test('unmet: the food of 2 and of 7, both too far', async () => {
    expect(await table('unmet')).toEqual({ Liverpool: [2, 1, 0, 0, 0, 2, 0] })
    expect(await table('unmet', 'time')).toEqual({
      '2026-01-01': [1, 1 / 2, 0, 0, 0, 1, 0],
      '2026-02-01': [1, 1 / 2, 0, 0, 0, 1, 0],
    })
    expect(await table('unmet', 'reason')).toEqual({ 'why.area': [2, 1] })
    expect(await table('unmet', 'together')).toEqual({
      'Food > Liverpool > 2026-01-01 > why.area': [1],
      'Food > Liverpool > 2026-02-01 > why.area': [1],
    })
  })
})

describe('reach', () => {
  test('people: 1–5 and 6–11', async () => {
    expect(await table('people', 'gender')).toEqual({ Woman: [5, 5 / 11], Man: [6, 6 / 11] })
    expect(await table('people', 'age')).toEqual({ '35-44': [6, 6 / 11], '75+': [5, 5 / 11] })
  })

  test('fair access: of 1–6 all but 3 are accepted, of 7–11 all but 7: too few to tell, and from all nine they would be found', async () => {
    expect(await table('fairness', 'age')).toEqual({
      '35-44': ['hidden', 'hidden', 'hidden', 6],
      '75+': ['hidden', 'hidden', 'hidden', 5],
    })
  })

  test('capacity on the one day written down: cases 6 and 12, 2, 11 in four services of ten places; 3 waits', async () => {
    expect(await table('capacity', 'time')).toEqual({ '2026-02-23': [40, 4, 1, 1 / 10, 0] })
    expect(await table('capacity', 'recipient')).toEqual({
      'The first organisation': [10, 2, 0, 1 / 5, 0],
      'The second organisation': [10, 1, 1, 1 / 10, 0],
      'The third organisation': [20, 1, 0, 1 / 20, 0],
    })
  })

  test('coverage: food and debt by two services each, housing by two, company by one, all of them in the whole area', async () => {
    const { rows } = await read('coordinator', 'coverage')
    expect(Object.fromEntries(rows.map(([name, , services]) => [name, services]))).toEqual({
      Food: 2,
      Debt: 2,
      Housing: 2,
      Company: 1,
    })
  })

  test('a commissioner’s quarter: Food 6 shows, Debt 3, Housing 2 and Company 1 do not, all twelve do', async () => {
    const { rows, figures } = await read('commissioner', 'quarter', { by: 'needs', quarter: '2026-01-01' })
    expect(rows.map(([, count]) => count)).toEqual([6, 'hidden', 'hidden', 'hidden', 12])
    expect(figures.finding).toEqual({ say: 'needs.total', values: { count: 12 } })
  })
})
