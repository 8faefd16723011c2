/** Puts the demonstration's own outlines and outward codes where no imported ones are. */

import type { MultiPolygon } from 'geojson'
import { type Kysely, sql } from 'kysely'
import { boxOf } from '../../domain/outline.ts'
import { boxLiteral } from '../areas.ts'
import type { DB } from '../schema.ts'

type Outline = { code: string; name: string; outline: MultiPolygon }
type Outward = { code: string; latitude: number; longitude: number; authorityCode: string }

export async function insertDrawnPlaces(
  db: Kysely<DB>,
  outlines: readonly Outline[],
  outwards: readonly Outward[],
): Promise<void> {
  const areas = outlines.map(({ code, name, outline }) => ({
    ...{ code, name, kind: 'authority', nation: 'England', approximate: true, edition: 'drawn' },
    geometry: JSON.stringify(outline),
    bbox: sql<string>`${boxLiteral(boxOf(outline))}::box`,
  }))
  await db
    .insertInto('area')
    .values(areas)
    .onConflict(clash => clash.doNothing())
    .execute()
  await db
    .insertInto('outwardCode')
    .values([...outwards])
    .onConflict(clash => clash.doNothing())
    .execute()
}
