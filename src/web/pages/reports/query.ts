/** What is asked of a report, as it stands in the address: ids, codes and days. */
import { z } from 'zod'
import { periods } from '../../../domain/figures.ts'
import { isDay } from '../../../domain/listing.ts'
import type { T } from '../../../words/index.ts'
import { joinDates } from '../../forms/dates.ts'
import type { FormErrors } from '../../ui/context.tsx'

const given = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)
/** What cannot be read is as if it were not there; a day that somebody typed is said to be wrong instead. */
export const reportQuery = z.object({
  of: given(z.union([z.uuid(), z.enum(['received', 'sent', 'all'])])),
  by: given(z.string().max(30)),
  period: given(z.enum(periods)),
  from: given(z.string().max(20)),
  until: given(z.string().max(20)),
  need: given(z.uuid()),
  area: given(z.string().regex(/^[\w-]{1,40}$/)),
  sender: given(z.uuid()),
  recipient: given(z.uuid()),
  urgent: given(z.literal('yes')),
  compare: given(z.enum(['yes', 'no'])),
  /** Of the fixed tables: the quarter, by its first day. */
  quarter: given(z.string().regex(/^\d{4}-(?:01|04|07|10)-01$/)),
})
export type ReportQuery = z.infer<typeof reportQuery>

export function readReportQuery(url: string): ReportQuery {
  const form = new FormData()
  for (const [name, value] of new URL(url).searchParams) form.append(name, value)
  // A link carries the whole day, the form its three boxes.
  const boxed = ['from', 'until'].filter(name => form.has(`${name}-year`))
  const filled = [...joinDates(form, boxed)].filter(([, value]) => value !== '')
  return reportQuery.parse(Object.fromEntries(filled))
}

export function errorsIn(t: T, { period, from, until }: ReportQuery): FormErrors {
  if (period !== 'days') return {}
  return {
    ...((!from || !isDay(from)) && { from: t('reports.notDate') }),
    ...(until && !isDay(until) && { until: t('reports.notDate') }),
  }
}

export function reportHref(path: string, query: ReportQuery, change: Partial<ReportQuery> = {}): string {
  const merged = Object.entries({ ...query, ...change }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const search = new URLSearchParams(merged).toString()
  return search ? `${path}?${search}` : path
}
