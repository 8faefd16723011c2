/** What a list of referrals may be asked for: which part of it, in which order, between which days. */
import { Temporal } from 'temporal-polyfill'
import type { AgeBand } from './person.ts'

export const tabs = ['received', 'sent', 'all'] as const
export type Tab = (typeof tabs)[number]

/** LST-5's three: open, accepted, closed. For what was received they go by the organisation's own part, for what was sent by the referral. */
export const stages = ['open', 'accepted', 'closed'] as const
export type Stage = (typeof stages)[number]
/** And what the organisation declined or passed on, which stands in no list but those of what counts in reports. */
export const stagesAsked = [...stages, 'gone'] as const
export type StageAsked = (typeof stagesAsked)[number]

/** `urgency`: urgent ones that have not ended first, each part newest first. */
export const sorts = ['newest', 'oldest_waiting', 'urgency'] as const
export type Sort = (typeof sorts)[number]

/** What became of a need. `lost`: not helped; `unmet`: nobody was found, or all let it go; `any`: whatever became of it. */
export const fates = ['met', 'ended', 'open', 'lost', 'unmet', 'any'] as const
export type Fate = (typeof fates)[number]

/** Why nobody has a need: the coordinator's reason, or that of whoever declined last. */
export const whys = ['nobody', 'declined', 'full', 'area'] as const
export type Why = (typeof whys)[number]

/**
 * What became of asking an organisation. `asked`: whatever did; `in_time`: it waits, and for nothing that is overdue; `answered`: accepted
 * or declined; `taken`: accepted, whatever came later.
 */
export const askingFates = [
  ...(['asked', 'waiting', 'overdue', 'in_time', 'answered', 'taken', 'declined'] as const),
  ...(['lapsed', 'reassigned', 'referred_on', 'closed'] as const),
] as const
export type AskingFate = (typeof askingFates)[number]

/** In place of an area, a sender, an age and what else a report counts by: it is not known. */
export const unknown = 'none'

/** How it was sent: by a member, by a form anybody may open, or by a program. */
export const origins = ['member', 'link', 'embed', 'self', 'api'] as const
export type Origin = (typeof origins)[number]

/** What reports count by, beside what everybody's list may be asked for; only where the viewer sees it of each: findsBy. */
export type Facts = {
  ageBand?: AgeBand | typeof unknown | undefined
  outwardCode?: string | undefined
  origin?: Origin | undefined
  /** All of it of the same need: what became of it, why nobody has it, the outcome that it ended with. */
  need?: { fate: Fate; why?: Why | undefined; outcomeId?: string | undefined } | undefined
  /** All of it of the same asking: what became of it, declined for which reason, of whom it was asked, and between which moments. */
  asking?:
    | {
        fate: AskingFate
        /** Overdue or in time at this moment. */
        at: Date
        reasonId?: string | undefined
        organisationId?: string | undefined
        from?: Date | undefined
        before?: Date | undefined
      }
    | undefined
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
