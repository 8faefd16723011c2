/** RPT-1, RPT-5: who is referred; and whether help reaches all of them alike, small numbers hidden. */
import { type Asking, type Group, listDemographics, readGroups } from '../db/reports/people.ts'
import { networksIn, reportedDemographics } from '../domain/figures.ts'
import { unknown } from '../domain/listing.ts'
import { ageBands } from '../domain/person.ts'
import {
  changeFrom,
  columnsWith,
  few,
  hideFew,
  leadOf,
  listBefore,
  nameOf,
  shareOf,
  tabOf,
  thenOf,
  total,
  withGone,
} from './parts.ts'
import type { Cell, Figures, ListLink, Name, Question, Report } from './report.ts'

const keys = ['age', ...reportedDemographics] as const

export const people: Report = {
  id: 'people',
  whose: ['network', 'received', 'sent'],
  by: keys,
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'usual',
  read: readPeople,
}

export const fairness: Report = {
  id: 'fairness',
  whose: ['network', 'received', 'sent'],
  by: ['ethnic_group', 'age', 'disability', 'gender', 'area'],
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: 'wanted',
  read: readFairness,
}

type Read = { asking: Asking | null; found: Group[]; earlier: Group[] | null; groups: Group[] }

/** `groups`: in their order, with those of the period before that are no more: whatever was small then is hidden among all of then. */
async function readBoth(question: Question): Promise<Read> {
  const { db, actor, asked, by, before } = question
  const [asking, found, earlier] = await Promise.all([
    askingFor(question),
    readGroups(db, actor, asked, by),
    before && readGroups(db, actor, { ...asked, days: before }, by),
  ])
  return { asking, found, earlier, groups: inOrder(withGone(found, earlier, emptied), by, asking) }
}

function emptied({ key, name }: Group): Group {
  return { key, name, referrals: 0, taken: 0, unmet: 0, median: null }
}

async function readPeople(question: Question): Promise<Figures> {
  const { by, before } = question
  const { asking, found, earlier, groups } = await readBoth(question)
  const then = thenOf(by, question, earlier)
  const past = (one: Group) => listBefore(question, listOf(question, one), by, one.key)
  const sum = total(found, one => one.referrals)
  const now = hideFew(groups.map(({ referrals }) => referrals))
  const was = hideFew(groups.map(({ key }) => then(key)?.referrals ?? 0))
  return {
    names: [by],
    columns: columnsWith(['share'], before !== null),
    rows: groups.map((one, at) => ({
      key: one.key ?? '',
      names: [called(by, one, asking)],
      cells: peopleCells(now[at] ?? null, sum, before ? (was[at] ?? null) : undefined),
      lists: [now[at] === 'hidden' ? null : listOf(question, one), null, was[at] === 'hidden' ? null : past(one)],
    })),
    charts: [{ kind: 'bars', value: 0, ...(before && { before: 2 }) }],
    finding: mostOf(groups, now, by, asking),
  }
}

/** What a network's own questions were answered with is in no list. */
function listOf({ asked: { whose }, by }: Question, { key }: Group): ListLink | null {
  if (by !== 'age' && by !== 'area') return null
  return by === 'age' && whose.kind === 'received' ? null : { tab: tabOf(whose), [by]: key ?? unknown }
}

/** Undefined: not compared. */
function peopleCells(now: Cell, sum: number, was: Cell | undefined): Cell[] {
  const share = typeof now === 'number' ? shareOf(now, sum) : now
  const change = typeof now === 'number' && typeof was === 'number' ? changeFrom(was, now) : null
  return [now, share, ...(was === undefined ? [] : [was, change])]
}

/** Of those that are told. */
function mostOf(
  groups: readonly Group[],
  shown: readonly Cell[],
  by: string,
  asking: Asking | null,
): Figures['finding'] {
  const told = groups.filter(({ key, referrals }, at) => key !== null && referrals > 0 && shown[at] !== 'hidden')
  const lead = leadOf(
    told.toSorted((a, b) => b.referrals - a.referrals),
    one => one.referrals,
  )
  if (!lead) return { say: 'few', values: {} }
  const share = { share: lead.referrals / total(groups, one => one.referrals) }
  return { say: by, values: { name: called(by, lead, asking), share } }
}

