/** RPT-1, RPT-5: who is referred; and whether help reaches all of them alike, small numbers hidden. */
import { type Asking, type Group, listDemographics, readGroups } from '../db/reports/people.ts'
import { networksIn, reportedDemographics } from '../domain/figures.ts'
import { ageBands } from '../domain/person.ts'
import { changeFrom, few, nameOf, shareOf, total } from './parts.ts'
import type { Figures, Name, Question, Report } from './report.ts'

const keys = ['age', ...reportedDemographics] as const

export const people: Report = {
  id: 'people',
  whose: ['network', 'received', 'sent'],
  by: keys,
  filters: ['need', 'area', 'sender', 'recipient', 'urgent'],
  compares: true,
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
  const rows = groups.map(one => {
    const then = earlier?.find(({ key }) => key === one.key)?.referrals ?? 0
    const change = few(one.referrals) === 'hidden' || few(then) === 'hidden' ? null : changeFrom(then, one.referrals)
    const share = few(one.referrals) === 'hidden' ? ('hidden' as const) : shareOf(one.referrals, sum)
    return {
      key: one.key ?? '',
      names: [called(by, one, asking)],
      cells: [few(one.referrals), share, ...(before ? [few(then), change] : [])],
    }
  })
  const most = found.filter(({ key }) => key !== null)[0]
  return {
    names: [by],
    columns: [
      { id: 'referrals', kind: 'count' },
      { id: 'share', kind: 'share' },
      ...(before ? [{ id: 'before', kind: 'count' } as const, { id: 'change', kind: 'change' } as const] : []),
    ],
    rows,
    charts: [{ kind: 'bars', value: 0, ...(before && { before: 2 }) }],
    finding:
      most && most.referrals >= 5
        ? { say: 'most', values: { name: called(by, most, asking), share: { share: most.referrals / sum } } }
        : { say: 'few', values: {} },
  }
}

async function readFairness(question: Question): Promise<Figures> {
  const { db, actor, asked, by } = question
  const [asking, found] = await Promise.all([askingFor(question), readGroups(db, actor, asked, by)])
  const rows = inOrder(found, by, asking).map(one => ({
    key: one.key ?? '',
    names: [called(by, one, asking)],
    cells: fairCells(one),
  }))
  return {
    names: [by],
    columns: [
      { id: 'takenShare', kind: 'share' },
      { id: 'median', kind: 'hours' },
      { id: 'unmetShare', kind: 'share' },
      { id: 'referrals', kind: 'count' },
    ],
    rows,
    charts: [{ kind: 'bars', value: 0 }],
    finding: gapIn(found.filter(isTelling), by, asking),
    notes: [{ say: 'care', values: {} }],
  }
}

/** Of a group of fewer than five, and of parts so small, nothing is told. */
function fairCells({ referrals, taken, unmet, median }: Group) {
  if (referrals < 5) return ['hidden', 'hidden', 'hidden', few(referrals)] as const
  return [
    few(taken) === 'hidden' ? ('hidden' as const) : shareOf(taken, referrals),
    few(taken) === 'hidden' ? ('hidden' as const) : median,
    few(unmet) === 'hidden' ? ('hidden' as const) : shareOf(unmet, referrals),
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
