/** A week of the calendar: its days, and who is open on each, closures and bank holidays left out. */
import { Temporal } from 'temporal-polyfill'
import { type Hours, isClosedOn, type Span } from './hours.ts'

export type Week = {
  /** Monday first, YYYY-MM-DD. */
  days: string[]
  before: string
  after: string
  /** 1 to 7 where the week is this one. */
  today: number | null
}

/** The week of that day, or of today. */
export function weekOf(day: string | undefined, today: string): Week {
  const at = Temporal.PlainDate.from(day ?? today)
  const monday = at.subtract({ days: at.dayOfWeek - 1 })
  const days = Array.from({ length: 7 }, (_, nth) => monday.add({ days: nth }).toString())
  const nth = days.indexOf(today)
  return {
    days,
    before: monday.subtract({ days: 7 }).toString(),
    after: monday.add({ days: 7 }).toString(),
    today: nth === -1 ? null : nth + 1,
  }
}

/** Per day, Monday first, the spans; null where the hours are not known. */
export function openingsOf(
  { hours }: { hours: Hours },
  { days }: Pick<Week, 'days'>,
): Pick<Span, 'opens' | 'closes'>[][] | null {
  if (hours.spans.length === 0) return null
  return days.map((day, at) => {
    const spans = hours.spans.filter(({ weekday }) => weekday === at + 1)
    return spans.length === 0 || isClosedOn(hours, day, hours.nation) ? [] : spans
  })
}

/** The day in the United Kingdom, YYYY-MM-DD. */
export function dayOf(at: Date): string {
  return days.format(at)
}
const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
