/** RPT-1: what came of needs, successful or not, by need, month, area and by the outcome itself. */
import { type Fates, type NeedCut, type OutcomeCount, readFates, readOutcomes } from '../db/reports/needs.ts'
import type { Asked } from '../db/reports/population.ts'
import { changeFrom, compared, inSteps, listBefore, listOf, nameIn, shareOf, thenOf, total, withGone } from './parts.ts'
import type { Figures, ListLink, Question, Report } from './report.ts'

export const outcomes: Report = {
  id: 'outcomes',
  whose: ['network', 'received', 'sent'],
  by: ['need', 'outcome', 'time', 'area'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'wanted',
  read,
}

function read(question: Question): Promise<Figures> {
  return question.by === 'outcome' ? byOutcome(question) : byCut(question)
}

async function byCut(question: Question): Promise<Figures> {
  const { db, actor, asked, by, before } = question
  const all = await readFates(db, actor, asked, by as NeedCut)
  const earlier = before && (await readFates(db, actor, { ...asked, days: before }, by as NeedCut))
  const then = thenOf(by, question, earlier)
  const found = by === 'time' && all.length > 0 ? inSteps(asked, all, none) : all
  const [met, over] = [total(all, one => one.met), total(all, one => one.met + one.ended)]
  return {
    names: [by],
    columns: [
      ...(['met', 'open', 'ended', 'notHelped', 'needs'] as const).map(id => ({ id, kind: 'count' as const })),
      { id: 'successful', kind: 'share' },
      ...(before ? [{ id: 'successfulBefore', kind: 'share' as const }] : []),
    ],
    rows: found.map(one => {
      const lost = one.unmet + one.withdrawn
      return {
        key: one.key ?? '',
        names: [nameIn(by, one, asked.step)],
        cells: [
          one.met,
          one.open,
          one.ended,
          lost,
          one.met + one.open + one.ended + lost,
          successOf(one),
          ...(before ? [successOf(then(one.key) ?? none)] : []),
        ],
        lists: listsOf(asked, by, one.key),
      }
    }),
    charts: [{ kind: 'stack', values: [0, 1, 2, 3], figure: 5 }],
    finding:
      over === 0
        ? { say: 'none', values: {} }
        : { say: 'successful', values: { share: { share: met / over }, count: over } },
    notes: earlier
      ? [
          noteBefore(
            total(earlier, one => one.met),
            total(earlier, one => one.met + one.ended),
          ),
        ]
      : [],
  }
}

function successOf({ met, ended }: Fates): number | null {
  return shareOf(met, met + ended)
}

/** What became of a need is in the rows of who sent it, and of the coordinator; who was asked sees what was needed. */
function listsOf(asked: Asked, by: string, key: string | null): (ListLink | null)[] {
  const row = listOf(asked, by, key)
  const isTold = asked.whose.kind !== 'received'
  return [
    ...(['met', 'open', 'ended', 'lost'] as const).map(fate => (isTold ? { ...row, fate } : null)),
    { ...row, fate: 'any' },
  ]
}

function listsOfOutcome(question: Question, outcome: string): (ListLink | null)[] {
  if (question.asked.whose.kind === 'received') return []
  const list = listOf(question.asked, 'outcome', outcome)
  return [list, null, list, listBefore(question, list, 'outcome', outcome)]
}

function noteBefore(met: number, over: number) {
  return over === 0
    ? { say: 'noneBefore', values: {} }
    : { say: 'before', values: { share: { share: met / over }, count: over } }
}

async function byOutcome(question: Question): Promise<Figures> {
  const { db, actor, asked, by, before } = question
  const found = await readOutcomes(db, actor, asked)
  const earlier = before && (await readOutcomes(db, actor, { ...asked, days: before }))
  const then = thenOf(by, question, earlier)
  const sum = total(found, one => one.count)
  return {
    names: ['outcome', 'kind'],
    columns: [
      { id: 'needs', kind: 'count' },
      { id: 'share', kind: 'share' },
      { id: 'referrals', kind: 'count' },
      ...(before ? compared : []),
    ],
    rows: withGone(found, earlier, one => ({ ...one, count: 0, referrals: 0 })).map(
      ({ key, name, successful, count, referrals }) => ({
        key,
        names: [{ text: name }, successful ? good : bad],
        cells: [
          ...[count, shareOf(count, sum), referrals],
          ...(before ? [then(key)?.count ?? 0, changeFrom(then(key)?.count ?? 0, count)] : []),
        ],
        lists: listsOfOutcome(question, key),
        look: successful ? 0 : 2,
      }),
    ),
    charts: [{ kind: 'bars', value: 0, looks: [good, good, bad], ...(before && { before: 3 }) }],
    finding:
      sum === 0
        ? { say: 'none', values: {} }
        : { say: 'successful', values: { share: { share: goodOf(found) / sum }, count: sum } },
    notes: earlier
      ? [
          noteBefore(
            goodOf(earlier),
            total(earlier, one => one.count),
          ),
        ]
      : [],
  }
}

function goodOf(found: readonly OutcomeCount[]): number {
  return total(found, one => (one.successful ? one.count : 0))
}

const [good, bad] = [{ code: 'outcome.good' }, { code: 'outcome.bad' }]
const none: Fates = { key: null, name: null, met: 0, ended: 0, unmet: 0, withdrawn: 0, open: 0 }
