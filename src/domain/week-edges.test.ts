/** When what opening hours say of now changes. */
import { expect, test } from 'vitest'
import { openingHours } from './hours.ts'
import { wallClock } from './wall-clock.ts'
import { edgesOf, stretchAt } from './week-edges.ts'

const hours = openingHours([
  { weekday: 1, opens: '09:00', closes: '12:30' },
  { weekday: 2, opens: '22:00', closes: '02:00' },
])
const at = (moment: string) => stretchAt(edgesOf([hours]), wallClock(new Date(moment)))

test('PUB-2 a stretch lasts from one opening or closing to the next, by London’s clock', () => {
  expect(at('2026-06-01T08:00:00Z')).toBe('2026-06-01 540') // nine in the morning in summer
  expect(at('2026-06-01T11:29:00Z')).toBe(at('2026-06-01T08:00:00Z'))
  expect(at('2026-06-01T11:30:00Z')).toBe('2026-06-01 750')
  expect(at('2026-06-01T07:59:00Z')).toBe('2026-06-01 0')
})

test('PUB-2 what is open past midnight closes on the next day', () => {
  expect(at('2026-06-03T00:59:00Z')).toBe('2026-06-03 0')
  expect(at('2026-06-03T01:00:00Z')).toBe('2026-06-03 120')
})
