/** Of each report one question and its answer, as the description of the API and its guide show them. All of it is made up; a test asks the same and holds the answers side by side. */
import { daysBefore } from '../domain/figures.ts'
import { daysOfQuarter } from '../domain/published.ts'
import type { Cell, ColumnKind } from './report.ts'

export type ReportExample = { id: string; query: string; answer: ReturnType<typeof answerTo> }

/** A key, then what the row is called, then its numbers. */
type Line = readonly [key: string, names: readonly string[], cells: readonly Cell[]]
/** `columns`: each with its kind, as in "referrals:count". `lines`: a few of so many rows. */
type Table = { names: readonly string[]; columns: string; rowCount: number; lines: readonly Line[] }

const network = '0f8fad5b-d9cb-469f-a165-70867728950e'
const year = { first: '2025-07-01', last: '2026-06-15' }
const organisations = {
  advice: '2b1f3c52-8a5e-4b6d-9c0e-6d1a7f3b9e11',
  family: '9c4a7d10-3e2b-4f7a-8d55-1b0c9e6f2a34',
  food: 'e7d92b6f-5c41-4d8e-a3f2-7a4b1c0d8e57',
}
const needs = {
  debt: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  food: 'a1f0c3d4-62b7-4e19-8c5a-3d9e7b2f1046',
  company: '5d8e2f71-0b3c-4a96-b7e4-8f1c6a9d2035',
}

function answerTo(id: string, { names, columns, rowCount, lines }: Table) {
  const days = id === 'quarter' ? daysOfQuarter('2026-01-01') : year
  const before = /before/i.test(columns) ? daysBefore(days) : null
  const kinds = columns.split(' ').map(column => column.split(':') as [string, ColumnKind])
  return {
    ...{ id, of: network, by: byOf(id, names), from: days.first, until: days.last },
    before: before && { from: before.first, until: before.last },
    dataUpTo: id === 'quarter' ? '2026-04-29T03:00:00.000Z' : '2026-06-15T11:00:00.000Z',
    columns: kinds.map(([id, kind]) => ({ id, kind })),
    rowCount,
    rows: lines.map(([key, called, cells]) => ({
      key,
      names: Object.fromEntries(names.map((name, at) => [name, called[at] ?? ''])),
      figures: Object.fromEntries(kinds.map(([id], at) => [id, cells[at] ?? null])),
    })),
  }
}

/** What a row is called is what it is cut by, but for two reports. */
function byOf(id: string, names: readonly string[]): string {
  return id === 'flows' ? 'pair' : id === 'quarter' ? 'ages' : (names[0] ?? '')
}

function asked(id: string, query: string, table: Table): ReportExample {
  return { id, query, answer: answerTo(id, table) }
}

const work = [
  asked('activity', 'by=need', {
    names: ['need'],
    columns: 'referrals:count share:share before:count change:change',
    rowCount: 29,
    lines: [
      [needs.debt, ['Debt advice'], [45, 0.36, 30, 0.5]],
      [needs.food, ['Emergency food'], [40, 0.32, 50, -0.2]],
    ],
  }),
  asked('flows', 'compare=yes', {
    names: ['sender', 'recipient'],
    columns: 'referrals:count taken:count takenShare:share before:count change:change',
    rowCount: 164,
    lines: [
      [
        `${organisations.family}-${organisations.advice}`,
        ['Linnet Family Centre', 'Harbour Lights Advice'],
        [20, 15, 0.75, 16, 0.25],
      ],
      [
        `${organisations.advice}-${organisations.food}`,
        ['Harbour Lights Advice', 'Three Lamps Food Store'],
        [0, 0, null, 3, -1],
      ],
    ],
  }),
  asked('times', 'by=recipient&compare=yes', {
    names: ['recipient'],
    columns:
      'answered:count answerMedian:hours answerMost:hours closed:count closeMedian:hours closeMost:hours answerMedianBefore:hours closeMedianBefore:hours',
    rowCount: 13,
    lines: [
      [organisations.advice, ['Harbour Lights Advice'], [85, 3.5, 21, 56, 816.5, 2256, 2.25, 1464]],
      [organisations.food, ['Three Lamps Food Store'], [47, 32, 88.75, 40, 624, 1440, null, null]],
    ],
  }),
  asked('overdue', '', {
    names: ['recipient'],
    columns: 'overdue:count inTime:count waiting:count longest:hours',
    rowCount: 10,
    lines: [[organisations.food, ['Three Lamps Food Store'], [1, 2, 3, 146.5]]],
  }),
  asked('responsiveness', 'compare=yes', {
    names: ['recipient'],
    columns:
      'asked:count soon:share answerMedian:hours answerMost:hours takenShare:share declinedShare:share lapsedShare:share soonBefore:share',
    rowCount: 13,
    lines: [[organisations.advice, ['Harbour Lights Advice'], [50, 0.94, 3.5, 21, 0.76, 0.18, 0.02, 0.96]]],
  }),
]

