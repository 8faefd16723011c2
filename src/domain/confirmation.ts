/** ORG-4: an organisation's entry is confirmed every three months. */
import { Temporal } from 'temporal-polyfill'

const months = 3

/** The moment from which it is overdue. */
export function confirmBy(last: Date): Date {
  return shift(last, months)
}

/** Confirmed before this: overdue now. */
export function overdueBefore(now: Date): Date {
  return shift(now, -months)
}

/** Asked before this and still not confirmed: asked again. */
export function askedBefore(now: Date): Date {
  return shift(now, -1)
}

/** By London's calendar: the 31st goes to the last day of a shorter month. */
function shift(at: Date, by: number): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London')
  return new Date(zoned.add({ months: by }).epochMilliseconds)
}
