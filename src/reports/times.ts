/** RPT-1: how long people wait for an answer, and until what was asked for is done. */
import { type AskingCut, readSpread, readWaits, type Waits } from '../db/reports/askings.ts'
import { inSteps, nameIn } from './parts.ts'
import type { Chart, Figures, Question, Report } from './report.ts'

export const times: Report = {
  id: 'times',
  whose: ['network', 'received', 'sent'],
  by: ['time', 'recipient', 'need', 'area'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  read,
}

/** Hours: under four, a day, two days, three, five, a week, a fortnight, more. */
const bins = [4, 24, 48, 72, 120, 168, 336] as const
const codes = ['h4', 'd1', 'd2', 'd3', 'd5', 'w1', 'w2', 'more'] as const

async function read({ db, actor, asked, by }: Question): Promise<Figures> {
  const [all, cut, spread] = await Promise.all([
    readWaits(db, actor, asked, 'all'),
    readWaits(db, actor, asked, by as AskingCut),
    readSpread(db, actor, asked, bins),
  ])
  const whole = all[0]
  const rows = by === 'time' ? inSteps(asked, cut, none) : cut
  return {
    names: [by],
    columns: [
      { id: 'answered', kind: 'count' },
      { id: 'answerMedian', kind: 'hours' },
      { id: 'answerMost', kind: 'hours' },
      { id: 'closed', kind: 'count' },
      { id: 'closeMedian', kind: 'hours' },
      { id: 'closeMost', kind: 'hours' },
    ],
    rows: whole?.answered
      ? rows.map(one => ({ key: one.key ?? '', names: [nameIn(by, one, asked.step)], cells: cellsOf(one) }))
      : [],
    charts: [spreadOf(spread, whole)],
    finding: whole?.answered
      ? {
          say: 'median',
          values: { median: { hours: whole.answerMedian ?? 0 }, most: { hours: whole.answerMost ?? 0 } },
        }
      : { say: 'none', values: {} },
    notes: whole?.closed
      ? [
          {
            say: 'closing',
            values: {
              count: whole.closed,
              median: { hours: whole.closeMedian ?? 0 },
              most: { hours: whole.closeMost ?? 0 },
            },
          },
        ]
      : [],
  }
}

function cellsOf({ answered, answerMedian, answerMost, closed, closeMedian, closeMost }: Waits) {
  return [answered, answerMedian, answerMost, closed, closeMedian, closeMost]
}

function spreadOf(spread: readonly number[], whole: Waits | undefined): Chart {
  const marks = whole
    ? [
        { name: { code: 'mark.median' }, at: placeOf(whole.answerMedian ?? 0) },
        { name: { code: 'mark.most' }, at: placeOf(whole.answerMost ?? 0) },
      ]
    : []
  return {
    kind: 'spread',
    bins: codes.map((code, at) => ({
      name: { code: `bin.${code}` },
      short: { code: `binShort.${code}` },
      count: spread[at] ?? 0,
    })),
    marks,
  }
}

/** Where so many hours stand among the columns: between the edges of their own. */
function placeOf(hours: number): number {
  const at = bins.findIndex(most => hours < most)
  if (at < 0) return bins.length + 0.5
  const [from, to] = [bins[at - 1] ?? 0, bins[at] ?? hours]
  return at + (hours - from) / (to - from)
}

const none: Waits = {
  ...{ key: null, name: null, asked: 0, answered: 0, soon: 0, closed: 0 },
  ...{ answerMedian: null, answerMost: null, closeMedian: null, closeMost: null },
}
