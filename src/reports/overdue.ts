/** RPT-1: who has been waiting too long for an answer, now. */
import { readOverdue } from '../db/reports/askings.ts'
import { total } from './parts.ts'
import type { Figures, ListLink, Question, Report } from './report.ts'

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
      lists: listsOf(asked.whose.kind, key),
    })),
    charts: [{ kind: 'stack', values: [0, 1], figure: 2, looks: [2, 1] }],
    finding:
      late === 0
        ? { say: 'none', values: { count: total(found, one => one.waiting) } }
        : { say: 'late', values: { count: late } },
  }
}

/** Of others only the coordinator's list tells whose answer it is that is late. */
function listsOf(whose: string, recipient: string): (ListLink | null)[] {
  if (whose === 'network') return [{ tab: 'all', recipient, overdue: 'yes' }]
  if (whose !== 'received') return []
  return [{ tab: 'received', overdue: 'yes' }, null, { tab: 'received', stage: 'open' }]
}
