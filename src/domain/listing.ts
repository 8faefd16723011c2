/** What a list of referrals may be asked for: which part of it, in which order, between which days. */
import { Temporal } from 'temporal-polyfill'
import type { AgeBand } from './person.ts'

export const tabs = ['received', 'sent', 'all'] as const
export type Tab = (typeof tabs)[number]

/** LST-5's three: open, accepted, closed. For what was received they go by the organisation's own part, for what was sent by the referral. */
export const stages = ['open', 'accepted', 'closed'] as const
export type Stage = (typeof stages)[number]

/** `urgency`: urgent ones that have not ended first, each part newest first. */
export const sorts = ['newest', 'oldest_waiting', 'urgency'] as const
export type Sort = (typeof sorts)[number]

/** What became of a need. `lost`: not helped; `unmet`: nobody was found, or all let it go. */
export const fates = ['met', 'ended', 'open', 'lost', 'unmet'] as const
export type Fate = (typeof fates)[number]

/** How it was sent: by a member, by a form anybody may open, or by a program. */
export const origins = ['member', 'link', 'embed', 'self', 'api'] as const
export type Origin = (typeof origins)[number]

/** What reports count by, beside what everybody's list may be asked for; only where each row shows it: findsByFacts. */
export type Facts = {
  ageBand?: AgeBand | undefined
  outwardCode?: string | undefined
  origin?: Origin | undefined
  fate?: Fate | undefined
  /** Of a need that ended so. */
  outcomeId?: string | undefined
  /** Declined for this reason; by this organisation; when asked between these moments. */
  reasonId?: string | undefined
  askedOf?: string | undefined
  askedFrom?: Date | undefined
  askedBefore?: Date | undefined
}

/** How many are counted before a list says "500+". */
export const mostCounted = 500

/** Days as 'YYYY-MM-DD', both included, as moments: from the first on, before the second. What is no day is no bound. */
export function betweenDays(from: string | undefined, to: string | undefined): { from?: Date; before?: Date } {
  const [first, last] = [dayOf(from), dayOf(to)]
  return { ...(first && { from: startOf(first) }), ...(last && { before: startOf(last.add({ days: 1 })) }) }
}

export function isDay(text: string): boolean {
  return dayOf(text) !== null
}

function dayOf(text: string | undefined): Temporal.PlainDate | null {
  if (!text || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

function startOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime('Europe/London').epochMilliseconds)
}
