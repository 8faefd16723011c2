/** Areas drawn one by one as one shape: what is drawn inside an area is left out of it, and inside that again is back in. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon, Position } from 'geojson'

type Ring = Position[]

/** Rings that overlap without one holding the other both count, as areas of their own. */
export function nestRings(rings: readonly Ring[]): MultiPolygon {
  const depths = new Map(rings.map(ring => [ring, holdersOf(ring, rings).length]))
  const depthOf = (ring: Ring) => depths.get(ring) ?? 0
  const outers = rings.filter(ring => depthOf(ring) % 2 === 0)
  const holes = rings.filter(ring => depthOf(ring) % 2 === 1)
  const coordinates = outers.map(outer => [
    outer,
    ...holes.filter(hole => depthOf(hole) === depthOf(outer) + 1 && isHeldBy(hole, outer)),
  ])
  return { type: 'MultiPolygon', coordinates }
}

/** Every outline by itself: an area and each of its holes. */
export function ringsOf({ coordinates }: Pick<MultiPolygon, 'coordinates'>): Ring[] {
  return coordinates.flat()
}

export function isHole(ring: Ring, rings: readonly Ring[]): boolean {
  return holdersOf(ring, rings).length % 2 === 1
}

function holdersOf(ring: Ring, rings: readonly Ring[]): Ring[] {
  return rings.filter(other => other !== ring && isHeldBy(ring, other))
}

/** All corners inside, and none of the other's inside it: enough for outlines drawn by hand. */
function isHeldBy(ring: Ring, other: Ring): boolean {
  return ring.every(corner => isWithin(corner, other)) && !other.some(corner => isWithin(corner, ring))
}

function isWithin(corner: Position, ring: Ring): boolean {
  return booleanPointInPolygon(corner, { type: 'Polygon', coordinates: [ring] }, { ignoreBoundary: true })
}
