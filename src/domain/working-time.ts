/** Working days by London's clock: weekends and bank holidays stand still, and a day is a day over a daylight-saving night. */
import { Temporal } from 'temporal-polyfill'
import { isBankHoliday, type Nation } from './bank-holidays.ts'

/** The moment after `days` working days, at the same time of day; begun on a day off, they count from the next working morning. */
export function addWorkingDays(from: Date, days: number, nation: Nation = 'england'): Date {
  return addWorkingTime(from, days * dayLength, nation)
}

/** `amount` in milliseconds, 24 hours to the working day. */
export function addWorkingTime(from: Date, amount: number, nation: Nation = 'england'): Date {
  const { date, sinceMidnight } = firstWorking(from, nation)
  const total = sinceMidnight + amount
  return momentOf(forward(date, Math.floor(total / dayLength), nation), total % dayLength)
}

/** The working time from one moment to a later one, in milliseconds. */
export function workingTimeBetween(from: Date, to: Date, nation: Nation = 'england'): number {
  const [start, end] = [firstWorking(from, nation), firstWorking(to, nation)]
  const whole = countWorkingDays(start.date, end.date, nation) * dayLength
  return Math.max(0, whole + end.sinceMidnight - start.sinceMidnight)
}

/** `date` is YYYY-MM-DD. */
export function isWorkingDay(date: string, nation: Nation = 'england'): boolean {
  return isWorking(Temporal.PlainDate.from(date), nation)
}

type Moment = { date: Temporal.PlainDate; sinceMidnight: number }

const london = 'Europe/London'
const dayLength = 24 * 60 * 60 * 1000

function firstWorking(at: Date, nation: Nation): Moment {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(london).toPlainDateTime()
  const date = local.toPlainDate()
  if (!isWorking(date, nation)) return { date: forward(date, 0, nation), sinceMidnight: 0 }
  return { date, sinceMidnight: date.toPlainDateTime('00:00').until(local).total('milliseconds') }
}

function forward(date: Temporal.PlainDate, days: number, nation: Nation): Temporal.PlainDate {
  let [at, left] = [date, days]
  while (left > 0 || !isWorking(at, nation)) {
    at = at.add({ days: 1 })
    if (isWorking(at, nation)) left -= 1
  }
  return at
}

function countWorkingDays(from: Temporal.PlainDate, to: Temporal.PlainDate, nation: Nation): number {
  let count = 0
  for (let at = from; Temporal.PlainDate.compare(at, to) < 0; at = at.add({ days: 1 }))
    if (isWorking(at, nation)) count += 1
  return count
}

function isWorking(date: Temporal.PlainDate, nation: Nation): boolean {
  return date.dayOfWeek <= 5 && !isBankHoliday(date.toString(), nation)
}

function momentOf(date: Temporal.PlainDate, sinceMidnight: number): Date {
  const local = date.toPlainDateTime('00:00').add({ milliseconds: sinceMidnight })
  return new Date(local.toZonedDateTime(london).epochMilliseconds)
}
