/** RPT-1: how soon each organisation answers, and what it answers. */
import { readTimes, readWhole, type Waits } from '../db/reports/times.ts'
import { shareOf, total } from './parts.ts'
import type { Figures, Question, Report, Row } from './report.ts'

export const responsiveness: Report = {
  id: 'responsiveness',
  whose: ['network', 'sent'],
  by: ['recipient'],
  filters: ['need', 'area', 'urgent'],
  compares: 'wanted',
  read,
}

async function read({ db, actor, asked, before }: Question): Promise<Figures> {
  const { cut } = await readTimes(db, actor, asked, 'recipient')
  const then = before && (await readWhole(db, actor, { ...asked, days: before }))
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
    ],
    rows: found.map(rowOf),
    charts: [{ kind: 'bars', value: 1, ...(found.length > 1 && { all: allOf(found) }) }],
    finding: findingOf(found),
    notes: then?.asked ? [{ say: 'before', values: { share: { share: soonOf(then) } } }] : [],
  }
}

function rowOf(one: Waits): Row {
  const share = (part: number) => shareOf(part, one.asked)
  return {
    key: one.key ?? '',
    names: [{ text: one.name ?? '' }],
    cells: [
      ...[one.asked, share(one.soon), one.answerMedian, one.answerMost],
      ...[share(one.taken), share(one.declined), share(one.lapsed)],
    ],
  }
}

function soonOf({ soon, asked }: Waits): number {
  return shareOf(soon, asked) ?? 0
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
