/** RPT-1: how long people wait for an answer, and until what was asked for is done. */
import type { AskingCut } from '../db/reports/askings.ts'
import { noWaits, readTimes, type Stretch, type Waits } from '../db/reports/times.ts'
import { inSteps, listOf, nameIn, thenOf, total } from './parts.ts'
import type { Chart, Figures, ListLink, Question, Report } from './report.ts'

export const times: Report = {
  id: 'times',
  whose: ['network', 'received', 'sent'],
  by: ['time', 'recipient', 'need', 'area'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'wanted',
  byAsking: true,
  read,
}

/** Up to so many hours; last what took longer. */
const answers: Bins = { h4: 4, d1: 24, d2: 48, d3: 72, d5: 120, w1: 168, w2: 336, more: null }
const closes: Bins = { w1: 168, w2: 336, w4: 672, w8: 1344, w12: 2016, w26: 4368, more: null }
type Bins = Readonly<Record<string, number | null>>

async function read(question: Question): Promise<Figures> {
  const { db, actor, asked, before } = question
  const by = question.by as Exclude<AskingCut, 'all'>
  const { whole, cut, spread } = await readTimes(db, actor, asked, by)
  const earlier = before && (await readTimes(db, actor, { ...asked, days: before }, by))
  const then = thenOf(by, question, earlier?.cut)
  const rows = by === 'time' ? inSteps(asked, cut, noWaits) : cut
  return {
    names: [by],
    columns: [
      { id: 'answered', kind: 'count' },
      { id: 'answerMedian', kind: 'hours' },
      { id: 'answerMost', kind: 'hours' },
      { id: 'closed', kind: 'count' },
      { id: 'closeMedian', kind: 'hours' },
      { id: 'closeMost', kind: 'hours' },
      ...(before ? ['answerMedianBefore', 'closeMedianBefore'] : []).map(id => ({ id, kind: 'hours' as const })),
    ],
    rows: whole.answered
      ? rows.map(one => ({
          key: one.key ?? '',
          names: [nameIn(by, one, asked.step)],
          cells: [...cellsOf(one), ...(before ? middlesOf(then(one.key)) : [])],
          lists: listsOf(listOf(asked, by, one.key)),
        }))
      : [],
    charts: [
      spreadOf('answered', answers, inBins(answers, spread.answer), [whole.answerMedian, whole.answerMost]),
      ...(whole.closed
        ? [spreadOf('closed', closes, inBins(closes, spread.close), [whole.closeMedian, whole.closeMost])]
        : []),
    ],
    finding: whole.answered
      ? {
          say: 'median',
          values: { median: { hours: whole.answerMedian ?? 0 }, most: { hours: whole.answerMost ?? 0 } },
        }
      : { say: 'none', values: {} },
    notes: [
      ...(whole.closed ? [middles('closing', whole.closeMedian, whole.closeMost, whole.closed)] : []),
      ...(earlier?.whole.answered ? [beforeOf(earlier.whole)] : []),
    ],
  }
}

function middles(say: string, median: number | null, most: number | null, count: number) {
  return { say, values: { count, median: { hours: median ?? 0 }, most: { hours: most ?? 0 } } }
}

function beforeOf({ answered, answerMedian, answerMost }: Waits) {
  return middles('before', answerMedian, answerMost, answered)
}

function middlesOf(one: Waits | undefined): (number | null)[] {
  return [one?.answerMedian ?? null, one?.closeMedian ?? null]
}

function cellsOf({ answered, answerMedian, answerMost, closed, closeMedian, closeMost }: Waits) {
  return [answered, answerMedian, answerMost, closed, closeMedian, closeMost]
}

function listsOf(list: ListLink): (ListLink | null)[] {
  return [{ ...list, asking: 'answered' }, null, null, { ...list, asking: 'closed' }]
}

function edgesOf(bins: Bins): number[] {
  return Object.values(bins).filter(most => most !== null)
}

/** Every edge of theirs is an edge of the stretches that were counted. */
function inBins(bins: Bins, spread: readonly Stretch[]): number[] {
  const edges = [0, ...edgesOf(bins), Number.POSITIVE_INFINITY]
  return edges.slice(1).map((until, at) => {
    const within = spread.filter(({ hours }) => hours >= (edges[at] ?? 0) && hours < until)
    return total(within, ({ count }) => count)
  })
}

function spreadOf(
  of: string,
  bins: Bins,
  counts: readonly number[],
  [median, most]: [number | null, number | null],
): Chart {
  return {
    ...{ kind: 'spread', of },
    bins: Object.keys(bins).map((code, at) => ({
      name: { code: `bin.${code}` },
      short: { code: `binShort.${code}` },
      count: counts[at] ?? 0,
    })),
    marks: [
      { name: { code: 'mark.median' }, at: placeOf(bins, median ?? 0) },
      { name: { code: 'mark.most' }, at: placeOf(bins, most ?? 0) },
    ],
  }
}

/** Where so many hours stand among the columns: between the edges of their own. */
function placeOf(bins: Bins, hours: number): number {
  const edges = edgesOf(bins)
  const at = edges.findIndex(most => hours < most)
  if (at < 0) return edges.length + 0.5
  const [from, to] = [edges[at - 1] ?? 0, edges[at] ?? hours]
  return at + (hours - from) / (to - from)
}
