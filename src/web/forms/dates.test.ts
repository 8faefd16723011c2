import { expect, test } from 'vitest'
import { joinDates, splitDate } from './dates.ts'

const boxes = (day: string, month: string, year: string) => {
  const form = new FormData()
  for (const [part, typed] of Object.entries({ day, month, year })) form.set(`born-${part}`, typed)
  return form
}

test('FORM-1: a date of birth is one answer, and a part of it is an answer too', () => {
  expect([...joinDates(boxes('4', ' 6', '1992'), ['born'])]).toEqual([['born', '1992-06-04']])
  expect(joinDates(boxes('', '', '1992'), ['born']).get('born')).toBe('1992')
  expect(joinDates(boxes('', '', ''), ['born']).get('born')).toBe('')
})

test('what was typed comes back to its box, also where the date was refused', () => {
  expect(splitDate(joinDates(boxes('4', '6', ''), ['born']).get('born'))).toEqual({ day: '4', month: '6', year: '' })
  expect(splitDate(joinDates(boxes('31', 'June', '1992'), ['born']).get('born'))).toMatchObject({ month: 'June' })
  expect(splitDate(undefined)).toEqual({ day: '', month: '', year: '' })
})
