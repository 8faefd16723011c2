import { expect, test } from 'vitest'
import { betweenDays, isDay } from './listing.ts'

test('LST-2: days are whole days in the UK, also where the clocks change', () => {
  expect(betweenDays('2026-03-29', '2026-03-29')).toEqual({
    from: new Date('2026-03-29T00:00:00Z'),
    before: new Date('2026-03-29T23:00:00Z'),
  })
  expect(betweenDays(undefined, '2026-10-25')).toEqual({ before: new Date('2026-10-26T00:00:00Z') })
})

test('LST-2: what is no day bounds nothing', () => {
  for (const text of ['', '2026-02-30', '2026-13-01', 'yesterday', '0001-01-01', '2026-1-1'])
    expect([isDay(text), betweenDays(text, text)]).toEqual([false, {}])
})
