/** The outlines that catchments name. Coarse, approximate ones are for maps; a search is never narrowed by them. */
import type { MultiPolygon, Polygon } from 'geojson'
import type { Kysely } from 'kysely'
import type { Catchment } from '../domain/catchment.ts'
import type { Atlas, District } from '../domain/outline.ts'
import type { DB } from './schema.ts'

type Known = Omit<Atlas, 'venue'>

/** `toDraw`: approximate outlines too. */
export async function readAtlas(
  db: Kysely<DB>,
  networkId: string,
  catchments: readonly Catchment[],
  toDraw = false,
): Promise<Known> {
  const areas = await db.selectFrom('networkArea').select('areaCode').where('networkId', '=', networkId).execute()
  const networkAuthorities = areas.map(({ areaCode }) => areaCode)
  const named = catchments.flatMap(catchment => (catchment.kind === 'authorities' ? catchment.authorities : []))
  const districts = catchments.flatMap(catchment => (catchment.kind === 'districts' ? catchment.districts : []))
  return {
    networkAuthorities,
    authorities: await readOutlines(db, [...networkAuthorities, ...named], toDraw),
    districts: toDraw ? await readDistricts(db, districts) : new Map(),
  }
}

export async function readOutlines(
  db: Kysely<DB>,
  codes: readonly string[],
  toDraw = true,
): Promise<Map<string, MultiPolygon>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('area')
    .select(['code', 'geometry'])
    .where('code', 'in', [...new Set(codes)])
    .where('geometry', 'is not', null)
    .$if(!toDraw, query => query.where('approximate', '=', false))
    .execute()
  return new Map(
    rows.map(({ code, geometry }) => [code, asMultiPolygon(geometry as unknown as Polygon | MultiPolygon)]),
  )
}

async function readDistricts(db: Kysely<DB>, codes: readonly string[]): Promise<Map<string, District>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('outwardCode')
    .selectAll()
    .where('code', 'in', [...new Set(codes)])
    .execute()
  return new Map(
    rows.map(row => [row.code, { point: { lat: row.latitude, lng: row.longitude }, metres: 1800, reach: 6000 }]),
  )
}

function asMultiPolygon(geometry: Polygon | MultiPolygon): MultiPolygon {
  return geometry.type === 'MultiPolygon' ? geometry : { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
}
