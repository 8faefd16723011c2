/** RPT-4: needs that nobody met, by need, area, month and why; on a map. */
import { readUnmet, type Unmet } from '../db/reports/needs.ts'
import type { Asked } from '../db/reports/population.ts'
import { stepsIn } from '../domain/figures.ts'
import { nameOf as calledBy, leadOf, shareOf, total } from './parts.ts'
import type { Figures, Name, Question, Report, Row } from './report.ts'

export const unmet: Report = {
  id: 'unmet',
  whose: ['network'],
  by: ['area', 'need', 'time', 'reason', 'together'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'wanted',
  read,
}

const reasons = ['nobody', 'declined', 'full', 'area', 'refused'] as const

async function read({ db, actor, asked, by, before }: Question): Promise<Figures> {
  const found = await readUnmet(db, actor, asked)
  const then = before && (await readUnmet(db, actor, { ...asked, days: before }))
  const rows = by === 'together' ? found.map(together) : by === 'time' ? inMonths(asked, found) : grouped(found, by)
  return {
    names: by === 'together' ? ['need', 'area', 'time', 'why'] : [by === 'reason' ? 'why' : by],
    columns:
      by === 'together'
        ? [{ id: 'unmetNeeds', kind: 'count' }]
        : [
            { id: 'unmetNeeds', kind: 'count' },
            { id: 'share', kind: 'share' },
            ...(by === 'reason' ? [] : reasons.map(id => ({ id: `why_${id}`, kind: 'count' as const }))),
          ],
    rows,
    charts: [chartOf(by)],
    finding: findingOf(found, by === 'together' ? 'need' : by),
    notes: then ? [{ say: 'before', values: { count: total(then, one => one.count) } }] : [],
  }
}

function chartOf(by: string): Figures['charts'][number] {
  if (by === 'area') return { kind: 'map', value: 0 }
  if (by === 'need') return { kind: 'stack', values: [2, 3, 4, 5, 6], figure: 0 }
  if (by === 'together') return { kind: 'matrix', value: 0 }
  return { kind: by === 'time' ? 'columns' : 'bars', value: 0 }
}

function findingOf(found: readonly Unmet[], by: string): Figures['finding'] {
  const sum = total(found, one => one.count)
  if (sum === 0) return { say: 'none', values: {} }
  const lead = leadOf(grouped(found, by), ({ cells }) => Number(cells[0]))
  if (!lead || by === 'time' || sum === 1) return { say: 'total', values: { count: sum } }
  return {
    say: by === 'reason' ? `reason.${lead.key}` : by,
    values: { name: lead.names[0] ?? { text: '' }, share: { share: Number(lead.cells[1]) }, all: { count: sum } },
  }
}

function together({ need, needName, area, areaName, time, reason, count }: Unmet): Row {
  return {
    key: [need, area, time, reason].join(),
    names: [{ text: needName }, placeOf(area, areaName), { day: time, step: 'month' }, { code: `why.${reason}` }],
    cells: [count],
  }
}

function grouped(found: readonly Unmet[], by: string): Row[] {
  const sum = total(found, one => one.count)
  const groups = Map.groupBy(found, one => keyOf(one, by))
  const rows = [...groups].map(([key, ones]) => {
    const count = total(ones, one => one.count)
    const of = (reason: string) =>
      total(
        ones.filter(one => one.reason === reason),
        one => one.count,
      )
    return {
      key,
      names: [ones[0] ? nameOf(ones[0], by) : { text: '' }],
      cells: [count, shareOf(count, sum), ...(by === 'reason' ? [] : reasons.map(of))],
      lists: [by === 'need' && of('refused') === 0 ? { tab: 'all', need: key, fate: 'unmet' } : null],
      place: by === 'area' ? { authority: key } : {},
    }
  })
  return rows.toSorted((a, b) => Number(b.cells[0]) - Number(a.cells[0]))
}

/** Every month has its row, those without any too. */
function inMonths({ days }: Asked, found: readonly Unmet[]): Row[] {
  if (found.length === 0) return []
  const rows = grouped(found, 'time')
  return stepsIn(days, 'month').map(
    ({ key }) =>
      rows.find(row => row.key === key) ?? {
        key,
        names: [{ day: key, step: 'month' }],
        cells: [0, 0, ...reasons.map(() => 0)],
      },
  )
}

function keyOf({ need, area, time, reason }: Unmet, by: string): string {
  return { need, area: area ?? '', time, reason }[by] ?? ''
}

function nameOf({ needName, area, areaName, time, reason }: Unmet, by: string): Name {
  if (by === 'need') return { text: needName }
  if (by === 'time') return { day: time, step: 'month' }
  return by === 'reason' ? { code: `why.${reason}` } : placeOf(area, areaName)
}

function placeOf(area: string | null, name: string | null): Name {
  return calledBy('area', area, name)
}
