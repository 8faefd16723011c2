/** RPT-4: needs that nobody met, by need, area, month and why; on a map. */
import { readUnmet, type Unmet } from '../db/reports/needs.ts'
import { shareOf, total } from './parts.ts'
import type { Figures, Name, Question, Report, Row } from './report.ts'

export const unmet: Report = {
  id: 'unmet',
  whose: ['network'],
  by: ['area', 'need', 'time', 'reason', 'together'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  read,
}

const reasons = ['nobody', 'declined', 'full', 'area', 'refused'] as const

async function read({ db, actor, asked, by }: Question): Promise<Figures> {
  const found = await readUnmet(db, actor, asked)
  const sum = total(found, one => one.count)
  const rows = by === 'together' ? found.map(together) : grouped(found, by)
  const [first] = grouped(found, by === 'together' ? 'need' : by)
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
    charts: [by === 'area' ? { kind: 'map', value: 0 } : { kind: by === 'time' ? 'columns' : 'bars', value: 0 }],
    finding: first
      ? {
          say: by === 'time' ? 'total' : 'most',
          values: { count: sum, name: first.names[0] ?? { text: '' }, share: { share: Number(first.cells[1] ?? 0) } },
        }
      : { say: 'none', values: {} },
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
      place: by === 'area' ? { authority: key } : {},
    }
  })
  return by === 'time'
    ? rows.toSorted((a, b) => (a.key < b.key ? -1 : 1))
    : rows.toSorted((a, b) => Number(b.cells[0]) - Number(a.cells[0]))
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
  return name ? { text: name } : area ? { text: area } : { code: 'unknown.area' }
}
