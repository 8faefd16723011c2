/** The hours of a week as a form has them: a box to tick for each day, pairs of times under it, rows of closed dates. */
import type { KeptService } from '../../../db/services/kept.ts'
import { hoursSection, type SectionValues } from '../../../domain/service-sections.ts'
import type { FieldError } from '../../forms.ts'

export type Times = { opens: string; closes: string }
export type Day = { weekday: number; open: boolean; times: Times[] }
export type ClosedDates = { firstDay: string; lastDay: string; reason: string }
export type Week = { days: Day[]; closures: ClosedDates[]; closedOnBankHolidays: boolean }

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const fieldOf = (weekday: number, at: number, part: keyof Times) => `day${weekday}.${at}.${part}`
export const closureField = (at: number, part: keyof ClosedDates) => `closure.${at}.${part}`

const mostSpans = 10
const mostClosures = 50
const nothing: Times = { opens: '', closes: '' }

export function weekOf({ spans, closures, closedOnBankHolidays }: KeptService): Week {
  const days = weekdays.map(weekday => {
    const times = spans
      .filter(span => span.weekday === weekday)
      .map(({ opens, closes }) => ({ opens, closes: closes === '24:00' ? '00:00' : closes }))
    return { weekday, open: times.length > 0, times }
  })
  return { days, closures: closures.map(closure => ({ ...closure })), closedOnBankHolidays }
}

/** What was posted, whatever it is. */
export function readWeek(form: FormData): Week {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const chosen = form.getAll('days').map(Number)
  const days = weekdays.map(weekday => ({
    weekday,
    open: chosen.includes(weekday),
    times: listOf(mostSpans, at => ({
      opens: text(fieldOf(weekday, at, 'opens')),
      closes: text(fieldOf(weekday, at, 'closes')),
    })).filter(({ opens, closes }) => opens !== '' || closes !== ''),
  }))
  const closures = listOf(mostClosures, at => ({
    firstDay: text(closureField(at, 'firstDay')),
    lastDay: text(closureField(at, 'lastDay')),
    reason: text(closureField(at, 'reason')),
  })).filter(({ firstDay, lastDay, reason }) => firstDay !== '' || lastDay !== '' || reason !== '')
  return { days, closures, closedOnBankHolidays: text('closedOnBankHolidays') === 'yes' }
}

/** One day's times on all other days that are chosen, or on the weekdays where none is. */
export function copyDay(week: Week, from: number): Week {
  const source = week.days.find(({ weekday }) => weekday === from)
  const others = week.days.filter(({ weekday, open }) => weekday !== from && open)
  const targets = others.length > 0 ? others.map(({ weekday }) => weekday) : [1, 2, 3, 4, 5]
  const days = week.days.map(day =>
    targets.includes(day.weekday) && source
      ? { ...day, open: true, times: source.times.map(times => ({ ...times })) }
      : day,
  )
  return { ...week, days }
}

/** Room for one more span on that day. */
export function addTimes(week: Week, to: number): Week {
  const days = week.days.map(day =>
    day.weekday === to
      ? { ...day, open: true, times: [...(day.times.length === 0 ? [nothing] : day.times), nothing] }
      : day,
  )
  return { ...week, days }
}

export type Checked = { values: SectionValues['hours'] } | { errors: FieldError[] }

/** Every fault at its own input. */
export function checkWeek(week: Week): Checked {
  const chosen = week.days.filter(({ open }) => open)
  const empty = chosen.filter(({ times }) => times.length === 0)
  const spans = chosen.flatMap(({ weekday, times }) => times.map((one, at) => ({ weekday, at, ...one })))
  const read = hoursSection.safeParse({
    spans: spans.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
    closures: week.closures.map(one => ({ ...one, lastDay: one.lastDay || one.firstDay })),
    closedOnBankHolidays: week.closedOnBankHolidays,
  })
  const missing = empty.map(({ weekday }) => ({ field: fieldOf(weekday, 0, 'opens'), code: 'required' }))
  if (read.success) return missing.length > 0 ? { errors: missing } : { values: read.data }
  const found = read.error.issues.map(({ path: [list, index = 0, part], message }) => {
    const span = spans[Number(index)]
    const field =
      list === 'spans' && span
        ? fieldOf(span.weekday, span.at, part === 'closes' ? 'closes' : 'opens')
        : closureField(Number(index), part === 'lastDay' ? 'lastDay' : 'firstDay')
    return { field, code: message }
  })
  return { errors: [...missing, ...found] }
}

function listOf<A>(most: number, make: (at: number) => A): A[] {
  return Array.from({ length: most }, (_, at) => make(at))
}
