/** A catchment drawn on the map or uploaded as GeoJSON: checked, cleaned, and made one MultiPolygon. */
import type { MultiPolygon, Position } from 'geojson'
import { z } from 'zod'
import { isInside, unitedKingdom } from './area.ts'
import { findCrossing } from './crossing.ts'
import { Problem } from './problem.ts'

/** Corners of all rings together. */
export const mostCorners = 5000

/** Takes a Polygon, a MultiPolygon, a Feature or a collection of them; anything unfit throws a Problem at `field`. */
export function checkDrawn(geojson: unknown, field = 'shape'): MultiPolygon {
  const polygons = readPolygons(geojson, field)
  const corners = polygons.flat(2)
  if (polygons.length === 0) refuse('empty', 'Draw at least one area.', field)
  if (corners.length > mostCorners) refuse('too_detailed', `Use at most ${mostCorners} corners.`, field)
  if (corners.some(isOutsideUk)) refuse('outside_uk', 'The area must lie within the United Kingdom.', field)
  return { type: 'MultiPolygon', coordinates: polygons.map(polygon => checkPolygon(polygon, field)) }
}

/** An area's outline from a file: trusted to be well drawn, however detailed, as long as it is where it should be. */
export function readOutline(geojson: unknown, field = 'geometry'): MultiPolygon {
  const polygons = readPolygons(geojson, field)
  if (polygons.length === 0) refuse('empty', 'There is no area in it.', field)
  if (polygons.flat(2).some(isOutsideUk)) refuse('outside_uk', 'The area must lie within the United Kingdom.', field)
  for (const ring of polygons.flat()) {
    checkRing(ring, field)
    checkSize(ring, field)
  }
  return { type: 'MultiPolygon', coordinates: polygons }
}

function checkPolygon(polygon: Position[][], field: string): Position[][] {
  for (const ring of polygon) checkRing(ring, field)
  const crossing = findCrossing(polygon)
  if (crossing) refuse('crosses_itself', 'The outline crosses itself.', field, { lng: crossing[0], lat: crossing[1] })
  for (const ring of polygon) checkSize(ring, field)
  return polygon.map((ring, at) => (signedArea(ring) > 0 === (at === 0) ? ring : ring.toReversed()))
}

function checkRing(ring: Position[], field: string): void {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || !isSame(first, last)) refuse('not_closed', 'Each outline must end where it began.', field)
  if (new Set(ring.map(String)).size < 3) refuse('too_few_corners', 'Each outline needs three corners.', field)
}

/** After crossings: a bow tie's halves cancel out. */
function checkSize(ring: Position[], field: string): void {
  if (Math.abs(signedArea(ring)) < smallestArea) refuse('no_area', 'The outline holds no area.', field)
}

/** Square degrees: a plot of about ten by ten metres. */
const smallestArea = 1e-8

// Heights are let in and dropped: many programs export them.
const ring = z.array(
  z
    .array(z.number())
    .min(2)
    .transform(([lng = 0, lat = 0]): Position => [lng, lat]),
)
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) })
const polygons = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)) })
const geometry = z.union([polygon, polygons])
const feature = z.object({ type: z.literal('Feature'), geometry })
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).max(500) })
const anything = z.union([geometry, feature, collection])

function readPolygons(geojson: unknown, field: string): Position[][][] {
  const parsed = anything.safeParse(geojson)
  if (!parsed.success) return refuse('not_polygons', 'This is not GeoJSON with polygons.', field)
  return unwrap(parsed.data)
}

function unwrap(found: z.infer<typeof anything>): Position[][][] {
  if (found.type === 'FeatureCollection') return found.features.flatMap(unwrap)
  if (found.type === 'Feature') return unwrap(found.geometry)
  return found.type === 'Polygon' ? [found.coordinates] : found.coordinates
}

/** Positive where the ring runs anticlockwise, as RFC 7946 wants of the outer one. */
function signedArea(ring: Position[]): number {
  const pairs = ring.map((corner, at) => [corner, ring[at + 1] ?? ring[0] ?? corner] as const)
  return pairs.reduce((sum, [[ax = 0, ay = 0], [bx = 0, by = 0]]) => sum + (ax * by - bx * ay), 0) / 2
}

const isOutsideUk = ([lng = 0, lat = 0]: Position) => !isInside(unitedKingdom, { lat, lng })
const isSame = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1]

function refuse(reason: string, words: string, field: string, values: Record<string, number> = {}): never {
  throw new Problem('invalid', words, { field, reason, ...values })
}
