import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ClockSettings,
  clockSettings,
  defaultClock,
  isPaused,
  type Pace,
  pauseRunsOutAt,
  stepsDue,
} from './clock.ts'
import { addWorkingDays, isWorkingDay, workingTimeBetween } from './working-time.ts'

const utc = (moment: string) => new Date(`${moment}Z`)
const workingDays: Pace = { unit: 'working_days', remind: 2, escalate: 4, passOn: 6 }
const inWorkingDays: ClockSettings = { ...defaultClock, normal: workingDays }
const dues = (...args: Parameters<typeof stepsDue>) =>
  stepsDue(...args).map(({ step, dueAt }) => `${step} ${dueAt.toISOString().slice(0, 16)}`)

/** Any moment about the daylight-saving nights, Easter and Christmas. */
const moments = fc.date({ min: utc('2026-03-20T00:00'), max: utc('2027-01-10T00:00'), noInvalidDate: true })

describe('RES-5: by default', () => {
  test('a reminder is due two days after asking, the coordinator is told after four, and nothing is passed on', () => {
    expect(dues(utc('2026-06-05T15:00'), defaultClock, false)).toEqual([
      'remind 2026-06-07T15:00',
      'escalate 2026-06-09T15:00',
    ])
  })

  test('two days are 48 hours over a daylight-saving night too', () => {
    expect(dues(utc('2026-03-28T15:00'), defaultClock, true)[0]).toBe('remind 2026-03-30T15:00')
  })
})

describe('RES-5: in working days', () => {
  test.each([
    [
      'a Wednesday',
      '2026-06-03T09:30',
      ['remind 2026-06-05T09:30', 'escalate 2026-06-09T09:30', 'pass_on 2026-06-11T09:30'],
    ],
    [
      'a Friday before a bank holiday',
      '2026-05-22T14:00',
      ['remind 2026-05-27T14:00', 'escalate 2026-05-29T14:00', 'pass_on 2026-06-02T14:00'],
    ],
    [
      'a Saturday, counted from Monday morning',
      '2026-06-06T10:00',
      ['remind 2026-06-09T23:00', 'escalate 2026-06-11T23:00', 'pass_on 2026-06-15T23:00'],
    ],
    [
      'Christmas Eve',
      '2026-12-24T12:00',
      ['remind 2026-12-30T12:00', 'escalate 2027-01-04T12:00', 'pass_on 2027-01-06T12:00'],
    ],
    [
      'the Friday before clocks go forward, at noon by the wall',
      '2026-03-27T12:00',
      ['remind 2026-03-31T11:00', 'escalate 2026-04-02T11:00', 'pass_on 2026-04-08T11:00'],
    ],
  ])('asked on %s', (_, asked, expected) => {
    expect(dues(utc(asked), inWorkingDays, false)).toEqual(expected)
  })

  test('urgent referrals have a pace of their own', () => {
    const urgent: Pace = { unit: 'elapsed_hours', remind: 4, escalate: 8, passOn: null }
    expect(dues(utc('2026-06-03T09:00'), { ...inWorkingDays, urgent }, true)).toEqual([
      'remind 2026-06-03T13:00',
      'escalate 2026-06-03T17:00',
    ])
  })

  test('a nation keeps its own holidays', () => {
    expect(dues(utc('2026-04-02T12:00'), { ...inWorkingDays, nation: 'scotland' }, false)[0]).toBe(
      'remind 2026-04-07T12:00',
    )
  })
})

