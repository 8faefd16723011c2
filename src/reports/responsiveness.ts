/** RPT-1: how soon each organisation answers, and what it answers. */
import { readEnds, readWaits } from '../db/reports/askings.ts'
import { shareOf } from './parts.ts'
import type { Figures, Question, Report } from './report.ts'

export const responsiveness: Report = {
  id: 'responsiveness',
  whose: ['network', 'sent'],
  by: ['recipient'],
  filters: ['need', 'area', 'urgent'],
  read,
}

async function read({ db, actor, asked }: Question): Promise<Figures> {
  const [waits, ends] = await Promise.all([
    readWaits(db, actor, asked, 'recipient'),
    readEnds(db, actor, asked, 'recipient'),
  ])
  const rows = waits
    .filter(({ asked: many }) => many > 0)
    .toSorted((a, b) => b.asked - a.asked)
    .map(one => {
      const end = ends.find(({ key }) => key === one.key)
      const share = (part: number | undefined) => shareOf(part ?? 0, one.asked)
      return {
        key: one.key ?? '',
        names: [{ text: one.name ?? '' }],
        cells: [
          one.asked,
          share(one.soon),
          one.answerMedian,
          one.answerMost,
          share(end?.taken),
          share(end?.declined),
          share(end?.lapsed),
        ],
      }
    })
  const asks = waits.reduce((sum, one) => sum + one.asked, 0)
  const soon = waits.reduce((sum, one) => sum + one.soon, 0)
  return {
    names: ['recipient'],
    columns: [
      { id: 'asked', kind: 'count' },
      { id: 'soon', kind: 'share' },
      { id: 'answerMedian', kind: 'hours' },
      { id: 'answerMost', kind: 'hours' },
      { id: 'takenShare', kind: 'share' },
      { id: 'declinedShare', kind: 'share' },
      { id: 'lapsedShare', kind: 'share' },
    ],
    rows,
    charts: [{ kind: 'bars', value: 1 }],
    finding:
      asks === 0
        ? { say: 'none', values: {} }
        : { say: 'soon', values: { share: { share: soon / asks }, count: rows.length } },
  }
}
