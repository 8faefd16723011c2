/** The clock of retention, at its edges. */
import { describe, expect, test } from 'vitest'
import { addMonths, dueBefore, fateOf, mayErase, retentionSettings } from './retention.ts'

const at = (text: string) => new Date(text)
const closed = { endedAt: at('2026-01-31T10:00:00Z'), anonymisedAt: null, months: 1, held: false }

describe('PRIV-1: the clock of a closed referral', () => {
  test('runs from its closing, by the calendar: the end of a short month stands for the day it lacks', () => {
    expect(addMonths(at('2026-01-31T10:00:00Z'), 1)).toEqual(at('2026-02-28T10:00:00Z'))
    expect(addMonths(at('2024-02-29T10:00:00Z'), 12)).toEqual(at('2025-02-28T10:00:00Z'))
  })

  test('counts the days that are left, and none once it is due', () => {
    expect(fateOf(closed, at('2026-02-26T11:00:00Z'))).toMatchObject({ kind: 'counting', daysLeft: 2 })
    expect(fateOf(closed, at('2026-03-26T11:00:00Z'))).toMatchObject({ kind: 'counting', daysLeft: 0 })
  })

  test('does not run while it is open, stands still under a hold, and is over when it is anonymised', () => {
    expect(fateOf({ ...closed, endedAt: null }, at('2030-01-01T00:00:00Z'))).toEqual({ kind: 'open' })
    expect(fateOf({ ...closed, held: true }, at('2030-01-01T00:00:00Z')).kind).toBe('held')
    const anonymisedAt = at('2026-03-01T02:00:00Z')
    expect(fateOf({ ...closed, anonymisedAt }, at('2026-03-02T00:00:00Z'))).toEqual({
      kind: 'anonymised',
      at: anonymisedAt,
    })
  })
})

test('PRIV-1: what is due goes at night; by day only what a night has missed', () => {
  expect(dueBefore(at('2026-01-10T03:00:00Z'))).toEqual(at('2026-01-10T03:00:00Z'))
  expect(dueBefore(at('2026-01-10T12:00:00Z'))).toEqual(at('2026-01-09T00:00:00Z'))
  expect(dueBefore(at('2026-07-10T00:30:00Z'))).toEqual(at('2026-07-10T00:30:00Z'))
})

test('PRIV-2: only what has ended may be erased', () => {
  expect(mayErase({ endedAt: null, anonymisedAt: null })).toBe(false)
  expect(mayErase(closed)).toBe(true)
})

test('PRIV-1: a network keeps closed referrals for 1 to 120 whole months', () => {
  for (const wrong of ['0', '121', '1.5', 'a year', ''])
    expect(retentionSettings.safeParse({ retentionMonths: wrong }).success, wrong).toBe(false)
  expect(retentionSettings.parse({ retentionMonths: '18' })).toEqual({ retentionMonths: 18 })
})
