/** What a report is asked: whose figures, over which days, narrowed how (RPT-2, RPT-3). */
import { Temporal } from 'temporal-polyfill'
import type { Actor } from './policy.ts'

/**
 * network: all of one that the viewer coordinates · commissioned: of one whose figures they read, in fixed tables ·
 * received, sent: their organisation's own · installation: that referrals exist, for an administrator.
 */
export type Whose =
  | { kind: 'network' | 'commissioned'; networkId: string }
  | { kind: 'received' | 'sent'; organisationId: string }
  | { kind: 'installation' }
export type WhoseKind = Whose['kind']

/** Everything that somebody may ask for, the widest first: the first is what they see unless they choose. */
export function whoseFor(actor: Actor): Whose[] {
  const { coordinates, commissions, organisationId } = actor
  const own = seesOwn(actor) ? organisationId : null
  return [
    ...coordinates.map(networkId => ({ kind: 'network' as const, networkId })),
    ...commissions
      .filter(id => !coordinates.includes(id))
      .map(networkId => ({ kind: 'commissioned' as const, networkId })),
    ...(own ? (['received', 'sent'] as const).map(kind => ({ kind, organisationId: own })) : []),
    ...(actor.administrator ? [{ kind: 'installation' as const }] : []),
  ]
}

/** Primary users see their organisation's figures, members where one of them said so. */
export function seesOwn({ role, organisationId, seesReports }: Actor): boolean {
  return organisationId !== null && (role === 'primary' || seesReports === true)
}

/** As it stands in an address. */
export function whoseCode(whose: Whose): string {
  return 'networkId' in whose ? whose.networkId : whose.kind === 'installation' ? 'all' : whose.kind
}

/** The networks whose referrals the figures are of; null: of all of them. */
export function networksIn(actor: Actor, whose: Whose): readonly string[] | null {
  if (whose.kind === 'installation') return null
  return 'networkId' in whose ? [whose.networkId] : actor.networks.map(({ id }) => id)
}

/** Days as 'YYYY-MM-DD', both included. */
export type Days = { first: string; last: string }

export const periods = ['month', 'quarter', 'year', 'financial', 'lastFinancial', 'days'] as const
export type Period = (typeof periods)[number]

/** The last 30 days, three or twelve calendar months up to today, or a year from April; `days` are given. */
export function daysOf(period: Period, today: string, given: Partial<Days> = {}): Days {
  const day = Temporal.PlainDate.from(today)
  const back = (months: number) => day.with({ day: 1 }).subtract({ months })
  const april = Temporal.PlainDate.from({ year: day.month < 4 ? day.year - 1 : day.year, month: 4, day: 1 })
  switch (period) {
    case 'month':
      return between(day.subtract({ days: 29 }), day)
    case 'quarter':
      return between(back(2), day)
    case 'year':
      return between(back(11), day)
    case 'financial':
      return between(april, day)
    case 'lastFinancial':
      return between(april.subtract({ years: 1 }), april.subtract({ days: 1 }))
    case 'days': {
      const last = given.last ?? today
      const first = given.first ?? daysOf('year', last).first
      return first <= last ? { first, last } : { first: last, last: first }
    }
  }
}

/** Just before, and as long; periods of whole months are moved by months, so that March stands beside March. */
export function daysBefore({ first, last }: Days): Days {
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)]
  if (from.day === 1) {
    const months = (to.year - from.year) * 12 + to.month - from.month + 1
    return between(from.subtract({ months }), to.add({ days: 1 }).subtract({ months }).subtract({ days: 1 }))
  }
  const days = to.since(from, { largestUnit: 'days' }).days + 1
  return between(from.subtract({ days }), from.subtract({ days: 1 }))
}

export type Step = 'day' | 'week' | 'month'

/** In what steps a period is drawn: never more than about thirty. */
export function stepOf({ first, last }: Days): Step {
  const days = Temporal.PlainDate.from(last).since(Temporal.PlainDate.from(first), { largestUnit: 'days' }).days + 1
  return days <= 31 ? 'day' : days <= 130 ? 'week' : 'month'
}

/** The steps of a period, cut at its ends; `key` is what the database calls each: its Monday or its first of the month. */
export function stepsIn(days: Days, step: Step): (Days & { key: string })[] {
  const [from, to] = [Temporal.PlainDate.from(days.first), Temporal.PlainDate.from(days.last)]
  const steps: (Days & { key: string })[] = []
  for (let at = startOf(from, step); Temporal.PlainDate.compare(at, to) <= 0; at = at.add({ [`${step}s`]: 1 })) {
    const end = at.add({ [`${step}s`]: 1 }).subtract({ days: 1 })
    const first = Temporal.PlainDate.compare(at, from) < 0 ? from : at
    const last = Temporal.PlainDate.compare(end, to) > 0 ? to : end
    steps.push({ key: at.toString(), ...between(first, last) })
  }
  return steps
}

function startOf(day: Temporal.PlainDate, step: Step): Temporal.PlainDate {
  if (step === 'month') return day.with({ day: 1 })
  return step === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day
}

function between(first: Temporal.PlainDate, last: Temporal.PlainDate): Days {
  return { first: first.toString(), last: last.toString() }
}

/** What people answer about themselves that reports are cut by, whether a network asks it or not; ages come from dates of birth. */
export const reportedDemographics = ['gender', 'ethnic_group', 'disability', 'children'] as const
