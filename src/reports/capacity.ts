/** RPT-1: places and their use over time. */
import { readUse, type Use } from '../db/reports/capacity.ts'
import { nameIn, shareOf } from './parts.ts'
import type { Figures, Question, Report } from './report.ts'

export const capacity: Report = {
  id: 'capacity',
  whose: ['network', 'received'],
  by: ['time', 'recipient', 'service'],
  filters: ['recipient'],
  read,
}

async function read({ db, actor, asked, by }: Question): Promise<Figures> {
  const cut = by as 'time' | 'recipient' | 'service'
  const found = await readUse(db, actor, asked, cut)
  const used = found.toSorted((a, b) => (cut === 'time' ? (a.key < b.key ? -1 : 1) : fillOf(b) - fillOf(a)))
  return {
    names: [by],
    columns: [
      ...(['places', 'cases', 'waiting'] as const).map(id => ({ id, kind: 'count' as const })),
      { id: 'used', kind: 'share' },
      { id: 'unlimited', kind: 'count' },
    ],
    rows: used.map(one => ({ key: one.key, names: [nameIn(by, one, asked.step)], cells: cellsOf(one) })),
    charts: [by === 'time' ? { kind: 'lines', values: [0, 1, 2] } : { kind: 'bars', value: 3 }],
    finding: findingOf(by, used),
  }
}

function cellsOf({ places, cases, waiting, unlimited }: Use) {
  return [places, cases, waiting, shareOf(cases, places), unlimited]
}

function findingOf(by: string, used: readonly Use[]): Figures['finding'] {
  const [first, last] = [used[0], used.at(-1)]
  if (!first || !last) return { say: 'none', values: {} }
  if (by === 'time' && used.length > 1)
    return {
      say: fillOf(last) > fillOf(first) ? 'fuller' : 'emptier',
      values: { from: { share: fillOf(first) }, to: { share: fillOf(last) } },
    }
  const most = used.toSorted((a, b) => fillOf(b) - fillOf(a))[0] ?? first
  const name = nameIn(by, most, 'day')
  if (most.cases > most.places)
    return { say: 'over', values: { name, cases: { count: most.cases }, places: { count: most.places } } }
  return { say: 'fullest', values: { name, share: { share: fillOf(most) } } }
}

function fillOf({ cases, places }: Use): number {
  return shareOf(cases, places) ?? 0
}
