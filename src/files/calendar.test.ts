import fc from 'fast-check'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Hours, openingHours, openingsBetween } from '../domain/hours.ts'
import { writeOpenings } from './calendar.ts'

const from = '2026-03-23'
const service = {
  ...{ id: '7d1f0c9e-2f4b-4d9a-9b43-1f6f0f0d7a11', host: 'onward.test', from, place: '1 High Street, Porth' },
  ...{ name: 'Advice; debt, housing – Tŷ Agored', about: 'When it is open', url: 'https://onward.test/n/town' },
  titles: { open: 'Open: Tŷ Agored', closed: 'Closed: Tŷ Agored' },
  changedAt: new Date('2026-03-01T10:00:00Z'),
}
const write = (hours: Hours) => writeOpenings({ ...service, hours })
const weekdays = openingHours(
  [1, 2, 3, 4, 5].flatMap(weekday => [
    { weekday, opens: '09:00', closes: '12:30' },
    { weekday, opens: '13:30', closes: '17:00' },
  ]),
  { closures: [{ firstDay: '2026-04-20', lastDay: '2026-04-22' }] },
)

beforeAll(() => {
  const [zone] = parse(write(openingHours([]))).getAllSubcomponents('vtimezone')
  if (zone) ICAL.TimezoneService.register(zone)
})

describe('PUB-2: the calendar of a service', () => {
  test('says what the hours say, over a daylight-saving night, bank holidays, closures and spans past midnight', () => {
    const times = ['06:00', '09:00', '12:30', '13:30', '17:00', '22:00', '24:00']
    const span = fc
      .record({ weekday: fc.integer({ min: 1, max: 7 }), opens: fc.nat(5), closes: fc.nat(6) })
      .filter(({ opens, closes }) => opens !== closes)
      .map(({ weekday, opens, closes }) => ({ weekday, opens: times[opens] ?? '', closes: times[closes] ?? '' }))
    const closure = fc
      .record({ month: fc.integer({ min: 3, max: 9 }), day: fc.integer({ min: 1, max: 28 }), days: fc.nat(2) })
      .map(({ month, day, days }) => ({
        firstDay: `2026-0${month}-${two(day)}`,
        lastDay: `2026-0${month}-${two(Math.min(28, day + days))}`,
      }))
    const key = ({ weekday, opens, closes }: { weekday: number; opens: string; closes: string }) =>
      `${weekday} ${opens} ${closes}`
    fc.assert(
      fc.property(
        fc.uniqueArray(span, { maxLength: 9, selector: key }),
        fc.array(closure, { maxLength: 3 }),
        fc.boolean(),
        (spans, closures, closedOnBankHolidays) => {
          const hours = openingHours(spans, { closures, closedOnBankHolidays, nation: 'wales' })
          const last = '2027-01-03'
          const expected = openingsBetween(hours, from, last).map(it => [it.from.getTime(), it.until.getTime()])
          expect(openingsIn(write(hours), '2027-01-04T00:00:00Z')).toEqual(expected.sort(inOrder))
        },
      ),
      { numRuns: 12 },
    )
  })

  test('shows closures as whole days, the last of them included', () => {
    const closed = parse(write(weekdays))
      .getAllSubcomponents('vevent')
      .map(event => new ICAL.Event(event))
      .filter(({ startDate }) => startDate.isDate)
    expect(closed.map(({ summary, startDate, endDate }) => [summary, `${startDate}`, `${endDate}`])).toEqual([
      ['Closed: Tŷ Agored', '2026-04-20', '2026-04-23'],
    ])
  })

  test('keeps its events by the same names when it is asked for again on another day', () => {
    const uids = (text: string) =>
      parse(text)
        .getAllSubcomponents('vevent')
        .map(event => event.getFirstPropertyValue('uid'))
    expect(uids(writeOpenings({ ...service, hours: weekdays, from: '2026-04-01' }))).toEqual(uids(write(weekdays)))
    expect(uids(write(weekdays))).toContain(`${service.id}-0900-1230@onward.test`)
  })

  test('is written as Outlook and Apple want it: lines of 75 octets at most, ended by CRLF, stamps in universal time', () => {
    const text = write(weekdays)
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...lines.map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.at(-1)).toBe('')
    expect(lines.filter(line => line.startsWith('DTSTAMP:'))).toEqual(Array(3).fill('DTSTAMP:20260301T100000Z'))
    expect(lines).toContain('METHOD:PUBLISH')
    expect(lines).toContain('REFRESH-INTERVAL;VALUE=DURATION:P1D')
    expect(lines.indexOf('BEGIN:VTIMEZONE')).toBeGreaterThan(lines.indexOf('X-PUBLISHED-TTL:P1D'))
    expect(lines).toContain('NAME:Advice\\; debt\\, housing – Tŷ Agored')
  })

  test('without hours is a valid calendar without events, so that a subscriber loses the old ones', () => {
    const empty = parse(write(openingHours([])))
    expect(empty.getAllSubcomponents('vevent')).toEqual([])
    expect(empty.getAllSubcomponents('vtimezone')).toHaveLength(1)
  })

  test('lets no name write lines of its own', () => {
    const text = writeOpenings({ ...service, name: 'A\r\nBEGIN:VEVENT\nX', place: 'B\nEND:VCALENDAR', hours: weekdays })
    expect(parse(text).getAllSubcomponents('vevent')).toHaveLength(3)
  })
})

function parse(text: string) {
  return new ICAL.Component(ICAL.parse(text))
}

/** Every opening that begins before the end, as the moments it lasts from and until. */
function openingsIn(text: string, end: string): number[][] {
  const until = ICAL.Time.fromDateTimeString(end)
  const events = parse(text)
    .getAllSubcomponents('vevent')
    .map(event => new ICAL.Event(event))
    .filter(({ startDate }) => !startDate.isDate)
  return events
    .flatMap(event => {
      const found: number[][] = []
      const each = event.iterator(event.startDate)
      for (let at = each.next(); at && at.compare(until) < 0; at = each.next()) {
        const { startDate, endDate } = event.getOccurrenceDetails(at)
        found.push([startDate.toJSDate().getTime(), endDate.toJSDate().getTime()])
      }
      return found
    })
    .sort(inOrder)
}

function inOrder([a = 0, b = 0]: number[], [c = 0, d = 0]: number[]): number {
  return a - c || b - d
}

function two(day: number): string {
  return String(day).padStart(2, '0')
}
