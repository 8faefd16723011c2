/** RPT-1: which needs nobody serves, and where, among the services that take referrals now. */
import { coverFor } from '../db/directory/cover.ts'
import { readOverview } from '../db/directory/overview.ts'
import { readNetwork } from '../db/networks.ts'
import { dayOf } from '../domain/week.ts'
import type { Figures, Question, Report } from './report.ts'

export const coverage: Report = {
  id: 'coverage',
  whose: ['network'],
  by: ['need'],
  filters: ['need'],
  now: true,
  ofServices: true,
  read,
}

async function read({ db, actor, asked }: Question): Promise<Figures> {
  const { whose, now } = asked
  if (!('networkId' in whose) || !actor.coordinates.includes(whose.networkId)) return nothing
  const network = await readNetwork(db, whose.networkId)
  const seen = await readOverview(db, network, {}, dayOf(now))
  const { needs } = coverFor({ network, ...seen }, undefined)
  const wanted = asked.categoryIds ? needs.filter(({ id }) => asked.categoryIds?.includes(id)) : needs
  const squares = seen.land.grid.cells.length
  const rows = wanted.map(({ id, label, services, unserved, places }) => ({
    key: id,
    names: [{ text: label }],
    cells: [
      squares === 0 ? null : (squares - unserved) / squares,
      services,
      places.filter(one => one.unserved > 0).length,
    ],
  }))
  const gaps = rows.filter(({ cells }) => (cells[0] ?? 1) < 1)
  const least = gaps.toSorted((a, b) => (a.cells[0] ?? 1) - (b.cells[0] ?? 1))[0]
  return {
    ...nothing,
    rows,
    finding: least?.names[0]
      ? { say: 'gaps', values: { count: gaps.length, name: least.names[0], share: { share: least.cells[0] ?? 0 } } }
      : { say: 'whole', values: {} },
  }
}

const nothing: Figures = {
  names: ['need'],
  columns: [
    { id: 'served', kind: 'share' },
    { id: 'services', kind: 'count' },
    { id: 'areasLacking', kind: 'count' },
  ],
  rows: [],
  charts: [{ kind: 'bars', value: 0 }],
  finding: { say: 'whole', values: {} },
}
