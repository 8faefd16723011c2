/** RPT-1, RPT-5: who is referred; and whether help reaches all of them alike, small numbers hidden. */
import { type Asking, type Group, listDemographics, readGroups } from '../db/reports/people.ts'
import { networksIn, reportedDemographics } from '../domain/figures.ts'
import { ageBands } from '../domain/person.ts'
import { changeFrom, columnsWith, few, hideFew, leadOf, nameOf, shareOf, tabOf, total } from './parts.ts'
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
  read: readFairness,
}

async function readPeople(question: Question): Promise<Figures> {
  const { db, actor, asked, by, before } = question
  const [asking, found, earlier] = await Promise.all([
    askingFor(question),
    readGroups(db, actor, asked, by),
    before && readGroups(db, actor, { ...asked, days: before }, by),
  ])
  const groups = inOrder(found, by, asking)
  const sum = total(found, one => one.referrals)
  const now = hideFew(groups.map(({ referrals }) => referrals))
  const was = hideFew(groups.map(({ key }) => earlier?.find(one => one.key === key)?.referrals ?? 0))
  return {
    names: [by],
    columns: columnsWith(['share'], before !== null),
    rows: groups.map((one, at) => ({
      key: one.key ?? '',
      names: [called(by, one, asking)],
      cells: peopleCells(now[at] ?? null, sum, before ? (was[at] ?? null) : undefined),
      lists: [now[at] === 'hidden' ? null : listOf(question, one)],
    })),
    charts: [{ kind: 'bars', value: 0, ...(before && { before: 2 }) }],
    finding: mostOf(found, by, asking, sum),
  }
}

/** What a network's own questions were answered with is in no list. */
function listOf({ asked: { whose }, by }: Question, { key }: Group): ListLink | null {
  if (key === null || (by !== 'age' && by !== 'area')) return null
  return by === 'age' && whose.kind === 'received' ? null : { tab: tabOf(whose), [by]: key }
}

/** Undefined: not compared. */
function peopleCells(now: Cell, sum: number, was: Cell | undefined): Cell[] {
  const share = typeof now === 'number' ? shareOf(now, sum) : now
  const change = typeof now === 'number' && typeof was === 'number' ? changeFrom(was, now) : null
  return [now, share, ...(was === undefined ? [] : [was, change])]
}

function mostOf(found: readonly Group[], by: string, asking: Asking | null, sum: number): Figures['finding'] {
  const lead = leadOf(
    found.filter(({ key }) => key !== null),
    one => one.referrals,
  )
  if (!lead || lead.referrals < 5) return { say: 'few', values: {} }
  return { say: by, values: { name: called(by, lead, asking), share: { share: lead.referrals / sum } } }
}

async function readFairness(question: Question): Promise<Figures> {
  const { db, actor, asked, by } = question
  const [asking, found] = await Promise.all([askingFor(question), readGroups(db, actor, asked, by)])
  const groups = inOrder(found, by, asking)
  const shown = hideFew(groups.map(({ referrals }) => referrals))
  const [taken, referrals] = [total(found, one => one.taken), total(found, one => one.referrals)]
  return {
    names: [by],
    columns: [
      { id: 'takenShare', kind: 'share' },
      { id: 'median', kind: by === 'age' || by === 'area' ? 'hours' : 'days' },
      { id: 'unmetShare', kind: 'share' },
      { id: 'referrals', kind: 'count' },
    ],
    rows: groups.map((one, at) => ({
      key: one.key ?? '',
      names: [called(by, one, asking)],
      cells: fairCells(one, shown[at] === 'hidden'),
      lists: [null, null, null, shown[at] === 'hidden' ? null : listOf(question, one)],
    })),
    charts: [
      { kind: 'bars', value: 0, ...(found.length > 1 && { all: shareOf(taken, referrals) ?? 0 }) },
      { kind: 'bars', value: 1 },
    ],
    finding: gapIn(found.filter(isTelling), by, asking),
    notes: [{ say: 'care', values: {} }],
  }
}

/** Of a group that is hidden, and of parts so small, nothing is told. */
function fairCells({ referrals, taken, unmet, median }: Group, isHidden: boolean): Cell[] {
  if (isHidden) return ['hidden', 'hidden', 'hidden', 'hidden']
  const isFew = few(taken) === 'hidden'
  return [
    isFew ? 'hidden' : shareOf(taken, referrals),
    isFew ? 'hidden' : median,
    few(unmet) === 'hidden' ? 'hidden' : shareOf(unmet, referrals),
    referrals,
  ]
}

/** Large enough for a share to say something, and known to be a group. */
function isTelling({ key, referrals, taken }: Group): boolean {
  return key !== null && key !== 'unsaid' && referrals >= 20 && few(taken) !== 'hidden'
}

/** The widest gap between two groups of twenty or more; below ten in a hundred it may well be chance. */
function gapIn(groups: readonly Group[], by: string, asking: Asking | null): Figures['finding'] {
  const sorted = groups.toSorted((a, b) => a.taken / a.referrals - b.taken / b.referrals)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most || least === most) return { say: 'few', values: {} }
  const [low, high] = [least.taken / least.referrals, most.taken / most.referrals]
  if (high - low < 0.1) return { say: 'alike', values: { low: { share: low }, high: { share: high } } }
  return {
    say: 'gap',
    values: {
      least: called(by, least, asking),
      low: { share: low },
      most: called(by, most, asking),
      high: { share: high },
    },
  }
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
