/** When a service is open, as a calendar to subscribe to: iCalendar, by London's clock. */
import ical, {
  escape as escaped,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalWeekday,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { type Hours, isClosedOn, type Span } from '../domain/hours.ts'

export type OpeningCalendar = {
  /** Of the service: the events keep theirs by it. */
  id: string
  host: string
  name: string
  about: string
  url: string
  /** Null where it may not be told, or where there is none. */
  place: string | null
  /** What stands in the calendar on the days when it is open, and when it is shut. */
  titles: { open: string; closed: string }
  hours: Hours
  changedAt: Date
  /** The first day that is told, YYYY-MM-DD. */
  from: string
}

/** Days off are known so far ahead; who subscribes asks again each day. */
const yearsAhead = 2
const london = 'Europe/London'
const days = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
]

/** Without hours it has no events, so that whoever subscribed loses those that held before. */
export function writeOpenings(of: OpeningCalendar): string {
  const calendar = ical({
    ...{ name: escaped(of.name, false), description: escaped(of.about, false) },
    prodId: { company: 'Onward', product: 'Opening times', language: 'EN' },
    ...{ method: ICalCalendarMethod.PUBLISH, ttl: 24 * 60 * 60, url: of.url },
  })
  for (const alike of Map.groupBy(of.hours.spans, ({ opens, closes }) => `${opens}-${closes}`).values())
    addOpening(calendar, of, alike)
  if (of.hours.spans.length > 0) addClosures(calendar, of)
  return withZone(calendar.toString())
}

/** The days of a week on which it is open at the same times. */
function addOpening(calendar: ICalCalendar, of: OpeningCalendar, spans: readonly Span[]) {
  const weekdays = [...new Set(spans.map(({ weekday }) => weekday))].sort()
  const [span] = spans
  const from = Temporal.PlainDate.from(of.from)
  const first = datesOf(from, weekdays).find(date => !isOff(of.hours, date))
  if (!span || !first) return
  const start = startOf(first, span)
  const off = datesOf(start, weekdays).filter(date => isBefore(date, first) || isOff(of.hours, date))
  calendar.createEvent({
    ...common(of, `${span.opens}-${span.closes}`),
    ...boundsOf(start, span),
    summary: of.titles.open,
    repeating: {
      freq: ICalEventRepeatingFreq.WEEKLY,
      byDay: weekdays.flatMap(weekday => days[weekday - 1] ?? []),
      ...(off.length > 0 && { exclude: off.map(date => momentOf(date, span.opens)) }),
    },
  })
}

/** All that repeat last as long as the first; so the first is not in a night when the clocks change, but a week before, and left out. */
function startOf(first: Temporal.PlainDate, span: Span): Temporal.PlainDate {
  const { start, end } = boundsOf(first, span)
  return start.offset === end.offset ? first : first.subtract({ weeks: 1 })
}

function boundsOf(date: Temporal.PlainDate, { opens, closes }: Span) {
  return { start: momentOf(date, opens), end: momentOf(closes <= opens ? date.add({ days: 1 }) : date, closes) }
}

function addClosures(calendar: ICalCalendar, of: OpeningCalendar) {
  for (const { firstDay, lastDay } of of.hours.closures)
    if (lastDay >= of.from)
      calendar.createEvent({
        ...common(of, `closed-${firstDay}`),
        ...{ start: Temporal.PlainDate.from(firstDay), end: Temporal.PlainDate.from(lastDay).add({ days: 1 }) },
        ...{ allDay: true, summary: of.titles.closed },
      })
}

function common({ id, host, place, url, changedAt }: OpeningCalendar, which: string) {
  return {
    id: `${id}-${which.replaceAll(':', '')}@${host}`,
    ...{ stamp: changedAt, timezone: london, url },
    ...(place && { location: place }),
  }
}

function isOff(hours: Hours, date: Temporal.PlainDate): boolean {
  return isClosedOn(hours, date.toString(), hours.nation)
}

function isBefore(date: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, other) < 0
}

/** Every one of those weekdays, from that day on. */
function datesOf(from: Temporal.PlainDate, weekdays: readonly number[]): Temporal.PlainDate[] {
  const count = from.until(from.add({ years: yearsAhead })).days
  return Array.from({ length: count }, (_, ahead) => from.add({ days: ahead })).filter(({ dayOfWeek }) =>
    weekdays.includes(dayOfWeek),
  )
}

/** Midnight at the end of a day is the next one's. */
function momentOf(date: Temporal.PlainDate, time: string): Temporal.ZonedDateTime {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return date.toPlainDateTime('00:00').add({ minutes }).toZonedDateTime(london)
}

/** Before the events and after all that is said of the calendar, where alone it may stand. A calendar must hold something: without hours, this. */
function withZone(calendar: string): string {
  return `${calendar.replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/m, `${londonRules}\r\n`)}\r\n`
}

/** The law since 1996: the last Sundays of March and October, at one o'clock universal time. */
const londonRules = [
  'BEGIN:VTIMEZONE',
  `TZID:${london}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')
