/** RPT-1: what came of needs, successful or not, by need, month, area and by the outcome itself. */
import { type Fates, type NeedCut, readFates, readOutcomes } from '../db/reports/needs.ts'
import { inSteps, nameIn, shareOf, total } from './parts.ts'
import type { Figures, Question, Report } from './report.ts'

export const outcomes: Report = {
  id: 'outcomes',
  whose: ['network', 'received', 'sent'],
  by: ['need', 'outcome', 'time', 'area'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  read,
}

function read(question: Question): Promise<Figures> {
  return question.by === 'outcome' ? byOutcome(question) : byCut(question)
}

async function byCut({ db, actor, asked, by }: Question): Promise<Figures> {
  const all = await readFates(db, actor, asked, by as NeedCut)
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
      }
    }),
    charts: [{ kind: 'stack', values: [0, 1, 2, 3] }],
    finding:
      over === 0
        ? { say: 'none', values: {} }
        : { say: 'successful', values: { share: { share: met / over }, count: over } },
  }
}

async function byOutcome({ db, actor, asked }: Question): Promise<Figures> {
  const found = await readOutcomes(db, actor, asked)
  const sum = total(found, one => one.count)
  const good = total(found, one => (one.successful ? one.count : 0))
  return {
    names: ['outcome', 'kind'],
    columns: [
      { id: 'needs', kind: 'count' },
      { id: 'share', kind: 'share' },
    ],
    rows: found.map(({ key, name, successful, count }) => ({
      key,
      names: [{ text: name }, { code: successful ? 'outcome.good' : 'outcome.bad' }],
      cells: [count, shareOf(count, sum)],
    })),
    charts: [{ kind: 'bars', value: 0 }],
    finding:
      sum === 0
        ? { say: 'none', values: {} }
        : { say: 'successful', values: { share: { share: good / sum }, count: sum } },
  }
}

const none: Fates = { key: null, name: null, met: 0, ended: 0, unmet: 0, withdrawn: 0, open: 0 }
