/** RPT-1: how soon each organisation answers, and what it answers. */
import { type Ends, readEnds, readWaits, type Waits } from '../db/reports/askings.ts'
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
  const [waits, ends, then] = await Promise.all([
    readWaits(db, actor, asked, 'recipient'),
    readEnds(db, actor, asked, 'recipient'),
    before && readWaits(db, actor, { ...asked, days: before }, 'all'),
  ])
  const found = waits.filter(one => one.asked > 0).toSorted((a, b) => soonOf(b) - soonOf(a) || b.asked - a.asked)
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
    rows: found.map(one =>
      rowOf(
        one,
        ends.find(({ key }) => key === one.key),
      ),
    ),
    charts: [{ kind: 'bars', value: 1, ...(found.length > 1 && { all: allOf(found) }) }],
    finding: findingOf(found),
    notes: then?.[0]?.asked ? [{ say: 'before', values: { share: { share: soonOf(then[0]) } } }] : [],
  }
}

function rowOf(one: Waits, end: Ends | undefined): Row {
  const share = (part: number | undefined) => shareOf(part ?? 0, one.asked)
  return {
    key: one.key ?? '',
    names: [{ text: one.name ?? '' }],
    cells: [
      ...[one.asked, share(one.soon), one.answerMedian, one.answerMost],
      ...[share(end?.taken), share(end?.declined), share(end?.lapsed)],
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
