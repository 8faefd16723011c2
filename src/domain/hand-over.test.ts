/** RES-17: the days of cover, and what falls due. */
import { expect, test } from 'vitest'
import { dayErrors, daysOf, dueOf, handOverForm } from './hand-over.ts'
import { dayOf } from './week.ts'

const today = '2026-03-02'

test('RES-17: for good is at once, whatever days were typed', () => {
  expect(daysOf({ span: 'good', from: '2026-04-01', until: '2026-04-02' }, today)).toEqual({ from: today, until: null })
  expect(dayErrors({ from: today, until: null }, today)).toEqual([])
})

test.each([
  ['', '', ['from required', 'until required']],
  ['2026-03-01', '2026-03-09', ['from past']],
  ['2026-03-09', '2026-03-08', ['until before']],
  ['2026-03-09', '2027-03-04', ['until too_long']],
  ['2026-03-02', '2026-03-02', []],
])('RES-17: cover from "%s" until "%s" is told %j', (from, until, expected) => {
  expect(dayErrors({ from, until }, today).map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
})

test.each([
  ['2026-03-02', '2026-03-04', false, 'begin'],
  ['2026-03-03', '2026-03-04', false, null],
  ['2026-03-01', '2026-03-02', true, null],
  ['2026-02-01', '2026-03-01', true, 'end'],
  ['2026-02-01', '2026-03-01', false, 'end'],
])('RES-17: from %s until %s, begun %s: %s', (fromDay, untilDay, begun, due) => {
  expect(dueOf({ fromDay, untilDay, begun }, today)).toBe(due)
})

test('RES-17: a day begins at midnight in the United Kingdom, in summer an hour before that of UTC', () => {
  expect(dayOf(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
  expect(dayOf(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31')
})

test('RES-17: a day that does not exist, and nobody, are refused', () => {
  const { error } = handOverForm.safeParse({ to: '', span: 'cover', from: '2026-02-30', until: '' })
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['to', 'from'])
})
