/** What is known of the areas that catchments name, to give them as GeoJSON. */
import type { Kysely } from 'kysely'
import type { Catchment } from '../../domain/catchment.ts'
import type { Atlas } from '../../domain/outline.ts'
import { readAtlas } from '../atlas.ts'
import type { DB } from '../schema.ts'
import { readDistrictPoints } from './grid.ts'

/** Where postcodes are not imported a district is a spot of about its size. */
const usualMetres = 1400

export async function readShapes(
  db: Kysely<DB>,
  networkId: string,
  catchments: readonly Catchment[],
): Promise<Omit<Atlas, 'venue'>> {
  const atlas = await readAtlas(db, networkId, catchments)
  const points = await readDistrictPoints(db, catchments, atlas)
  const spots = [...points].map(([code, point]) => [code, { point, metres: usualMetres, reach: usualMetres }] as const)
  return { ...atlas, districts: new Map([...atlas.districts, ...spots]) }
}
