/** The place of a postcode as somebody typed it; null where nothing was typed or nothing can be known. */
import type { Kysely } from 'kysely'
import type { Place } from '../domain/area.ts'
import { parsePostcode } from '../domain/postcode.ts'
import { findPlace } from './postcodes.ts'
import type { DB } from './schema.ts'

export async function placeOf(db: Kysely<DB>, typed: string): Promise<Place | null> {
  if (typed.trim() === '') return null
  const parsed = parsePostcode(typed)
  return parsed.kind === 'invalid' ? null : findPlace(db, parsed)
}