const results = [
  asked('outcomes', 'compare=yes', {
    names: ['need'],
    columns: 'met:count open:count ended:count notHelped:count needs:count successful:share successfulBefore:share',
    rowCount: 29,
    lines: [[needs.debt, ['Debt advice'], [27, 6, 9, 3, 45, 0.75, 0.7]]],
  }),
  asked('declined', '', {
    names: ['reason'],
    columns: 'declined:count share:share before:count change:change referrals:count',
    rowCount: 9,
    lines: [
      ['c0a8f6e2-94d7-4b31-8e5c-2f7d1a6b9043', ['We have no room at the moment'], [12, 0.6, 8, 0.5, 11]],
      ['', ['unknown.reason'], [8, 0.4, 8, 0, 8]],
    ],
  }),
  asked('moved', 'by=time', {
    names: ['time'],
    columns: 'declined:count lapsed:count reassigned:count referredOn:count asked:count movedShare:share',
    rowCount: 12,
    lines: [['2026-05-01', ['2026-05-01'], [6, 2, 1, 1, 40, 0.25]]],
  }),
  asked('unmet', 'by=area&compare=yes', {
    names: ['area'],
    columns:
      'unmetNeeds:count share:share why_nobody:count why_declined:count why_full:count why_area:count why_refused:count before:count change:change',
    rowCount: 7,
    lines: [['E08000012', ['Liverpool'], [12, 0.25, 1, 7, 4, 0, 0, 5, 1.4]]],
  }),
]

const reach = [
  asked('people', 'by=age&compare=no', {
    names: ['age'],
    columns: 'referrals:count share:share',
    rowCount: 8,
    lines: [
      ['16-17', ['16-17'], ['hidden', 'hidden']],
      ['25-34', ['25-34'], [31, 0.248]],
    ],
  }),
  asked('fairness', 'by=ethnic_group&compare=yes', {
    names: ['ethnic_group'],
    columns: 'takenShare:share median:days unmetShare:share referrals:count takenShareBefore:share medianBefore:days',
    rowCount: 8,
    lines: [
      ['pakistani', ['Asian: Pakistani'], [0.8, 24, 0.2, 45, 'hidden', 'hidden']],
      ['arab', ['Arab'], [0.95, 24, 'hidden', 40, 0.9, 48]],
    ],
  }),
  asked('capacity', 'by=service', {
    names: ['service'],
    columns: 'places:count cases:count waiting:count used:share unlimited:count',
    rowCount: 41,
    lines: [
      [
        'd41c8a90-7f6e-4b25-9e3d-0a5b2c1f8e76',
        ['Linnet Family Centre: Baby basics'],
        [22, 18, 1, 0.8181818181818182, 0],
      ],
    ],
  }),
  asked('coverage', '', {
    names: ['need'],
    columns: 'served:share services:count areasLacking:count',
    rowCount: 29,
    lines: [[needs.company, ['Loneliness and company'], [0.39, 1, 4]]],
  }),
  asked('quarter', 'by=ages&quarter=2026-01-01', {
    names: ['age'],
    columns: 'all:count taken:count notTaken:count takenShare:share before:count change:change',
    rowCount: 9,
    lines: [
      ['18-24', ['18-24'], ['hidden', 'hidden', 'hidden', 'hidden', 8, null]],
      ['25-34', ['25-34'], [31, 25, 6, 0.8064516129032258, 25, 0.24]],
      ['total', ['total'], [147, 130, 17, 0.8843537414965986, 140, 0.05]],
    ],
  }),
]

/** In the order in which the reports are listed. */
export const reportExamples: readonly ReportExample[] = [...work, ...results, ...reach]
