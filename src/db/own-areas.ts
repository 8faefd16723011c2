/** Areas that networks drew themselves: which of them hold a point, exactly. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon } from 'geojson'
import { type Kysely, sql } from 'kysely'
import type { Point } from '../domain/area.ts'
import { readOutlines } from './areas.ts'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

/** Their codes, of every network: narrowed by box, decided by the outline. */
export async function findOwnAreas(db: Kysely<DB>, { lat, lng }: Point): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`${kept}
    select code from area where kind = 'drawn' and bbox @> point(${lng}, ${lat}) order by code`.execute(db)
  if (rows.length === 0) return []
  const outlines = await keptOutlines(
    db,
    rows.map(({ code }) => code),
  )
  return [...outlines].filter(([, outline]) => booleanPointInPolygon([lng, lat], outline)).map(([code]) => code)
}

/** An outline of one's own is never changed: another one is another area. */
const outlines = new Map<string, MultiPolygon>()
const mostKept = 500

async function keptOutlines(db: Kysely<DB>, codes: readonly string[]): Promise<Map<string, MultiPolygon>> {
  const missing = codes.filter(code => !outlines.has(code))
  if (outlines.size + missing.length > mostKept) outlines.clear()
  const wanted = codes.filter(code => !outlines.has(code))
  for (const [code, outline] of await readOutlines(db, wanted)) outlines.set(code, outline)
  return new Map(codes.flatMap(code => (outlines.has(code) ? [[code, outlines.get(code) as MultiPolygon]] : [])))
}
