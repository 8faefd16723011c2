/** The one filter that the views of all organisations share, as it stands in the address: ids, codes and words about organisations. */
import { z } from 'zod'
import type { TableFormat } from '../../../files/table.ts'
import { paths } from '../../paths.ts'

export const views = ['list', 'map', 'capacity', 'calendar', 'coverage'] as const
export type ViewName = (typeof views)[number]
/** The map's rows are the list's. */
export const fileViews = ['list', 'capacity', 'calendar', 'coverage'] as const
export type FileView = (typeof fileViews)[number]

const given = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)
/** What cannot be read is as if it were not there. */
const schema = z.object({
  network: given(z.uuid()),
  category: given(z.uuid()),
  area: given(z.string().regex(/^[\w-]{1,40}$/)),
  words: given(z.string().trim().min(1).max(100)),
  page: given(z.coerce.number().int().min(2).max(10_000)),
  /** The map: circles round the venues; the organisation shown. */
  as: given(z.literal('circles')),
  on: given(z.uuid()),
  /** The calendar: the Monday, and the day shown on a phone. */
  week: given(z.iso.date()),
  day: given(z.coerce.number().int().min(1).max(7)),
})
export type DirectoryQuery = z.infer<typeof schema>

export function readDirectoryQuery(url: string): DirectoryQuery {
  return schema.parse(Object.fromEntries(new URL(url).searchParams))
}

const shared = ['network', 'category', 'area', 'words'] as const

/** Another view keeps what is shared and drops what is its own. */
export function viewHref(view: ViewName, query: DirectoryQuery): string {
  return href(paths.organisations(view), Object.fromEntries(shared.map(name => [name, query[name]])))
}

/** The same view with a change; a change of the filter starts at its first page. */
export function hrefWith(view: ViewName, query: DirectoryQuery, change: DirectoryQuery): string {
  return href(paths.organisations(view), { ...query, page: undefined, ...change })
}

/** As a file, with the filter, and of the calendar its week. */
export function fileHref(view: FileView, format: TableFormat, query: DirectoryQuery): string {
  const kept = [...shared, 'week' as const].map(name => [name, query[name]])
  return href(paths.organisationsFile(view, format), Object.fromEntries(kept))
}

export function isFiltered({ category, area, words }: DirectoryQuery): boolean {
  return Boolean(category || area || words)
}

function href(path: string, values: Record<string, string | number | undefined>): string {
  const kept = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const search = new URLSearchParams(kept).toString()
  return search ? `${path}?${search}` : path
}
