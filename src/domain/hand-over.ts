/** RES-17: handing over to a colleague, for good or for the days that somebody is away. Days are those of the United Kingdom. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isDay } from './listing.ts'

/** How long cover may be asked for, and how far ahead, in days. */
export const longestCover = 366

export const spans = ['cover', 'good'] as const
const day = z.union([z.literal(''), z.string().refine(isDay, { error: 'date' })]).default('')

/** `to`: a colleague's user. `from` and `until`, both included, are asked for cover alone. */
export const handOverForm = z.strictObject({
  to: z.union([z.literal(''), z.uuid()]).refine(to => to !== '', { error: 'choose' }),
  span: z.enum(spans, { error: 'choose' }),
  from: day,
  until: day,
})
export type HandOverForm = z.infer<typeof handOverForm>

/** `until` null: for good. */
export type Days = { from: string; until: string | null }
export type DayError = { field: 'from' | 'until'; code: 'required' | 'past' | 'before' | 'too_long' }

/** For good it is at once. */
export function daysOf({ span, from, until }: Pick<HandOverForm, 'span' | 'from' | 'until'>, today: string): Days {
  return span === 'good' ? { from: today, until: null } : { from, until }
}

export function dayErrors({ from, until }: Days, today: string): DayError[] {
  if (until === null) return []
  const latest = Temporal.PlainDate.from(today).add({ days: longestCover }).toString()
  const errors: (DayError | false)[] = [
    from === '' && { field: 'from', code: 'required' },
    from !== '' && from < today && { field: 'from', code: 'past' },
    until === '' && { field: 'until', code: 'required' },
    until !== '' && until < (from || today) && { field: 'until', code: 'before' },
    until > latest && { field: 'until', code: 'too_long' },
  ]
  return errors.filter(error => error !== false)
}

/** What is to happen to one that is not over. */
export function dueOf(
  { fromDay, untilDay, begun }: { fromDay: string; untilDay: string | null; begun: boolean },
  today: string,
): 'begin' | 'end' | null {
  if (untilDay !== null && untilDay < today) return 'end'
  return !begun && fromDay <= today ? 'begin' : null
}
