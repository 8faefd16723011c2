/** Opening times as a table of days with a morning and an afternoon (ORG-1), typed as people write times. */
import { z } from 'zod'
import type { Span } from './hours.ts'

const blank = { morningOpens: '', morningCloses: '', afternoonOpens: '', afternoonCloses: '' }
type Typed = typeof blank
type Field = keyof Typed
export const weekFields = Object.keys(blank) as Field[]

const typed = z.string().trim().max(20, { error: 'time' }).default('')

/** Each time as HH:MM or empty. A day whose middle is empty is open from its first time to its last. */
export const dayHours = z
  .strictObject({ morningOpens: typed, morningCloses: typed, afternoonOpens: typed, afternoonCloses: typed })
  .transform((day, ctx) => {
    const read = readDay(day)
    for (const field of weekFields)
      if (read[field] === null) ctx.addIssue({ code: 'custom', message: 'time', path: [field] })
    const wrong = halfOf(read)
    if (wrong && weekFields.every(field => read[field] !== null))
      ctx.addIssue({ code: 'custom', message: 'time_pair', path: [wrong] })
    return read as Typed
  })
export type DayHours = Typed

export function spansOf(day: DayHours, weekday: number): Span[] {
  const { morningOpens: a, morningCloses: b, afternoonOpens: c, afternoonCloses: d } = day
  if (a && d && !b && !c) return [{ weekday, opens: a, closes: d }]
  const pairs: [string, string][] = [
    [a, b],
    [c, d],
  ]
  return pairs.filter(([opens]) => opens !== '').map(([opens, closes]) => ({ weekday, opens, closes }))
}

/** The other way round; a third span of a day has no place in this table. */
export function daysOf(spans: readonly Span[]): DayHours[] {
  return [1, 2, 3, 4, 5, 6, 7].map(weekday => dayOf(spans.filter(span => span.weekday === weekday)))
}

function dayOf([first, second]: readonly Span[]): DayHours {
  if (!first) return blank
  const [opens, closes] = [first.opens.slice(0, 5), first.closes.slice(0, 5)]
  if (second)
    return {
      ...{ morningOpens: opens, morningCloses: closes },
      ...{ afternoonOpens: second.opens.slice(0, 5), afternoonCloses: second.closes.slice(0, 5) },
    }
  if (opens >= '12:00') return { ...blank, afternoonOpens: opens, afternoonCloses: closes }
  if (closes > '13:00') return { ...blank, morningOpens: opens, afternoonCloses: closes }
  return { ...blank, morningOpens: opens, morningCloses: closes }
}

/** "9", "9am", "9.30", "1330": null for what is no time. Without am or pm the column says which is meant. */
function readDay(day: Typed): Record<Field, string | null> {
  return {
    morningOpens: readTime(day.morningOpens, 0),
    morningCloses: readTime(day.morningCloses, 7),
    afternoonOpens: readTime(day.afternoonOpens, 12),
    afternoonCloses: readTime(day.afternoonCloses, 12),
  }
}

function readTime(text: string, pmBelow: number): string | null {
  if (text === '') return ''
  const parts = /^(\d{1,2})(?:[.:]?(\d{2}))?\s*(am|pm|noon)?$/i.exec(text)
  if (!parts) return null
  const [hour, minute, half] = [Number(parts[1]), Number(parts[2] ?? 0), parts[3]?.toLowerCase()]
  if (hour > 23 || minute > 59 || (half && (hour > 12 || hour === 0))) return null
  return `${String(hourOf(hour, half, pmBelow)).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function hourOf(hour: number, half: string | undefined, pmBelow: number): number {
  if (half === 'noon') return 12
  if (half) return (hour % 12) + (half === 'pm' ? 12 : 0)
  return hour > 0 && hour < pmBelow ? hour + 12 : hour
}

/** The field of a pair that lacks its other, or ends before it begins. */
function halfOf(day: Record<Field, string | null>): Field | null {
  const { morningOpens: a, morningCloses: b, afternoonOpens: c, afternoonCloses: d } = day
  if (a && d && !b && !c) return a < d ? null : 'afternoonCloses'
  if (Boolean(a) !== Boolean(b)) return a ? 'morningCloses' : 'morningOpens'
  if (Boolean(c) !== Boolean(d)) return c ? 'afternoonCloses' : 'afternoonOpens'
  if (a && b && a >= b) return 'morningCloses'
  if (c && d && c >= d) return 'afternoonCloses'
  return b && c && c < b ? 'afternoonOpens' : null
}
