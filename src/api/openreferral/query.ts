/** What may be asked of the lists, read and checked once. What is left empty asks nothing; what is unknown is passed over. */
import type { Kysely } from 'kysely'
import type { Page } from '../../db/open-data/find.ts'
import type { OpenFilters } from '../../db/open-data/matching.ts'
import { placeOf } from '../../db/places.ts'
import type { DB } from '../../db/schema.ts'
import { parsePostcode } from '../../domain/postcode.ts'
import { Problem } from '../../domain/problem.ts'
import { z } from '../openapi.ts'
import { dayNumber } from './schedule.ts'

export const mostPerPage = 500
/** Ids and days of change alone: meant to be fetched at one go. */
export const mostMinimal = 10_000
const usual = 50

const number = (least: number, most: number) => z.coerce.number().min(least).max(most)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
const flag = z.enum(['true', 'false', '1', '0', '']).transform(text => text === 'true' || text === '1')
const words = z
  .string()
  .max(200)
  .refine(text => !text.includes('\0'))

export const parameters = {
  search: words,
  page: number(1, 1_000_000).int(),
  per_page: number(1, 1_000_000).int(),
  taxonomy_term_id: z.guid(),
  taxonomy_id: z.guid(),
  organization_id: z.guid(),
  minimum_age: number(0, 200),
  maximum_age: number(0, 200),
  start_time: time,
  end_time: time,
  day: words.transform(dayNumber).refine(day => day !== null),
  modified_after: words
    .transform(text => new Date(text))
    .refine(at => !Number.isNaN(at.getTime()) && at.getTime() > -6e13 && at.getTime() < 1e14),
  postcode: words.refine(text => parsePostcode(text).kind !== 'invalid'),
  proximity: number(0, 3_000_000),
  minimal: flag,
  full: flag,
} as const
const query = z.object(parameters).partial()
export type Asked = z.infer<typeof query>

export function readQuery(url: string): Asked {
  const given = [...new URL(url).searchParams].filter(([, value]) => value !== '')
  const parsed = query.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const field = String(parsed.error.issues[0]?.path[0])
  throw new Problem('invalid', `The value of ${field} cannot be read.`, { field })
}

export function pageOf({ page = 1, per_page = usual, minimal }: Asked): Page {
  return { page, perPage: Math.min(per_page, minimal ? mostMinimal : mostPerPage) }
}

export function filtersOf(asked: Asked): OpenFilters {
  return {
    ...{ search: asked.search, termId: asked.taxonomy_term_id, taxonomyId: asked.taxonomy_id },
    ...{ organisationId: asked.organization_id, modifiedAfter: asked.modified_after },
    ...{ minimumAge: asked.minimum_age, maximumAge: asked.maximum_age },
    ...{ day: asked.day ?? undefined, startTime: asked.start_time, endTime: asked.end_time },
  }
}

/** The centre of a postcode; a distance without one says nothing. */
export async function nearOf(db: Kysely<DB>, { postcode, proximity }: Asked): Promise<OpenFilters['near']> {
  const place = postcode === undefined ? null : await placeOf(db, postcode)
  return place ? { place, metres: proximity ?? null } : undefined
}
