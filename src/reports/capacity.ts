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
  const used = cut === 'time' ? found.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : found
  return {
    names: [by],
    columns: [
      ...(['places', 'cases', 'waiting'] as const).map(id => ({ id, kind: 'count' as const })),
      { id: 'used', kind: 'share' },
      { id: 'unlimited', kind: 'count' },
    ],
    rows: used.map(one => ({ key: one.key, names: [nameIn(by, one, asked.step)], cells: cellsOf(one) })),
    charts: [by === 'time' ? { kind: 'lines', values: [0, 1, 2] } : { kind: 'stack', values: [1, 2] }],
    finding: findingOf(by, used),
  }
}

function cellsOf({ places, cases, waiting, unlimited }: Use) {
  return [places, cases, waiting, shareOf(cases, places), unlimited]
}

function findingOf(by: string, used: readonly Use[]): Figures['finding'] {
  const [first, last] = [used[0], used.at(-1)]
  if (!first || !last) return { say: 'none', values: {} }
  const fill = (one: Use) => shareOf(one.cases, one.places) ?? 0
  if (by === 'time' && used.length > 1)
    return {
      say: fill(last) > fill(first) ? 'fuller' : 'emptier',
      values: { from: { share: fill(first) }, to: { share: fill(last) } },
    }
  const most = used.toSorted((a, b) => fill(b) - fill(a))[0] ?? first
  return { say: 'fullest', values: { name: nameIn(by, most, 'day'), share: { share: fill(most) } } }
}
