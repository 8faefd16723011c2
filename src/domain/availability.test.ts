import { expect, test } from 'vitest'
import { availabilityOf, takesReferrals } from './availability.ts'

const usual = {
  ...{ open: true, status: 'active' as const, pausedUntil: null, capacity: 10, cases: 2, waiting: 1 },
  ...{ member: true, described: true },
}
const code = (change: Partial<Parameters<typeof availabilityOf>[0]>) =>
  availabilityOf({ ...usual, ...change }, '2026-11-23').code

test('DIR-2: a service says plainly whether it takes referrals, and why not', () => {
  expect(code({})).toBe('open')
  expect(code({ capacity: 3 })).toBe('full')
  expect(code({ capacity: null, cases: 90 })).toBe('open')
  expect(code({ open: false, status: 'paused' })).toBe('paused')
  expect(code({ open: false, capacity: 0 })).toBe('no_places')
  expect(code({ open: false, member: false })).toBe('suspended')
  expect(code({ open: false, described: false })).toBe('unfinished')
  expect(code({ open: false })).toBe('not_agreed')
})

test('SVC-4: a full service can still be asked, a paused one says until when', () => {
  expect(takesReferrals({ code: 'full' })).toBe(true)
  expect(takesReferrals({ code: 'no_places' })).toBe(false)
  expect(availabilityOf({ ...usual, open: false, pausedUntil: '2026-12-01' }, '2026-11-23')).toEqual({
    code: 'paused',
    until: '2026-12-01',
  })
  expect(code({ open: false, pausedUntil: '2026-11-01' })).toBe('not_agreed')
})
