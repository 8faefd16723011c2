/** RPT-1: how soon each organisation answers, and what it answers. */
import type { Asked } from '../db/reports/population.ts'
import { readTimes, type Waits } from '../db/reports/times.ts'
import { listOf, shareOf, thenOf, total } from './parts.ts'
import type { Figures, Question, Report, Row } from './report.ts'

export const responsiveness: Report = {
  id: 'responsiveness',
  whose: ['network', 'sent'],
  by: ['recipient'],
  filters: ['need', 'area', 'urgent'],
  compares: 'wanted',
  byAsking: true,
  read,
}

async function read(question: Question): Promise<Figures> {
  const { db, actor, asked, by, before } = question
  const { cut } = await readTimes(db, actor, asked, 'recipient')
  const earlier = before && (await readTimes(db, actor, { ...asked, days: before }, 'recipient'))
  const then = thenOf(by, question, earlier?.cut)
  const found = cut.filter(one => one.asked > 0).toSorted((a, b) => soonOf(b) - soonOf(a) || b.asked - a.asked)
  return {
    names: ['recipient'],
    columns: [
      { id: 'asked', kind: 'count' },
      { id: 'soon', kind: 'share' },
      { id: 'answerMedian', kind: 'hours' },
      { id: 'answerMost', kind: 'hours' },
      { id: 'takenShare', kind: 'share' },
      { id: 'declinedShare', kind: 'share' },
      { id: 'lapsedShare', kind: 'share' },
      ...(before ? [{ id: 'soonBefore', kind: 'share' as const }] : []),
    ],
    rows: found.map(one => rowOf(asked, one, before ? [shareSoon(then(one.key))] : [])),
    charts: [{ kind: 'bars', value: 1, ...(before && { before: 7 }), ...(found.length > 1 && { all: allOf(found) }) }],
    finding: findingOf(found),
    notes: earlier?.whole.asked ? [{ say: 'before', values: { share: { share: soonOf(earlier.whole) } } }] : [],
  }
}

/** `then`: what is compared with, if anything is. */
function rowOf(asked: Asked, one: Waits, then: readonly (number | null)[]): Row {
  const share = (part: number) => shareOf(part, one.asked)
  return {
    key: one.key ?? '',
    names: [{ text: one.name ?? '' }],
    cells: [
      ...[one.asked, share(one.soon), one.answerMedian, one.answerMost],
      ...[share(one.taken), share(one.declined), share(one.lapsed), ...then],
    ],
    lists: [{ ...listOf(asked, 'recipient', one.key), asking: 'asked' }],
  }
}

function soonOf(one: Waits): number {
  return shareSoon(one) ?? 0
}

function shareSoon(one: Waits | undefined): number | null {
  return one ? shareOf(one.soon, one.asked) : null
}

function allOf(found: readonly Waits[]): number {
  return (
    shareOf(
      total(found, one => one.soon),
      total(found, one => one.asked),
    ) ?? 0
  )
}

/** Whoever is asked seldom is not held up as the slowest. */
const often = 10

function findingOf(found: readonly Waits[]): Figures['finding'] {
  if (found.length === 0) return { say: 'none', values: {} }
  const all = { share: allOf(found) }
  const busy = found.filter(({ asked }) => asked >= often)
  const slowest = busy.at(-1)
  if (!slowest || busy.length < 2) return { say: 'soon', values: { share: all } }
  return {
    say: 'slowest',
    values: { share: all, name: { text: slowest.name ?? '' }, least: { share: soonOf(slowest) } },
  }
}
