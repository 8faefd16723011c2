/** How long what is kept (PRIV-1): a closed referral for its network's months, a record of a person for its organisation's. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** What stands between something and its end. `due` may lie in the past: the night that follows takes it. */
export type Fate =
  | { kind: 'open' }
  | { kind: 'anonymised'; at: Date }
  | { kind: 'held'; due: Date }
  | { kind: 'counting'; due: Date; daysLeft: number }

export type Clock = { endedAt: Date | null; anonymisedAt: Date | null; months: number; held: boolean }

/** A referral's, from its closing; a record's, from the last that was done with the person. */
export function fateOf({ endedAt, anonymisedAt, months, held }: Clock, now: Date): Fate {
  if (anonymisedAt) return { kind: 'anonymised', at: anonymisedAt }
  if (!endedAt) return { kind: 'open' }
  const due = addMonths(endedAt, months)
  return held ? { kind: 'held', due } : { kind: 'counting', due, daysLeft: daysUntil(due, now) }
}

/** The same day of a later month; the month's last where it has no such day. The database counts the same way. */
export function addMonths(from: Date, months: number): Date {
  const moment = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO('UTC')
  return new Date(moment.add({ months }).epochMilliseconds)
}

const day = 86_400_000

/** Whole days still to come; none where it is due. */
function daysUntil(due: Date, now: Date): number {
  return Math.max(0, Math.ceil((due.getTime() - now.getTime()) / day))
}

/** Soon enough that a coordinator should look through them. */
export const warningDays = 30

/**
 * What was due before this moment goes now. By night everything that is due; by day only what a night has missed, so
 * that a program which never runs at night keeps its promise too.
 */
export function dueBefore(now: Date): Date {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/London')
  return hour >= 1 && hour < 5 ? now : new Date(now.getTime() - 1.5 * day)
}

/** Only what has ended is erased: while somebody is asked or helps, the referral is withdrawn or closed first. */
export function mayErase({ endedAt, anonymisedAt }: Pick<Clock, 'endedAt' | 'anonymisedAt'>): boolean {
  return endedAt !== null || anonymisedAt !== null
}

export const retentionSettings = z.strictObject({
  retentionMonths: z.coerce.number({ error: 'months' }).int({ error: 'months' }).min(1, { error: 'months' }).max(120, {
    error: 'months',
  }),
})
export type RetentionSettings = z.infer<typeof retentionSettings>

export const holdReason = z.strictObject({
  reason: z.string().trim().min(5, { error: 'reason' }).max(1000, { error: 'too_long' }),
})
