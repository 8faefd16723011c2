/** A week of mornings and afternoons. */
import { expect, test } from 'vitest'
import { dayHours, daysOf, spansOf } from './week-hours.ts'

const day = (morningOpens = '', morningCloses = '', afternoonOpens = '', afternoonCloses = '') => ({
  ...{ morningOpens, morningCloses, afternoonOpens, afternoonCloses },
})
const spans = (...typed: string[]) => spansOf(dayHours.parse(day(...typed)), 2).map(it => `${it.opens}–${it.closes}`)

test('ORG-1: times are read as people write them, and the column says morning or afternoon', () => {
  expect(spans('9', '12.30', '1', '5')).toEqual(['09:00–12:30', '13:00–17:00'])
  expect(spans('9am', '12noon', '', '')).toEqual(['09:00–12:00'])
  expect(spans('', '', '1330', '4:15pm')).toEqual(['13:30–16:15'])
})

test('ORG-1: a day whose middle is empty is open over midday', () => {
  expect(spans('10:00', '', '', '16:00')).toEqual(['10:00–16:00'])
})

test('ORG-1: half a pair, an end before its beginning and what is no time are refused at their field', () => {
  const fieldOf = (...typed: string[]) => dayHours.safeParse(day(...typed)).error?.issues[0]?.path[0]
  expect(fieldOf('9', '', '', '')).toBe('morningCloses')
  expect(fieldOf('', '', '5', '2')).toBe('afternoonCloses')
  expect(fieldOf('early', '12', '', '')).toBe('morningOpens')
  expect(fieldOf('9', '2pm', '1', '5')).toBe('afternoonOpens')
})

test('ORG-1: what was saved comes back into the same columns', () => {
  const typed = [day('09:00', '12:30', '13:00', '17:00'), day('10:00', '', '', '16:00'), day('', '', '14:00', '18:00')]
  const week = typed.flatMap((one, at) => spansOf(one, at + 1))
  expect(daysOf(week).slice(0, 3)).toEqual(typed)
  expect(daysOf(week)[6]).toEqual(day())
})
