/** RPT-1: what came of needs, successful or not, by need, month, area and by the outcome itself. */
import { type Fates, type NeedCut, readFates, readOutcomes } from '../db/reports/needs.ts'
import type { Whose } from '../domain/figures.ts'
import { inSteps, nameIn, shareOf, tabOf, total } from './parts.ts'
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

async function byCut({ db, actor, asked, by, before }: Question): Promise<Figures> {
  const all = await readFates(db, actor, asked, by as NeedCut)
  const then = before && (await readFates(db, actor, { ...asked, days: before }, by as NeedCut))
  const found = by === 'time' && all.length > 0 ? inSteps(asked, all, none) : all
  const [met, over] = [total(all, one => one.met), total(all, one => one.met + one.ended)]
  return {
    names: [by],
    columns: [
      ...(['met', 'open', 'ended', 'notHelped', 'needs'] as const).map(id => ({ id, kind: 'count' as const })),
      { id: 'successful', kind: 'share' },
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
          shareOf(one.met, one.met + one.ended),
        ],
        lists: by === 'need' ? listsOf(asked.whose, one.key ?? '') : [],
      }
    }),
    charts: [{ kind: 'stack', values: [0, 1, 2, 3], figure: 5 }],
    finding:
      over === 0
        ? { say: 'none', values: {} }
        : { say: 'successful', values: { share: { share: met / over }, count: over } },
    notes: then
      ? [
          earlier(
            total(then, one => one.met),
            total(then, one => one.met + one.ended),
          ),
        ]
      : [],
  }
}

/** A referral has each need but once. What became of a need is in the rows of who sent it, and of the coordinator. */
function listsOf(whose: Whose, need: string): (ListLink | null)[] {
  const all = { tab: tabOf(whose), need }
  if (whose.kind === 'received') return [null, null, null, null, all]
  return [...(['met', 'open', 'ended', 'lost'] as const).map(fate => ({ ...all, fate })), all]
}

/** The needs only where no referral has two that ended so. */
function listsOfOutcome(whose: Whose, outcome: string, isAlike: boolean): (ListLink | null)[] {
  const list = whose.kind === 'received' ? null : { tab: tabOf(whose), outcome }
  return [isAlike ? list : null, null, list]
}

function earlier(met: number, over: number) {
  return over === 0
    ? { say: 'noneBefore', values: {} }
    : { say: 'before', values: { share: { share: met / over }, count: over } }
}

async function byOutcome({ db, actor, asked, before }: Question): Promise<Figures> {
  const found = await readOutcomes(db, actor, asked)
  const then = before && (await readOutcomes(db, actor, { ...asked, days: before }))
  const sum = total(found, one => one.count)
  const goodOf = (ones: typeof found) => total(ones, one => (one.successful ? one.count : 0))
  return {
    names: ['outcome', 'kind'],
    columns: [
      { id: 'needs', kind: 'count' },
      { id: 'share', kind: 'share' },
      { id: 'referrals', kind: 'count' },
    ],
    rows: found.map(({ key, name, successful, count, referrals }) => ({
      key,
      names: [{ text: name }, successful ? good : bad],
      cells: [count, shareOf(count, sum), referrals],
      lists: listsOfOutcome(asked.whose, key, referrals === count),
      look: successful ? 0 : 2,
    })),
    charts: [{ kind: 'bars', value: 0, looks: [good, good, bad] }],
    finding:
      sum === 0
        ? { say: 'none', values: {} }
        : { say: 'successful', values: { share: { share: goodOf(found) / sum }, count: sum } },
    notes: then
      ? [
          earlier(
            goodOf(then),
            total(then, one => one.count),
          ),
        ]
      : [],
  }
}

const [good, bad] = [{ code: 'outcome.good' }, { code: 'outcome.bad' }]
const none: Fates = { key: null, name: null, met: 0, ended: 0, unmet: 0, withdrawn: 0, open: 0 }
