/** RPT-1: who has been waiting too long for an answer, now. */
import { readOverdue } from '../db/reports/askings.ts'
import { total } from './parts.ts'
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
      { id: 'waiting', kind: 'count' },
      { id: 'longest', kind: 'hours' },
    ],
    rows: found.map(({ key, name, overdue: many, waiting, longest }) => ({
      key,
      names: [{ text: name }],
      cells: [many, waiting, longest],
      lists:
        asked.whose.kind === 'received'
          ? [
              { tab: 'received' as const, overdue: 'yes' as const },
              { tab: 'received' as const, stage: 'open' },
            ]
          : [],
    })),
    charts: [{ kind: 'bars', value: 0 }],
    finding:
      late === 0
        ? { say: 'none', values: { count: total(found, one => one.waiting) } }
        : { say: 'late', values: { count: late } },
  }
}
