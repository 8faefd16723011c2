/** Opening hours: spans of the week, closures, bank holidays; what is open now and what opens next, by London's clock. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isBankHoliday, type Nation, nations } from './bank-holidays.ts'
import { wallClock } from './wall-clock.ts'

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::00)?$|^24:00(?::00)?$/)
const day = z.iso.date()

/** Weekday 1 is Monday. A span that closes at or before it opens ends on the next day. */
export const span = z.strictObject({ weekday: z.number().int().min(1).max(7), opens: time, closes: time })
export type Span = z.infer<typeof span>

/** Closures are whole days, first to last. No spans at all: the hours are not known. */
export const hours = z.strictObject({
  spans: z.array(span).max(70),
  closures: z.array(z.strictObject({ firstDay: day, lastDay: day })).max(200),
  closedOnBankHolidays: z.boolean(),
  nation: z.enum(nations),
})
export type Hours = z.infer<typeof hours>

/** A stretch of one day's opening: the moments, and the times as they stand on the door. */
export type Opening = Span & { date: string; from: Date; until: Date }

export type Openness =
  | { code: 'unknown' | 'closed' }
  | { code: 'open_now'; until: Date; closes: string }
  | { code: 'opens'; at: Date; daysAhead: number; weekday: number; opens: string; closes: string }

export function openingHours(spans: Span[], rest: Partial<Omit<Hours, 'spans'>> = {}): Hours {
  return { spans, closures: [], closedOnBankHolidays: true, nation: 'england', ...rest }
}

/** By the wall clock, since a list of thousands is narrowed to what is open now. */
export function isOpen(hours: Hours, at: Date): boolean {
  const { date, yesterday, weekday, minutes } = wallClock(at)
  const before = ((weekday + 5) % 7) + 1
  return (
    (isDuring(hours, weekday, minutes) && !isClosedOn(hours, date, hours.nation)) ||
    (isDuring(hours, before, minutes + dayOfMinutes) && !isClosedOn(hours, yesterday, hours.nation))
  )
}

/** The opening that runs at that moment or else the next to come; null when none begins within nine weeks. */
export function nextOpening(hours: Hours, at: Date): Opening | null {
  const known = lastAnswers.get(hours)
  if (known && known.since <= at && at < known.next.until) return known.next
  const next = findOpening(hours, at)
  if (next) lastAnswers.set(hours, { since: at, next })
  return next
}

/** `at` is the moment itself when it is open already. */
export function nextOpen(hours: Hours, at: Date): { at: Date; opening: Opening } | null {
  const opening = nextOpening(hours, at)
  return opening && { at: opening.from > at ? opening.from : at, opening }
}

/** What to say of the hours at that moment, in codes and values; the words belong to the catalogue. */
export function openness(hours: Hours, at: Date): Openness {
  if (hours.spans.length === 0) return { code: 'unknown' }
  const next = nextOpening(hours, at)
  if (!next) return { code: 'closed' }
  if (next.from <= at) return { code: 'open_now', until: next.until, closes: clockTime(next.closes) }
  const daysAhead = (Date.parse(next.date) - Date.parse(dayOf(at))) / 86_400_000
  const { weekday, opens, closes } = next
  return { code: 'opens', at: next.from, daysAhead, weekday, opens: clockTime(opens), closes: clockTime(closes) }
}

/** All openings that begin on the days first to last (YYYY-MM-DD), in order: a calendar's week. */
export function openingsBetween(hours: Hours, firstDay: string, lastDay: string): Opening[] {
  const first = Temporal.PlainDate.from(firstDay)
  const days = first.until(Temporal.PlainDate.from(lastDay)).days
  return Array.from({ length: days + 1 }, (_, at) => openingsOn(hours, first.add({ days: at }))).flat()
}

const london = 'Europe/London'
const furthestDay = 63

/** Until that opening is over the answer stays the same, and hours kept by a search are asked about many people. */
const lastAnswers = new WeakMap<Hours, { since: Date; next: Opening }>()

function findOpening(hours: Hours, at: Date): Opening | null {
  if (hours.spans.length === 0) return null
  let date = dateAt(at).subtract({ days: 1 })
  for (let ahead = -1; ahead <= furthestDay; ahead++, date = date.add({ days: 1 })) {
    const next = openingsOn(hours, date).find(({ until }) => until > at)
    if (next) return next
  }
  return null
}

/** One moment is asked about for many services. */
const days = new WeakMap<Date, string>()

function dayOf(at: Date): string {
  const day = days.get(at) ?? dateAt(at).toString()
  days.set(at, day)
  return day
}

function dateAt(at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(london).toPlainDate()
}

function openingsOn(hours: Hours, date: Temporal.PlainDate): Opening[] {
  const spans = hours.spans.filter(({ weekday }) => weekday === date.dayOfWeek)
  if (spans.length === 0 || isClosedOn(hours, date.toString(), hours.nation)) return []
  const openings = spans.map(it => openingOf(it, date)).filter(({ from, until }) => from < until)
  return openings.sort((a, b) => a.from.getTime() - b.from.getTime())
}

/** Closed for the whole of that day (YYYY-MM-DD), whatever the hours say. */
export function isClosedOn({ closures, closedOnBankHolidays }: Hours, date: string, nation: Nation): boolean {
  if (closures.some(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay)) return true
  return closedOnBankHolidays && isBankHoliday(date, nation)
}

const dayOfMinutes = 24 * 60

/** `minutes` after midnight of that weekday; more than a day's for what stays open past midnight. */
function isDuring({ spans }: Hours, weekday: number, minutes: number): boolean {
  return spans.some(it => {
    if (it.weekday !== weekday) return false
    const [opens, closes] = [minutesOf(it.opens), minutesOf(it.closes)]
    return opens <= minutes && minutes < (closes <= opens ? closes + dayOfMinutes : closes)
  })
}

function openingOf(it: Span, date: Temporal.PlainDate): Opening {
  const [opens, closes] = [minutesOf(it.opens), minutesOf(it.closes)]
  const ends = closes <= opens ? closes + dayOfMinutes : closes
  return { ...it, date: date.toString(), from: momentOf(date, opens), until: momentOf(date, ends) }
}

/** Minutes of the wall clock after midnight: over a daylight-saving night nine o'clock is still nine o'clock. */
function momentOf(date: Temporal.PlainDate, minutes: number): Date {
  const at = date.toPlainDateTime('00:00').add({ minutes })
  return new Date(at.toZonedDateTime(london).epochMilliseconds)
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

const clockTime = (time: string) => time.slice(0, 5)
