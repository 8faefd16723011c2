/** RPT-1: what did not stay where it was first asked: declined, lapsed, moved by the coordinator, referred on. */
import { type AskingCut, type Ends, readEnds } from '../db/reports/askings.ts'
import { inSteps, nameIn, shareOf, total } from './parts.ts'
import type { Figures, Question, Report } from './report.ts'

export const moved: Report = {
  id: 'moved',
  whose: ['network', 'received', 'sent'],
  by: ['recipient', 'time', 'need', 'area'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'wanted',
  read,
}

async function read({ db, actor, asked, by, before }: Question): Promise<Figures> {
  const all = await readEnds(db, actor, asked, by as AskingCut)
  const then = before && (await readEnds(db, actor, { ...asked, days: before }, 'all'))
  const asks = total(all, one => one.asked)
  const found = by === 'time' && asks > 0 ? inSteps(asked, all, none) : all.toSorted((a, b) => movedOf(b) - movedOf(a))
  return {
    names: [by],
    columns: [
      ...(['declined', 'lapsed', 'reassigned', 'referredOn', 'asked'] as const).map(id => ({
        id,
        kind: 'count' as const,
      })),
      { id: 'movedShare', kind: 'share' },
    ],
    rows: found.map(one => ({
      key: one.key ?? '',
      names: [nameIn(by, one, asked.step)],
      cells: [one.declined, one.lapsed, one.reassigned, one.referredOn, one.asked, shareOf(movedOf(one), one.asked)],
    })),
    charts: [{ kind: 'stack', values: [0, 1, 2, 3], figure: 5 }],
    finding:
      asks === 0
        ? { say: 'none', values: {} }
        : {
            say: 'share',
            values: {
              share: { share: total(all, movedOf) / asks },
              count: asks,
              lapsed: { count: total(all, one => one.lapsed) },
            },
          },
    notes: then?.[0]?.asked
      ? [{ say: 'before', values: { share: { share: movedOf(then[0]) / then[0].asked }, count: then[0].asked } }]
      : [],
  }
}

function movedOf({ declined, lapsed, reassigned, referredOn }: Ends): number {
  return declined + lapsed + reassigned + referredOn
}

const none: Ends = {
  ...{ key: null, name: null, asked: 0, taken: 0, declined: 0 },
  ...{ lapsed: 0, reassigned: 0, referredOn: 0, stoodDown: 0 },
}
