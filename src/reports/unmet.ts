/** RPT-4: needs that nobody met, by need, area, month and why; on a map. */
import { readUnmet, type Unmet } from '../db/reports/needs.ts'
import type { Asked } from '../db/reports/population.ts'
import { stepsIn } from '../domain/figures.ts'
import { whys } from '../domain/listing.ts'
import {
  nameOf as calledBy,
  changeFrom,
  compared,
  leadOf,
  listBefore,
  listOf,
  shareOf,
  tabOf,
  thenOf,
  total,
  withGone,
} from './parts.ts'
import type { Figures, ListLink, Name, Question, Report, Row } from './report.ts'

export const unmet: Report = {
  id: 'unmet',
  whose: ['network'],
  by: ['area', 'need', 'time', 'reason', 'together'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'wanted',
  read,
}

const reasons = [...whys, 'refused'] as const

async function read(question: Question): Promise<Figures> {
  const { db, actor, asked, by, before } = question
  const found = await readUnmet(db, actor, asked)
  const earlier = before && (await readUnmet(db, actor, { ...asked, days: before }))
  const parts = by === 'reason' || by === 'together' ? [] : reasons
  return {
    names: by === 'together' ? ['need', 'area', 'time', 'why'] : [by === 'reason' ? 'why' : by],
    columns: [
      { id: 'unmetNeeds', kind: 'count' },
      ...(by === 'together' ? [] : [{ id: 'share', kind: 'share' as const }]),
      ...parts.map(id => ({ id: `why_${id}`, kind: 'count' as const })),
      ...(before && by !== 'together' ? compared : []),
    ],
    rows: by === 'together' ? found.map(one => together(asked, one)) : rowsOf(question, found, earlier),
    charts: [chartOf(by, before !== null)],
    finding: findingOf(found, by === 'together' ? 'need' : by),
    notes: earlier ? [{ say: 'before', values: { count: total(earlier, one => one.count) } }] : [],
  }
}

function chartOf(by: string, compares: boolean): Figures['charts'][number] {
  const last = 2 + reasons.length
  if (by === 'area') return { kind: 'map', value: 0, ...(compares && { before: last }) }
  if (by === 'need') return { kind: 'stack', values: [2, 3, 4, 5, 6], figure: 0 }
  if (by === 'together') return { kind: 'matrix', value: 0 }
  if (by === 'time') return { kind: 'columns', value: 0, ...(compares && { before: last }) }
  return { kind: 'bars', value: 0, ...(compares && { before: 2 }) }
}

function findingOf(found: readonly Unmet[], by: string): Figures['finding'] {
  const sum = total(found, one => one.count)
  if (sum === 0) return { say: 'none', values: {} }
  const lead = leadOf(groupsOf(found, by), one => one.count)
  if (!lead || by === 'time' || sum === 1) return { say: 'total', values: { count: sum } }
  return {
    say: by === 'reason' ? `reason.${lead.key}` : by,
    values: { name: lead.name, share: { share: lead.count / sum }, all: { count: sum } },
  }
}

function together(asked: Asked, one: Unmet): Row {
  const { need, needName, area, areaName, time, reason, count } = one
  return {
    key: [need, area, time, reason].join(),
    names: [{ text: needName }, placeOf(area, areaName), { day: time, step: 'month' }, { code: `why.${reason}` }],
    cells: [count],
    lists: [listOfNeeds(asked, { need, area: area ?? '', time, reason })],
  }
}

type Group = { key: string; name: Name; ones: readonly Unmet[]; count: number }

function groupsOf(found: readonly Unmet[], by: string): Group[] {
  const groups = Map.groupBy(found, one => keyOf(one, by))
  return [...groups]
    .map(([key, ones]) => ({
      ...{ key, ones, name: ones[0] ? nameOf(ones[0], by) : { text: '' } },
      count: total(ones, one => one.count),
    }))
    .toSorted((a, b) => b.count - a.count)
}

function rowsOf(question: Question, found: readonly Unmet[], earlier: readonly Unmet[] | null): Row[] {
  const { by, asked } = question
  const groups = groupsOf(found, by)
  const groupsBefore = earlier && groupsOf(earlier, by)
  const then = thenOf(by, question, groupsBefore, 'month')
  const sum = total(groups, one => one.count)
  const shown =
    by === 'time' ? inMonths(asked, groups) : withGone(groups, groupsBefore, one => ({ ...one, ones: [], count: 0 }))
  return shown.map(group => rowOf(question, group, sum, then(group.key)))
}

function rowOf(question: Question, { key, name, ones, count }: Group, sum: number, then: Group | undefined): Row {
  const { by, asked, before } = question
  const parts = by === 'reason' ? [] : reasons
  const of = (reason: string) => total(ones, one => (one.reason === reason ? one.count : 0))
  const list = listOfNeeds(asked, { [by]: key })
  const was = then?.count ?? 0
  return {
    key,
    names: [name],
    cells: [count, shareOf(count, sum), ...parts.map(of), ...(before ? [was, changeFrom(was, count)] : [])],
    lists: [
      ...[hasRefused(ones) ? null : list, null],
      ...parts.map(reason => listOfNeeds(asked, { [by]: key, reason })),
      hasRefused(then?.ones ?? []) ? null : listBefore(question, list, by, key, 'month'),
    ],
    place: by === 'area' ? { authority: key } : {},
  }
}

/** Who refused consent is nobody's referral. */
function hasRefused(ones: readonly Unmet[]): boolean {
  return ones.some(({ reason }) => reason === 'refused')
}

function listOfNeeds(asked: Asked, { reason, ...cuts }: Readonly<Record<string, string>>): ListLink | null {
  const why = reason === undefined ? undefined : whys.find(one => one === reason)
  if (reason !== undefined && !why) return null
  const links = Object.entries(cuts).map(([by, key]) => listOf({ ...asked, step: 'month' }, by, key))
  return Object.assign({ tab: tabOf(asked.whose), fate: 'unmet', ...(why && { why }) }, ...links)
}

/** Every month has its row, those without any too. */
function inMonths({ days }: Asked, groups: readonly Group[]): Group[] {
  if (groups.length === 0) return []
  return stepsIn(days, 'month').map(
    ({ key }) =>
      groups.find(one => one.key === key) ?? { key, name: { day: key, step: 'month' as const }, ones: [], count: 0 },
  )
}

function keyOf({ need, area, time, reason }: Unmet, by: string): string {
  return { need, area: area ?? '', time, reason }[by] ?? ''
}

function nameOf({ needName, area, areaName, time, reason }: Unmet, by: string): Name {
  if (by === 'need') return { text: needName }
  if (by === 'time') return { day: time, step: 'month' }
  return by === 'reason' ? { code: `why.${reason}` } : placeOf(area, areaName)
}

function placeOf(area: string | null, name: string | null): Name {
  return calledBy('area', area, name)
}