describe('RES-12: a question stops the clock', () => {
  const asked = utc('2026-06-01T09:00')

  test('for as long as it is open', () => {
    const pauses = [{ from: utc('2026-06-02T09:00'), to: utc('2026-06-02T15:00') }]
    expect(dues(asked, defaultClock, false, pauses)).toEqual(['remind 2026-06-03T15:00', 'escalate 2026-06-05T15:00'])
    expect(dues(asked, inWorkingDays, false, pauses)[0]).toBe('remind 2026-06-03T15:00')
  })

  test('steps due before the question stay as they were', () => {
    const pauses = [{ from: utc('2026-06-04T09:00'), to: utc('2026-06-04T12:00') }]
    expect(dues(asked, defaultClock, false, pauses)).toEqual(['remind 2026-06-03T09:00', 'escalate 2026-06-05T12:00'])
  })

  test('once: a second question stops nothing', () => {
    const first = { from: utc('2026-06-02T09:00'), to: utc('2026-06-02T15:00') }
    const second = { from: utc('2026-06-03T09:00'), to: utc('2026-06-03T12:00') }
    expect(stepsDue(asked, defaultClock, false, [second, first])).toEqual(stepsDue(asked, defaultClock, false, [first]))
  })

  test('for five working days at most', () => {
    const from = utc('2026-06-02T09:00')
    expect(pauseRunsOutAt(from)).toEqual(utc('2026-06-09T09:00'))
    const forgotten = stepsDue(asked, inWorkingDays, false, [{ from, to: null }])
    expect(forgotten).toEqual(stepsDue(asked, inWorkingDays, false, [{ from, to: utc('2026-06-30T09:00') }]))
    expect(forgotten[0]?.dueAt).toEqual(utc('2026-06-10T09:00'))
    expect([isPaused(from, [{ from, to: null }]), isPaused(utc('2026-06-09T09:00'), [{ from, to: null }])]).toEqual([
      true,
      false,
    ])
  })
})

describe('whatever the moment', () => {
  const options = fc.integer({ min: 1, max: 12 })

  test('working days end on a working day, at the same time by the wall, and never sooner for who asked later', () => {
    const wall = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
    fc.assert(
      fc.property(moments, moments, options, (one, two, days) => {
        const [early, late] = one < two ? [one, two] : [two, one]
        expect(isWorkingDay(wall.format(addWorkingDays(early, days)))).toBe(true)
        expect(addWorkingDays(early, days).getTime()).toBeLessThanOrEqual(addWorkingDays(late, days).getTime())
      }),
    )
  })

  test('what was added can be measured again', () => {
    fc.assert(
      fc.property(moments, options, (from, days) => {
        const hours = workingTimeBetween(from, addWorkingDays(from, days)) / 3_600_000
        expect(Math.abs(hours - days * 24)).toBeLessThanOrEqual(1) // an hour the clocks skip or repeat
      }),
    )
  })

  test('steps come in their order, and a pause never brings one forward', () => {
    const hours = fc.integer({ min: -50, max: 300 })
    fc.assert(
      fc.property(
        moments,
        hours,
        hours,
        fc.constantFrom(defaultClock, inWorkingDays),
        (asked, start, length, settings) => {
          const from = new Date(asked.getTime() + start * 3_600_000)
          const plain = stepsDue(asked, settings, false)
          const paused = stepsDue(asked, settings, false, [{ from, to: new Date(from.getTime() + length * 3_600_000) }])
          expect(paused.map(({ step }) => step)).toEqual(plain.map(({ step }) => step))
          for (const [at, { dueAt }] of paused.entries()) {
            expect(dueAt.getTime()).toBeGreaterThanOrEqual(plain[at]?.dueAt.getTime() ?? 0)
            expect(dueAt.getTime()).toBeGreaterThanOrEqual(paused[at - 1]?.dueAt.getTime() ?? 0)
          }
        },
      ),
    )
  })
})

test('settings in which a step overtakes another are refused', () => {
  expect(clockSettings.safeParse(defaultClock).success).toBe(true)
  expect(clockSettings.safeParse({ ...defaultClock, urgent: { ...workingDays, escalate: 1 } }).success).toBe(false)
  expect(
    clockSettings.safeParse({ ...defaultClock, normal: { ...workingDays, escalate: null, passOn: 1 } }).success,
  ).toBe(false)
})
