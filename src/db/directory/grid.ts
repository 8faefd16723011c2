/** The network's area as a grid of squares, kept until one of its outlines changes. */
import type { MultiPolygon } from 'geojson'
import { type Kysely, sql } from 'kysely'
import type { Point } from '../../domain/area.ts'
import type { Catchment } from '../../domain/catchment.ts'
import { type District, type Grid, gridOver } from '../../domain/coverage.ts'
import { readOutlines } from '../areas.ts'
import type { Network } from '../networks.ts'
import type { DB } from '../schema.ts'

export type NetworkArea = { code: string; name: string }
export type Land = { areas: NetworkArea[]; outlines: ReadonlyMap<string, MultiPolygon>; grid: Grid }

export async function listNetworkAreas(db: Kysely<DB>, { authorities }: Pick<Network, 'authorities'>) {
  if (authorities.length === 0) return []
  return db.selectFrom('area').select(['code', 'name']).where('code', 'in', authorities).orderBy('name').execute()
}

/** Names, outlines and squares; the outlines are those to draw, coarse ones too. */
export async function readLand(db: Kysely<DB>, network: Pick<Network, 'authorities'>): Promise<Land> {
  const { authorities } = network
  const version = await readVersion(db, authorities)
  const kept = lands.get(version)
  if (kept) return kept
  const [areas, outlines, districts] = await Promise.all([
    listNetworkAreas(db, network),
    readOutlines(db, authorities),
    readDistrictsOf(db, authorities),
  ])
  const drawn = [...outlines].map(([code, outline]) => ({ code, outline }))
  const land = { areas, outlines, grid: gridOver(drawn, districts) }
  if (lands.size >= mostLands) lands.clear()
  lands.set(version, land)
  return land
}

const lands = new Map<string, Land>()
const mostLands = 50

/** A row that was changed has another xmin. */
async function readVersion(db: Kysely<DB>, authorities: readonly string[]): Promise<string> {
  const { rows } = await sql<{ version: string | null }>`
    select string_agg(code || ' ' || xmin, ',' order by code) as version from area where code = any(${authorities}::text[])`.execute(
    db,
  )
  return rows[0]?.version ?? ''
}

async function readDistrictsOf(db: Kysely<DB>, authorities: readonly string[]): Promise<District[]> {
  if (authorities.length === 0) return []
  const rows = await db.selectFrom('outwardCode').selectAll().where('authorityCode', 'in', authorities).execute()
  return rows.map(({ code, latitude, longitude, authorityCode }) => ({
    code,
    point: { lat: latitude, lng: longitude },
    authority: authorityCode,
  }))
}

export async function readAreaNames(db: Kysely<DB>, codes: readonly string[]): Promise<NetworkArea[]> {
  return codes.length === 0 ? [] : db.selectFrom('area').select(['code', 'name']).where('code', 'in', codes).execute()
}

/** The middles of the districts that catchments name and no imported postcode tells of. */
export async function readDistrictPoints(
  db: Kysely<DB>,
  catchments: readonly Catchment[],
  { districts }: { districts: ReadonlyMap<string, unknown> },
): Promise<Map<string, Point>> {
  const named = catchments.flatMap(it => (it.kind === 'districts' ? it.districts : []))
  const missing = [...new Set(named)].filter(code => !districts.has(code))
  if (missing.length === 0) return new Map()
  const rows = await db
    .selectFrom('outwardCode')
    .select(['code', 'latitude', 'longitude'])
    .where('code', 'in', missing)
    .execute()
  return new Map(rows.map(({ code, latitude, longitude }) => [code, { lat: latitude, lng: longitude }]))
}
