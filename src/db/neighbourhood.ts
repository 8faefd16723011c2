/** What a small map of somebody's place needs: the network's authorities, the one they live in, their names and outlines. */
import type { MultiPolygon, Polygon } from 'geojson'
import type { Kysely } from 'kysely'
import type { Place } from '../domain/area.ts'
import type { DB } from './schema.ts'

export type Neighbour = { code: string; name: string; outline: Polygon | MultiPolygon | null }

export async function readNeighbourhood(
  db: Kysely<DB>,
  authorities: readonly string[],
  place: Place | null,
): Promise<Neighbour[]> {
  const codes = [...new Set([...authorities, ...(place?.authority ? [place.authority] : [])])]
  if (codes.length === 0) return []
  const rows = await db.selectFrom('area').select(['code', 'name', 'geometry']).where('code', 'in', codes).execute()
  return rows.map(({ code, name, geometry }) => ({ code, name, outline: geometry as unknown as Neighbour['outline'] }))
}
