/** When everything in the demonstration's two weeks happens: in working hours where it can, never in the future. */
import type { DemoReferral, DemoStep } from '../../db/seed/demo/referral.ts'
import { isOpen, nextOpen, openingHours } from '../../domain/hours.ts'

/** `step` null: it is sent. */
export type Moment = { at: Date; referral: DemoReferral; step: DemoStep | null }

/** In the order of time. */
export function timetable(referrals: readonly DemoReferral[], now: Date): Moment[] {
  return referrals
    .flatMap(referral => momentsOf(referral, now))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
}

const hour = 60 * 60 * 1000
const office = openingHours([1, 2, 3, 4, 5].map(weekday => ({ weekday, opens: '09:00', closes: '17:00' })))

function momentsOf(referral: DemoReferral, now: Date): Moment[] {
  const wanted = new Date(now.getTime() - referral.ago * hour)
  let at = referral.exact ? wanted : nearestOfficeHour(wanted, now)
  const moments: Moment[] = [{ at, referral, step: null }]
  for (const step of referral.next ?? []) {
    const [later, action] = step
    const due = new Date(at.getTime() + (later - hoursSince(referral, step)) * hour)
    at = action === 'undo' ? notAfter(due, at, now) : notAfter(inOffice(due), at, now, due)
    moments.push({ at, referral, step })
  }
  return moments
}

/** Steps say their hours since the sending; the step before has used up some of them. */
function hoursSince({ next = [] }: DemoReferral, step: DemoStep): number {
  return next[next.indexOf(step) - 1]?.[0] ?? 0
}

function notAfter(wanted: Date, before: Date, now: Date, otherwise = wanted): Date {
  const [fits] = [wanted, otherwise].filter(at => at < now)
  return fits ?? new Date((before.getTime() + now.getTime()) / 2)
}

function inOffice(at: Date): Date {
  return isOffice(at) ? at : (nextOpen(office, at)?.at ?? at)
}

function nearestOfficeHour(wanted: Date, now: Date): Date {
  for (let away = 0; away < 120; away += 1) {
    const found = [-away, away].map(by => new Date(wanted.getTime() + by * hour)).find(at => at < now && isOffice(at))
    if (found) return found
  }
  return wanted
}

/** Offices open and close on the hour, so one answer holds for the whole of it; asking the calendar is slow. */
function isOffice(at: Date): boolean {
  const whole = Math.floor(at.getTime() / hour)
  const known = hours.get(whole) ?? isOpen(office, new Date(whole * hour))
  hours.set(whole, known)
  return known
}
const hours = new Map<number, boolean>()
