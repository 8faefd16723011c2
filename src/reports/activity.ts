/** RPT-1: how many referrals, by month, status, need, sender, recipient, area and age. */
import { type Counted, type Cut, countAll, countBy } from '../db/reports/activity.ts'
import { stepsIn, type Whose } from '../domain/figures.ts'
import { unknown } from '../domain/listing.ts'
import { ageBands } from '../domain/person.ts'
import {
  changeFrom,
  columnsWith,
  leadOf,
  listBefore,
  nameOf,
  shareOf,
  total as sumOf,
  tabOf,
  thenOf,
  withGone,
} from './parts.ts'
import type { Figures, ListLink, Question, Report, Row } from './report.ts'

export const activity: Report = {
  id: 'activity',
  whose: ['network', 'received', 'sent', 'installation'],
  by: ['time', 'status', 'need', 'sender', 'recipient', 'area', 'district', 'age', 'way'],
  byForExistence: ['time', 'status', 'sender', 'recipient'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'usual',
  read,
}

async function read(question: Question): Promise<Figures> {
  const { db, actor, asked, before } = question
  const by = question.by as Cut
  const earlier = before && { ...asked, days: before }
  const counts = await countBy(db, actor, asked, by)
  const countsBefore = earlier && (await countBy(db, actor, earlier, by))
  // Where each stands in one row, the rows say how many there are.
  const isApart = by !== 'need' && by !== 'recipient'
  const count = (of: typeof asked, cut: Counted[]) => (isApart ? sumOf(cut, one => one.count) : countAll(db, actor, of))
  const total = await count(asked, counts)
  const totalBefore = earlier && (await count(earlier, countsBefore ?? []))
  const rows =
    by === 'time' ? inTime(question, counts, countsBefore) : byCount(question, by, { counts, countsBefore, total })
  return {
    names: [by],
    columns: columnsWith(by === 'time' ? [] : ['share'], before !== null),
    rows: by === 'age' ? rows.toSorted((a, b) => placeOf(a.key) - placeOf(b.key)) : rows,
    charts: [
      by === 'time' ? { kind: 'columns', value: 0, ...(before && { before: 1 }) } : chartOf(by, before !== null),
    ],
    finding: findingOf(question, rows, total, totalBefore),
  }
}

/** From young to old; what is not known comes last. */
function placeOf(age: string): number {
  const at = (ageBands as readonly string[]).indexOf(age)
  return at < 0 ? ageBands.length : at
}

function chartOf(by: Cut, compares: boolean): Figures['charts'][number] {
  if (by === 'area' || by === 'district') return { kind: 'map', value: 0, ...(compares && { before: 2 }) }
  return { kind: 'bars', value: 0, ...(compares && { before: 2 }) }
}

/** Every step of the period, those without referrals too; beside each the one as far into the period before. */
function inTime(question: Question, counts: Counted[], countsBefore: Counted[] | null): Row[] {
  const { asked, before } = question
  const { step, days } = asked
  const earlier = thenOf('time', question, countsBefore)
  return stepsIn(days, step).map(({ key, ...within }) => {
    const list = { tab: tabOf(asked.whose), days: within }
    const now = counts.find(one => one.key === key)?.count ?? 0
    const then = earlier(key)?.count ?? 0
    return {
      key,
      names: [{ day: key, step }],
      cells: before ? [now, then, changeFrom(then, now)] : [now],
      lists: [list, listBefore(question, list, 'time', key)],
    }
  })
}

type Read = { counts: Counted[]; countsBefore: Counted[] | null; total: number }

function byCount(question: Question, by: Cut, { counts, countsBefore, total }: Read): Row[] {
  const { asked, before } = question
  const earlier = thenOf(by, question, countsBefore)
  return withGone(counts, countsBefore, one => ({ ...one, count: 0 })).map(({ key, name, count }) => {
    const then = earlier(key)?.count ?? 0
    const share = shareOf(count, total)
    const list = listOf(asked.whose, by, key ?? unknown)
    return {
      key: key ?? '',
      names: [nameOf(by, key, name)],
      cells: before ? [count, share, then, changeFrom(then, count)] : [count, share],
      lists: [list, null, listBefore(question, list, by, key)],
      place: by === 'area' ? { authority: key ?? '' } : by === 'district' ? { district: key ?? '' } : {},
    }
  })
}

/** Null: of what was received a row need not say who or where it is, and who was asked does not find by who else was. */
function listOf(whose: Whose, by: Cut, key: string): ListLink | null {
  const tab = tabOf(whose)
  if (tab !== 'received') return { tab, [by]: key }
  if (by === 'status') return { tab, stage: key }
  return by === 'need' || by === 'sender' || by === 'area' ? { tab, [by]: key } : null
}

function findingOf(
  { by, asked }: Question,
  rows: readonly Row[],
  total: number,
  before: number | null,
): Figures['finding'] {
  if (total === 0) return { say: 'none', values: {} }
  const side = asked.whose.kind === 'received' ? 'received.' : ''
  if (by === 'time') return changeOf(side, total, before)
  const lead = leadOf(
    rows.filter(({ key }) => key !== ''),
    ({ cells }) => Number(cells[0]),
  )
  if (!lead || total === 1) return { say: `${side}total`, values: { count: total } }
  return {
    say: by === 'status' || by === 'way' ? `${by}.${lead.key}` : by,
    values: { name: lead.names[0] ?? { text: '' }, share: { share: Number(lead.cells[1]) }, all: { count: total } },
  }
}

/** `side`: what was received is not said to be sent. */
function changeOf(side: string, total: number, before: number | null): Figures['finding'] {
  if (!before) return { say: `${side}total`, values: { count: total } }
  const change = changeFrom(before, total) ?? 0
  const say = Math.abs(change) < 0.005 ? 'same' : change > 0 ? 'more' : 'fewer'
  return { say: `${side}${say}`, values: { count: total, share: { share: Math.abs(change) } } }
}
