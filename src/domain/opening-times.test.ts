import { expect, test } from 'vitest'
import { parseOpeningTimes } from './opening-times.ts'

const read = (text: string) =>
  parseOpeningTimes(text)
    ?.map(({ weekday, opens, closes }) => `${weekday} ${opens}-${closes}`)
    .join(', ') ?? null

test.each([
  ['Monday 10am - 4pm', '1 10:00-16:00'],
  ['Wednesday 9:30am - 12noon', '3 09:30-12:00'],
  ['Tuesday - Thursday 12noon - 2pm', '2 12:00-14:00, 3 12:00-14:00, 4 12:00-14:00'],
  ['Mon & Fri 10am - 2pm, Wed 11am – 3.30pm.', '1 10:00-14:00, 5 10:00-14:00, 3 11:00-15:30'],
  ['Tuesdays and Thursdays 9.30am to 12.30pm', '2 09:30-12:30, 4 09:30-12:30'],
  ['Thursday 12 - 2pm', '4 12:00-14:00'],
  ['Thursday 11 - 2pm', '4 11:00-14:00'],
  ['Tuesday 12.30 - 2.30pm', '2 12:30-14:30'],
  ['Friday 10 - 11.30am', '5 10:00-11:30'],
  ['Wednesday 10 - 12', '3 10:00-12:00'],
  ['Sat 9 - 4', '6 09:00-16:00'],
  ['Tuesday 3 - 5', '2 15:00-17:00'],
  ['Wednesday 7 - 9pm Saturday 12 - 3pm', '3 19:00-21:00, 6 12:00-15:00'],
  ['Weekends 18:00-24:00', '6 18:00-24:00, 7 18:00-24:00'],
  ['Fri - Mon 9am-5pm', '5 09:00-17:00, 6 09:00-17:00, 7 09:00-17:00, 1 09:00-17:00'],
  ['Tues 12noon - 1pm. Fri 2pm - 3pm', '2 12:00-13:00, 5 14:00-15:00'],
  ['Monday 9am - 12pm and 1pm - 5pm', '1 09:00-12:00, 1 13:00-17:00'],
])('API-4: %j is plain enough to be read as hours', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  '',
  'By appointment',
  'Not known',
  'Friday from 6pm',
  'First Saturday of month 10am - 12',
  'Monday - Friday 10am - 4pm except Thursday',
  'Monday 4pm - 10am',
  'Wednesday 7.30pm',
  '10am - 4pm',
  'Monday 2=3pm',
])('%j stays as it was written', text => {
  expect(read(text)).toBeNull()
})
