import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBankHoliday } from './bank-holidays.ts'
import { hours, isOpen, nextOpen, nextOpening, openingHours, openingsBetween, openness, type Span } from './hours.ts'

const on = (weekday: number, opens: string, closes: string): Span => ({ weekday, opens, closes })
const weekdays = [1, 2, 3, 4, 5].flatMap(weekday => [on(weekday, '09:00', '12:00'), on(weekday, '13:00', '17:00')])
const office = openingHours(weekdays)
const utc = (moment: string) => new Date(`${moment}Z`)

describe('SVC-3: opening hours', () => {
  test.each([
    ['2026-06-03T08:00', true, 'nine in the morning in summer'],
    ['2026-06-03T07:59', false, 'a minute before'],
    ['2026-01-07T08:30', false, 'half past eight in winter'],
    ['2026-06-03T11:00', false, 'the lunch break begins'],
    ['2026-06-03T12:00', true, 'and ends'],
    ['2026-06-06T10:00', false, 'a Saturday'],
    ['2026-05-25T10:00', false, 'the spring bank holiday'],
    ['2026-12-28T10:00', false, 'the day instead of Boxing Day'],
  ])('%s open: %s (%s)', (moment, open) => {
    expect(isOpen(office, utc(moment))).toBe(open)
  })

  test('a bank holiday of one nation is a working day of another', () => {
    expect(isBankHoliday('2026-04-06', 'england')).toBe(true)
    expect(isBankHoliday('2026-04-06', 'scotland')).toBe(false)
    expect(isBankHoliday('2026-11-30', 'scotland')).toBe(true)
    expect(isBankHoliday('2027-12-28', 'wales')).toBe(true)
    expect(isOpen(openingHours(weekdays, { closedOnBankHolidays: false }), utc('2026-05-25T10:00'))).toBe(true)
  })

  test('a span past midnight is open on both sides of it, and on neither side of its ends', () => {
    const night = openingHours([on(5, '21:00', '02:00')])
    expect(
      ['2026-06-05T19:59', '2026-06-05T20:00', '2026-06-05T23:30', '2026-06-06T00:59', '2026-06-06T01:00'].map(at =>
        isOpen(night, utc(at)),
      ),
    ).toEqual([false, true, true, true, false])
  })

  test('a night that begins before a closure goes on into it', () => {
    const night = openingHours([on(5, '21:00', '02:00')], {
      closures: [{ firstDay: '2026-06-06', lastDay: '2026-06-12' }],
    })
    expect(isOpen(night, utc('2026-06-06T00:30'))).toBe(true)
    expect(nextOpening(night, utc('2026-06-06T02:00'))?.date).toBe('2026-06-19')
  })

  test('open day and night: midnight to midnight', () => {
    const always = openingHours(
      [1, 2, 3, 4, 5, 6, 7].map(weekday => on(weekday, '00:00', '24:00')),
      { closedOnBankHolidays: false },
    )
    fc.assert(
      fc.property(fc.date({ min: utc('2026-01-01T00:00'), max: utc('2027-12-31T00:00'), noInvalidDate: true }), at =>
        isOpen(always, at),
      ),
    )
  })
})

describe('SUG-2: what opens next', () => {
  test('over a weekend with a bank holiday it is Tuesday', () => {
    expect(openness(office, utc('2026-05-22T16:30'))).toEqual({
      code: 'opens',
      at: utc('2026-05-26T08:00'),
      daysAhead: 4,
      weekday: 2,
      opens: '09:00',
      closes: '12:00',
    })
  })

  test('open already says until when; no hours, and closed for good, say so', () => {
    expect(openness(office, utc('2026-06-03T09:00'))).toEqual({
      code: 'open_now',
      until: utc('2026-06-03T11:00'),
      closes: '12:00',
    })
    expect(openness(openingHours([]), utc('2026-06-03T09:00'))).toEqual({ code: 'unknown' })
    expect(
      openness({ ...office, closures: [{ firstDay: '2026-01-01', lastDay: '2026-12-31' }] }, utc('2026-06-03T09:00')),
    ).toEqual({ code: 'closed' })
    expect(nextOpen(office, utc('2026-06-03T09:00'))?.at).toEqual(utc('2026-06-03T09:00'))
  })

  test('nine stays nine over both daylight-saving nights', () => {
    const sunday = openingHours([on(7, '09:00', '10:00')])
    expect(nextOpening(sunday, utc('2026-03-28T12:00'))?.from).toEqual(utc('2026-03-29T08:00'))
    expect(nextOpening(sunday, utc('2026-10-24T12:00'))?.from).toEqual(utc('2026-10-25T09:00'))
  })

  test('a night shift lasts an hour less in March and an hour more in October', () => {
    const night = openingHours([on(6, '22:00', '06:00')])
    const lasts = (at: string) => {
      const opening = nextOpening(night, utc(at))
      return opening && (opening.until.getTime() - opening.from.getTime()) / 3_600_000
    }
    expect(['2026-03-28T12:00', '2026-10-24T12:00', '2026-06-06T12:00'].map(lasts)).toEqual([7, 9, 8])
  })

  test('whatever the hours, the next opening is open when it begins, and nothing is open before it', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
      .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`)
    const spans = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), opens: clock, closes: clock }), {
      minLength: 1,
      maxLength: 6,
    })
    const moments = fc.date({ min: utc('2026-03-20T00:00'), max: utc('2026-11-05T00:00'), noInvalidDate: true })
    fc.assert(
      fc.property(spans, moments, fc.double({ min: 0, max: 0.999, noNaN: true }), (spans, at, share) => {
        const week = openingHours(spans)
        const next = nextOpen(week, at)
        if (!next) return
        expect(isOpen(week, next.at)).toBe(true)
        const before = new Date(at.getTime() + Math.floor((next.at.getTime() - at.getTime()) * share))
        if (before < next.at) expect(isOpen(week, before)).toBe(false)
      }),
    )
  })
})

test('DIR-6: a week lists its openings in order', () => {
  const week = openingsBetween(office, '2026-05-25', '2026-05-31')
  expect(week).toHaveLength(8)
  expect(week[0]).toMatchObject({ date: '2026-05-26', opens: '09:00' })
})

test('times are checked, and those of the database are taken as they are', () => {
  expect(hours.safeParse(openingHours([on(1, '09:00:00', '24:00')])).success).toBe(true)
  expect(hours.safeParse(openingHours([on(1, '9am', '17:00')])).success).toBe(false)
  expect(hours.safeParse(openingHours([on(8, '09:00', '17:00')])).success).toBe(false)
})
