/** RPT-1: what did not stay where it was first asked: declined, lapsed, moved by the coordinator, referred on. */
import { type AskingCut, type Ends, readEnds } from '../db/reports/askings.ts'
import { noEnds, wholeOf } from './ends.ts'
import { inSteps, listOf, nameIn, shareOf, thenOf } from './parts.ts'
import type { Figures, Question, Report } from './report.ts'

export const moved: Report = {
  id: 'moved',
  whose: ['network', 'received', 'sent'],
  by: ['recipient', 'time', 'need', 'area'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'wanted',
  byAsking: true,
  read,
}

const ends = ['declined', 'lapsed', 'reassigned', 'referred_on', 'asked'] as const

async function read(question: Question): Promise<Figures> {
  const { db, actor, asked, by, before } = question
  const cut = by as AskingCut
  const all = await readEnds(db, actor, asked, cut)
  const earlier = before && (await readEnds(db, actor, { ...asked, days: before }, cut))
  const whole = await wholeOf(question, asked, cut, all)
  const wholeBefore = before && (await wholeOf(question, { ...asked, days: before }, cut, earlier ?? []))
  const then = thenOf(by, question, earlier)
  const isInTime = by === 'time' && whole.asked > 0
  const found = isInTime ? inSteps(asked, all, noEnds) : all.toSorted((a, b) => movedOf(b) - movedOf(a))
  return {
    names: [by],
    columns: [
      ...(['declined', 'lapsed', 'reassigned', 'referredOn', 'asked'] as const).map(id => ({
        id,
        kind: 'count' as const,
      })),
      { id: 'movedShare', kind: 'share' },
      ...(before ? [{ id: 'movedShareBefore', kind: 'share' as const }] : []),
    ],
    rows: found.map(one => ({
      key: one.key ?? '',
      names: [nameIn(by, one, asked.step)],
      cells: [
        ...[one.declined, one.lapsed, one.reassigned, one.referredOn, one.asked, shareMoved(one)],
        ...(before ? [shareMoved(then(one.key) ?? noEnds)] : []),
      ],
      lists: ends.map(asking => ({ ...listOf(asked, by, one.key), asking })),
    })),
    charts: [{ kind: 'stack', values: [0, 1, 2, 3], figure: 5 }],
    finding: whole.asked ? { say: 'share', values: moves(whole) } : { say: 'none', values: {} },
    notes: wholeBefore?.asked ? [{ say: 'before', values: moves(wholeBefore) }] : [],
  }
}

function moves(whole: Ends) {
  return { share: { share: shareMoved(whole) ?? 0 }, count: whole.asked, lapsed: { count: whole.lapsed } }
}

function shareMoved(one: Ends): number | null {
  return shareOf(movedOf(one), one.asked)
}

function movedOf({ declined, lapsed, reassigned, referredOn }: Ends): number {
  return declined + lapsed + reassigned + referredOn
}