async function readFairness(question: Question): Promise<Figures> {
  const { by, before } = question
  const { asking, found, earlier, groups } = await readBoth(question)
  const then = thenOf(by, question, earlier)
  const now = fairCells(groups)
  const was = fairCells(groups.map(group => then(group.key) ?? emptied(group)))
  const median = by === 'age' || by === 'area' ? 'hours' : 'days'
  return {
    names: [by],
    columns: [
      { id: 'takenShare', kind: 'share' },
      { id: 'median', kind: median },
      { id: 'unmetShare', kind: 'share' },
      { id: 'referrals', kind: 'count' },
      ...(before
        ? [{ id: 'takenShareBefore', kind: 'share' as const }, { id: 'medianBefore', kind: median } as const]
        : []),
    ],
    rows: groups.map((one, at) => ({
      key: one.key ?? '',
      names: [called(by, one, asking)],
      cells: [...(now[at] ?? []), ...(before ? (was[at] ?? []).slice(0, 2) : [])],
      lists: [null, null, null, now[at]?.[3] === 'hidden' ? null : listOf(question, one)],
    })),
    charts: [
      { kind: 'bars', value: 0, ...(found.length > 1 && allOf(found)), ...(before && { before: 4 }) },
      { kind: 'bars', value: 1, ...(before && { before: 5 }) },
    ],
    finding: gapIn(groups, now, by, asking),
    notes: [...(before ? [gapBefore(earlier ?? [], by, asking)] : []), { say: 'care', values: {} }],
  }
}

/** The share accepted, the median, the share unmet, and how many; none of a count that could be found by taking the others from all. */
function fairCells(groups: readonly Group[]): Cell[][] {
  const [all, taken, unmet] = [
    hideFew(groups.map(one => one.referrals)),
    hideFew(groups.map(one => one.taken)),
    hideFew(groups.map(one => one.unmet)),
  ]
  return groups.map((one, at) => {
    const tells = (counts: Cell[]) => all[at] !== 'hidden' && counts[at] !== 'hidden'
    return [
      tells(taken) ? shareOf(one.taken, one.referrals) : 'hidden',
      tells(taken) ? one.median : 'hidden',
      tells(unmet) ? shareOf(one.unmet, one.referrals) : 'hidden',
      all[at] ?? null,
    ]
  })
}

/** Where all of them together stand, unless that tells of a few. */
function allOf(found: readonly Group[]): { all?: number } {
  const [taken, referrals] = [total(found, one => one.taken), total(found, one => one.referrals)]
  return few(taken) !== 'hidden' && few(referrals) !== 'hidden' ? { all: shareOf(taken, referrals) ?? 0 } : {}
}

type Told = { group: Group; share: number }

/** Large enough for a share to say something, and known to be a group. */
function tellingOf(groups: readonly Group[], cells: readonly Cell[][]): Told[] {
  return groups.flatMap((group, at) => {
    const share = cells[at]?.[0]
    const isGroup = group.key !== null && group.key !== 'unsaid' && group.referrals >= 20
    return isGroup && typeof share === 'number' ? [{ group, share }] : []
  })
}

/** The widest gap between two groups of twenty or more; below ten in a hundred it may well be chance. */
function gapIn(
  groups: readonly Group[],
  cells: readonly Cell[][],
  by: string,
  asking: Asking | null,
): Figures['finding'] {
  const sorted = tellingOf(groups, cells).toSorted((a, b) => a.share - b.share)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most || least === most) return { say: 'few', values: {} }
  const [low, high] = [{ share: least.share }, { share: most.share }]
  if (most.share - least.share < 0.1) return { say: 'alike', values: { low, high } }
  return {
    say: 'gap',
    values: { low, high, least: called(by, least.group, asking), most: called(by, most.group, asking) },
  }
}

function gapBefore(earlier: readonly Group[], by: string, asking: Asking | null): Figures['finding'] {
  const { say, values } = gapIn(earlier, fairCells(earlier), by, asking)
  return { say: `before.${say}`, values }
}

async function askingFor({ db, actor, asked, by }: Question): Promise<Asking | null> {
  if (by === 'age' || by === 'area') return null
  const found = await listDemographics(db, networksIn(actor, asked.whose) ?? [])
  return found.find(({ key }) => key === by) ?? null
}

function called(by: string, { key, name }: Group, asking: Asking | null): Name {
  if (key === null) return { code: by === 'area' ? 'unknown.area' : by === 'age' ? 'unknown.age' : 'unknown.said' }
  const option = asking?.options.find(one => one.key === key)
  return option ? { text: option.label } : nameOf(by, key, name)
}

/** Ages from young to old, other groups as the form asks; what was not said comes last. */
function inOrder(groups: readonly Group[], by: string, asking: Asking | null): Group[] {
  const order: readonly string[] | undefined = by === 'age' ? ageBands : asking?.options.map(({ key }) => key)
  if (!order) return [...groups]
  const place = ({ key }: Group) => (key === null ? 1000 : order.indexOf(key) < 0 ? 999 : order.indexOf(key))
  return groups.toSorted((a, b) => place(a) - place(b))
}
