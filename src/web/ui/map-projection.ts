/** From longitude and latitude to a drawing: what fits, what shows, no more points than the eye can see. */
import type { MultiPolygon, Polygon, Position } from 'geojson'

export type Outline = Polygon | MultiPolygon
export type LatLng = { lat: number; lng: number }

/** `x`, `y` in the drawing's units; `perMile` for the scale. */
export type Projection = {
  project: (lng: number, lat: number) => [number, number]
  perMile: number
  width: number
  height: number
}

const metresInDegree = 111_320
const metresInMile = 1609.344

/** Fits everything given into `width` units across, as high as it needs within bounds. East–west is shrunk by the cosine. */
export function project(outlines: readonly Outline[], points: readonly LatLng[], width = 420, margin = 22): Projection {
  const all: Position[] = [...outlines.flatMap(ringsOf).flat(), ...points.map(point => [point.lng, point.lat])]
  const [west, south, east, north] = boundsOf(all)
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max((east - west) * squeeze, 0.02)
  const up = Math.max(north - south, 0.02)
  const height = Math.min(Math.max((up / across) * width, width * 0.62), width * 1.05)
  const scale = Math.min((width - 2 * margin) / across, (height - 2 * margin) / up)
  const project = (lng: number, lat: number): [number, number] => [
    width / 2 + (lng - (west + east) / 2) * squeeze * scale,
    height / 2 - (lat - (south + north) / 2) * scale,
  ]
  return { project, perMile: (metresInMile / metresInDegree) * scale, width, height: Math.round(height) }
}

/** The outline as an SVG path: simplified to the drawing, specks left out. */
export function pathOf(outline: Outline, { project }: Projection): string {
  return ringsOf(outline)
    .map(ring =>
      simplify(
        ring.map(([lng = 0, lat = 0]) => project(lng, lat)),
        0.5,
      ),
    )
    .filter(ring => ring.length > 3)
    .map(ring => `M${ring.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`)
    .join('')
}

/** Where a name fits: the middle of the largest part. */
export function middleOf(outline: Outline, { project }: Projection): [number, number] {
  const rings = ringsOf(outline).map(ring => ring.map(([lng = 0, lat = 0]) => project(lng, lat)))
  const largest = rings.reduce((best, ring) => (areaOf(ring) > areaOf(best) ? ring : best), rings[0] ?? [])
  return centreOf(largest)
}

/** Douglas and Peucker: leaves out every point nearer than `tolerance` to the line without it. */
export function simplify(line: readonly [number, number][], tolerance: number): [number, number][] {
  const first = line[0]
  const last = line.at(-1)
  if (!first || !last || line.length < 3) return [...line]
  let furthest = 0
  let at = 0
  for (const [index, point] of line.entries()) {
    const distance = distanceToLine(point, first, last)
    if (distance > furthest) [furthest, at] = [distance, index]
  }
  if (furthest <= tolerance) return [first, last]
  return [...simplify(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(line.slice(at), tolerance)]
}

function ringsOf(outline: Outline): Position[][] {
  return outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
}

function boundsOf(positions: readonly Position[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  for (const [lng = 0, lat = 0] of positions) {
    bounds[0] = Math.min(bounds[0], lng)
    bounds[1] = Math.min(bounds[1], lat)
    bounds[2] = Math.max(bounds[2], lng)
    bounds[3] = Math.max(bounds[3], lat)
  }
  return positions.length > 0 ? bounds : [-8, 50, 2, 59]
}

function distanceToLine([x, y]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const length = Math.hypot(bx - ax, by - ay)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}

/** Twice the area, without its sign. */
function areaOf(ring: readonly [number, number][]): number {
  return Math.abs(crosses(ring).reduce((sum, { cross }) => sum + cross, 0))
}

function centreOf(ring: readonly [number, number][]): [number, number] {
  const parts = crosses(ring)
  const area = parts.reduce((sum, { cross }) => sum + cross, 0) * 3
  if (area === 0) return ring[0] ?? [0, 0]
  const total = (axis: 'x' | 'y') => parts.reduce((sum, part) => sum + part[axis] * part.cross, 0) / area
  return [total('x'), total('y')]
}

function crosses(ring: readonly [number, number][]): { x: number; y: number; cross: number }[] {
  return ring.slice(1).map(([bx, by], index) => {
    const [ax, ay] = ring[index] ?? [bx, by]
    return { x: ax + bx, y: ay + by, cross: ax * by - bx * ay }
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
