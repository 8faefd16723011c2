/** When an entry is to be confirmed. */
import { expect, test } from 'vitest'
import { askedBefore, confirmBy, overdueBefore } from './confirmation.ts'

test('ORG-4: an entry is overdue three months after it was last confirmed, by the calendar', () => {
  expect(confirmBy(new Date('2026-11-30T12:00:00Z'))).toEqual(new Date('2027-02-28T12:00:00Z'))
  expect(confirmBy(new Date('2026-01-15T09:00:00Z'))).toEqual(new Date('2026-04-15T08:00:00Z'))
  expect(overdueBefore(new Date('2026-05-31T11:00:00Z'))).toEqual(new Date('2026-02-28T12:00:00Z'))
})

test('ORG-4: who has not confirmed is asked again a month later', () => {
  expect(askedBefore(new Date('2026-11-22T10:00:00Z'))).toEqual(new Date('2026-10-22T09:00:00Z'))
})
