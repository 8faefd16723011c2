/** RPT-1: who has been waiting too long for an answer, now. */
import { readOverdue } from '../db/reports/askings.ts'
import { listOf, total } from './parts.ts'
import type { Figures, Question, Report } from './report.ts'

export const overdue: Report = {
  id: 'overdue',
  whose: ['network', 'received', 'sent'],
  by: ['recipient'],
  filters: ['need', 'area', 'sender', 'urgent'],
  now: true,
  read,
}

async function read({ db, actor, asked }: Question): Promise<Figures> {
  const found = await readOverdue(db, actor, asked)
  const late = total(found, one => one.overdue)
  return {
    names: ['recipient'],
    columns: [
      { id: 'overdue', kind: 'count' },
      { id: 'inTime', kind: 'count' },
      { id: 'waiting', kind: 'count' },
      { id: 'longest', kind: 'hours' },
    ],
    rows: found.map(({ key, name, overdue: many, waiting, longest }) => ({
      key,
      names: [{ text: name }],
      cells: [many, waiting - many, waiting, longest],
      lists: (['overdue', 'in_time', 'waiting'] as const).map(asking => ({
        ...listOf(asked, 'recipient', key),
        asking,
      })),
    })),
    charts: [{ kind: 'stack', values: [0, 1], figure: 2, looks: [2, 1] }],
    finding:
      late === 0
        ? { say: 'none', values: { count: total(found, one => one.waiting) } }
        : { say: 'late', values: { count: late } },
  }
}
