/** The outlines that catchments name, for drawing them. */
import type { Kysely } from 'kysely'
import type { Catchment } from '../domain/catchment.ts'
import type { Atlas } from '../domain/outline.ts'
import { readDistricts, readOutlines } from './areas.ts'
import type { DB } from './schema.ts'

/** Coarse, approximate outlines too: a map shows them, a search is never narrowed by them. */
export async function readAtlas(
  db: Kysely<DB>,
  networkId: string,
  catchments: readonly Catchment[],
): Promise<Omit<Atlas, 'venue'>> {
  const areas = await db.selectFrom('networkArea').select('areaCode').where('networkId', '=', networkId).execute()
  const networkAuthorities = areas.map(({ areaCode }) => areaCode)
  const named = catchments.flatMap(catchment => (catchment.kind === 'authorities' ? catchment.authorities : []))
  const districts = catchments.flatMap(catchment => (catchment.kind === 'districts' ? catchment.districts : []))
  return {
    networkAuthorities,
    authorities: await readOutlines(db, [...new Set([...networkAuthorities, ...named])]),
    districts: await readDistricts(db, [...new Set(districts)]),
  }
}
