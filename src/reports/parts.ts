/** Small sums and names that several reports share. */
import type { Asked } from '../db/reports/population.ts'
import { type Step, stepsIn, type Whose } from '../domain/figures.ts'
import { unknown } from '../domain/listing.ts'
import type { Cell, Column, ColumnKind, ListLink, Name, Question } from './report.ts'

export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** Null where there was nothing before: more than nothing is no percentage. */
export function changeFrom(before: number, now: number): number | null {
  return before === 0 ? null : (now - before) / before
}

const kinds: Readonly<Record<string, ColumnKind>> = { share: 'share', change: 'change' }

/** Referrals, then others, then what a comparison adds. */
export function columnsWith(others: readonly string[], compares: boolean): Column[] {
  return ['referrals', ...others, ...(compares ? ['before', 'change'] : [])].map(id => ({
    id,
    kind: kinds[id] ?? 'count',
  }))
}

/** What a count is compared by. */
export const compared: readonly Column[] = [
  { id: 'before', kind: 'count' },
  { id: 'change', kind: 'change' },
]

/** The same of the period before, by its key; of a step of time the one as far into that period. */
export function thenOf<One extends { key: string | null }>(
  by: string,
  { asked, before }: Pick<Question, 'asked' | 'before'>,
  earlier: readonly One[] | null | undefined,
  step: Step = asked.step,
): (key: string | null) => One | undefined {
  const found = new Map(earlier?.map(one => [one.key, one]))
  if (by !== 'time' || !before) return key => found.get(key)
  const steps = stepsIn(before, step)
  const places = new Map(stepsIn(asked.days, step).map(({ key }, at) => [key, steps[at]?.key]))
  return key => found.get(places.get(key ?? '') ?? '')
}

/** Counts of what was there before and is no more come last, with nothing. */
export function withGone<One extends { key: string | null }>(
  found: readonly One[],
  earlier: readonly One[] | null,
  emptied: (one: One) => One,
): One[] {
  const known = new Set(found.map(({ key }) => key))
  return [...found, ...(earlier ?? []).filter(({ key }) => !known.has(key)).map(emptied)]
}

/** What has no name of its own is called by its code: accepted, link; a place or an age by what it is. */
export function nameOf(by: string, key: string | null, name: string | null): Name {
  if (key === null || key === '') return { code: `unknown.${by}` }
  if (name !== null) return { text: name }
  if (by === 'status' || by === 'way') return { code: `${by}.${key}` }
  if (by === 'age') return { band: key }
  return by === 'area' ? { area: key } : { text: key }
}

/** Which of the lists a number is looked up in. */
export function tabOf({ kind }: Whose): 'received' | 'sent' | 'all' {
  return kind === 'received' || kind === 'sent' ? kind : 'all'
}

/** The list of one row of a cut, for the report to say which of it a number is. */
export function listOf(
  { whose, days, step }: Pick<Asked, 'whose' | 'days' | 'step'>,
  by: string,
  key: string | null,
): ListLink {
  const tab = tabOf(whose)
  if (by === 'time') return { tab, days: stepsIn(days, step).find(one => one.key === key) ?? days }
  // What was received was asked of the organisation itself.
  if (by === 'recipient' && whose.kind === 'received') return { tab }
  return { tab, [by]: key || unknown }
}

/** The same in the period before; of a step of time, as far into that period. */
export function listBefore(
  { asked, before }: Pick<Question, 'asked' | 'before'>,
  list: ListLink | null,
  by: string,
  key: string | null,
  step: Step = asked.step,
): ListLink | null {
  if (!before || !list) return null
  const at = stepsIn(asked.days, step).findIndex(one => one.key === key)
  const days = by === 'time' ? stepsIn(before, step)[at] : before
  return days ? { ...list, days } : null
}

/** The list of several rows that are all there are of what their lists have in common; null where one of them has none. */
export function listOfAll(lists: readonly (ListLink | null | undefined)[]): ListLink | null {
  const [first, ...others] = lists
  if (!first || others.some(list => !list)) return null
  const isShared = ([name, value]: [string, unknown]) =>
    others.every(list => JSON.stringify(list?.[name as keyof ListLink]) === JSON.stringify(value))
  return Object.fromEntries(Object.entries(first).filter(isShared))
}

/** Of rows with the most first: the first, unless another has as many. */
export function leadOf<One>(rows: readonly One[], of: (row: One) => number): One | null {
  const [first, second] = rows
  return !first || (second && of(second) === of(first)) ? null : first
}

export type Keyed = { key: string | null; name: string | null }

/** Of a cut by time every step has its row, the empty ones too. */
export function inSteps<One extends Keyed>(
  { days, step }: Pick<Asked, 'days' | 'step'>,
  found: readonly One[],
  empty: One,
): One[] {
  return stepsIn(days, step).map(({ key }) => found.find(one => one.key === key) ?? { ...empty, key })
}

export function nameIn(by: string, { key, name }: Keyed, step: Step): Name {
  return by === 'time' && key ? { day: key, step } : nameOf(by, key, name)
}

/** Fewer than five people: in a report on who they are nobody may be recognised. */
export function few(count: number): Cell {
  return count > 0 && count < 5 ? 'hidden' : count
}

/** Of counts that add up to what is known elsewhere: as many hidden, from the smallest, as leave each of them unknown; where that is never so, all of them. */
export function hideFew(counts: readonly number[]): Cell[] {
  const rising = counts.filter(count => count > 0).toSorted((a, b) => a - b)
  const small = rising.filter(count => few(count) === 'hidden').length
  const isEnough = (many: number) => many > 1 && total(rising.slice(0, many), one => one) >= 5
  let many = small
  while (small > 0 && many < rising.length && !isEnough(many)) many++
  if (small > 0 && !isEnough(many)) return counts.map(() => 'hidden')
  const most = small > 0 ? (rising[many - 1] ?? 0) : 0
  return counts.map(count => (count > 0 && count <= most ? 'hidden' : count))
}

export function total<One>(rows: readonly One[], of: (row: One) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0)
}
