/** Areas with outlines: storing them, and what the shape or the box of a catchment needs to know. */
import type { MultiPolygon } from 'geojson'
import { type Kysely, sql, type Transaction } from 'kysely'
import { type BoundingBox, distanceMetres, type Point } from '../domain/area.ts'
import { boxOf, type District, rectangle } from '../domain/outline.ts'
import type { DB, Json } from './schema.ts'

export type Area = { code: string; name: string; nation: string | null; geometry: MultiPolygon }

/** An area that is known already takes the new outline. Returns how many were new or changed. */
export async function saveAreas(trx: Transaction<DB>, areas: readonly Area[], edition: string): Promise<number> {
  const rows = areas.map(({ geometry, ...area }) => ({
    ...area,
    geometry: JSON.stringify(geometry),
    bbox: boxLiteral(boxOf(geometry)),
  }))
  let changed = 0
  for (const row of rows) {
    const { numAffectedRows } = await sql`
      insert into area as it (code, name, kind, nation, geometry, bbox, approximate, edition)
      values (${row.code}, ${row.name}, 'authority', ${row.nation}, ${row.geometry}::jsonb, ${row.bbox}::box, false, ${edition})
      on conflict (code) do update set name = excluded.name, nation = coalesce(excluded.nation, it.nation),
        kind = excluded.kind, geometry = excluded.geometry, bbox = excluded.bbox, approximate = false, edition = excluded.edition
      where (it.name, it.geometry, it.approximate) is distinct from (excluded.name, excluded.geometry, false)`.execute(
      trx,
    )
    changed += Number(numAffectedRows ?? 0)
  }
  return changed
}

/** Names and codes, by name: every authority, and what these networks drew themselves. */
export async function listAreas(db: Kysely<DB>, networkIds: readonly string[]) {
  const { rows } = await sql<{ code: string; name: string; nation: string | null; approximate: boolean }>`
    select code, name, nation, approximate from area
    where network_id is null or network_id = any(${networkIds}::uuid[]) order by name`.execute(db)
  return rows
}

export async function listNetworkAuthorities(db: Kysely<DB>, networkId: string): Promise<string[]> {
  const rows = await db.selectFrom('networkArea').select('areaCode').where('networkId', '=', networkId).execute()
  return rows.map(({ areaCode }) => areaCode)
}

/** Where postcode districts are, by code. */
export async function readMiddles(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<Map<string, { lat: number; lng: number }>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('outwardCode')
    .select(['code', 'latitude as lat', 'longitude as lng'])
    .where('code', 'in', [...codes])
    .execute()
  return new Map(rows.map(({ code, lat, lng }) => [code, { lat, lng }]))
}

/** Outlines to draw, by code; areas without one are left out. */
export async function readOutlines(db: Kysely<DB>, codes: readonly string[]): Promise<Map<string, MultiPolygon>> {
  if (codes.length === 0) return new Map()
  const rows = await db.selectFrom('area').select(['code', 'geometry']).where('code', 'in', codes).execute()
  return new Map(rows.flatMap(({ code, geometry }) => (geometry ? [[code, asMultiPolygon(geometry)] as const] : [])))
}

/** The boxes of areas, as rectangles that stand for their outlines: enough to find a catchment's own box. */
export async function readBoxes(db: Kysely<DB>, codes: readonly string[]): Promise<Map<string, MultiPolygon>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; east: number; north: number; west: number; south: number }>`
    select code, (bbox[0])[0] as east, (bbox[0])[1] as north, (bbox[1])[0] as west, (bbox[1])[1] as south
    from area where bbox is not null and not approximate and code = any(${codes}::text[])`.execute(db)
  return new Map(rows.map(({ code, west, south, east, north }) => [code, rectangle([west, south, east, north])]))
}

/** Districts by outward code, sub-districts too (W1 brings W1T), from the postcodes that lie in them. */
export async function readDistricts(db: Kysely<DB>, outwards: readonly string[]): Promise<Map<string, District>> {
  if (outwards.length === 0) return new Map()
  const { rows } = await sql<Extent & { code: string }>`
    select left(p.code, -3) as code, avg(p.latitude) as lat, avg(p.longitude) as lng,
      min(p.longitude) as west, min(p.latitude) as south, max(p.longitude) as east, max(p.latitude) as north,
      stddev_pop(p.latitude) as spread
    from unnest(${outwards}::text[]) as wanted (code) join postcode p
      on p.code >= wanted.code and p.code < wanted.code || 'a' and p.latitude is not null
      and (left(p.code, -3) = wanted.code or left(p.code, -3) ~ ('^' || wanted.code || '[A-Z]$'))
    group by 1`.execute(db)
  return new Map(rows.map(row => [row.code, districtOf(row)]))
}

export function boxLiteral([west, south, east, north]: BoundingBox): string {
  return `((${east},${north}),(${west},${south}))`
}

type Extent = { lat: number; lng: number; west: number; south: number; east: number; north: number; spread: number }

/** Drawn as the circle of twice the usual distance from the middle; it reaches as far as its farthest corner. */
function districtOf({ lat, lng, west, south, east, north, spread }: Extent): District {
  const point = { lat, lng }
  const corners: Point[] = [
    { lat: south, lng: west },
    { lat: north, lng: east },
    { lat: south, lng: east },
    { lat: north, lng: west },
  ]
  const reach = Math.max(...corners.map(corner => distanceMetres(point, corner)))
  return { point, metres: Math.max(300, Math.min(reach, spread * 2 * metresPerDegree)), reach }
}

const metresPerDegree = 111_195

function asMultiPolygon(stored: Json): MultiPolygon {
  const geometry = stored as unknown as
    | MultiPolygon
    | { type: 'Polygon'; coordinates: MultiPolygon['coordinates'][number] }
  return geometry.type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] } : geometry
}
