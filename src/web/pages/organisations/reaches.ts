/** What of each organisation is drawn on the map: its services' areas, or their venues. Nothing that would tell where a secret venue is. */
import type { Kysely } from 'kysely'
import type { NetworkArea } from '../../../db/directory/grid.ts'
import { readAreaNames } from '../../../db/directory/grid.ts'
import type { OverviewService } from '../../../db/directory/services.ts'
import type { DB } from '../../../db/schema.ts'
import type { Point } from '../../../domain/area.ts'
import type { Catchment } from '../../../domain/catchment.ts'
import type { Atlas } from '../../../domain/outline.ts'
import type { Drawn, Reach } from '../../ui/charts/reach-map.tsx'
import type { Directory } from './load.ts'

export type { Drawn } from '../../ui/charts/reach-map.tsx'

type Known = { atlas: Omit<Atlas, 'venue'>; points: ReadonlyMap<string, Point> }

export function drawableOf({ organisations, services }: Directory, known: Known): Drawn {
  const byOrganisation = Map.groupBy(services, ({ organisationId }) => organisationId)
  return {
    authorities: known.atlas.authorities,
    organisations: organisations.flatMap(({ id, name }) => {
      const own = byOrganisation.get(id)
      return own
        ? [{ id, name, reaches: own.flatMap(service => reachesOf(service, known)), venues: own.flatMap(venueOf) }]
        : []
    }),
  }
}

function venueOf({ venue, capacity, name }: OverviewService) {
  return venue ? [{ point: venue, places: capacity, name }] : []
}

export function reachesOf(
  { catchment, venue }: Pick<OverviewService, 'catchment' | 'venue'>,
  { atlas, points }: Known,
): Reach[] {
  switch (catchment.kind) {
    case 'everywhere':
    case 'network':
      return [{ kind: 'whole' }]
    case 'authorities':
      return catchment.authorities.map(code => ({ kind: 'authority', code }))
    case 'radius':
      return venue ? [{ kind: 'circle', centre: venue, metres: catchment.metres }] : []
    case 'districts':
      return catchment.districts.flatMap(code => districtCircle(code, atlas, points))
    case 'drawn':
      return [{ kind: 'shape', shape: catchment.shape }]
  }
}

/** Where postcodes are not imported a district is a spot of about its size. */
const usualMetres = 1400

function districtCircle(code: string, { districts }: Known['atlas'], points: Known['points']): Reach[] {
  const district = districts.get(code)
  if (district) return [{ kind: 'circle', centre: district.point, metres: district.metres }]
  const point = points.get(code)
  return point ? [{ kind: 'circle', centre: point, metres: usualMetres }] : []
}

/** Names of every authority that a catchment names, those outside the network too. */
export async function namesOf(
  db: Kysely<DB>,
  areas: readonly NetworkArea[],
  catchments: readonly Catchment[],
): Promise<ReadonlyMap<string, string>> {
  const known = new Map(areas.map(({ code, name }) => [code, name]))
  const named = catchments.flatMap(it => (it.kind === 'authorities' ? it.authorities : []))
  const missing = [...new Set(named)].filter(code => !known.has(code))
  for (const { code, name } of await readAreaNames(db, missing)) known.set(code, name)
  return known
}
