/** Where nobody offers a kind of help: a grid over the network's area, and for each square who would serve somebody living there. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon } from 'geojson'
import { type BoundingBox, distanceMetres, isInside, isOwnCode, type Place, type Point } from './area.ts'
import { type Catchment, covers } from './catchment.ts'
import { boxOf } from './outline.ts'

/** A square: somebody in its middle, or where that is not land somebody at its edge, stands for everybody in it. */
export type Cell = {
  point: Point
  box: BoundingBox
  /** The network's area that it is counted in. */
  area: string
  /** What a postcode there would tell. */
  place: Place
}
export type Grid = { cells: readonly Cell[]; metres: number }
export type Outlined = { code: string; outline: MultiPolygon }
export type District = { code: string; point: Point; authority: string | null }

/** Squares of the finest size that keeps their number near `most`; only those that lie in one of the areas. */
export function gridOver(areas: readonly Outlined[], districts: readonly District[], most = 600): Grid {
  const box = hull(areas)
  if (!box) return { cells: districts.flatMap(asCell), metres: 0 }
  const middle = { lat: (box[1] + box[3]) / 2, lng: (box[0] + box[2]) / 2 }
  const metres = sizes.find(size => countSquares(box, middle, size) <= most * 2) ?? 50_000
  const [up, across] = [metres / metresPerDegree, metres / (metresPerDegree * Math.cos((middle.lat * Math.PI) / 180))]
  const cells: Cell[] = []
  for (let south = box[1]; south < box[3]; south += up)
    for (let west = box[0]; west < box[2]; west += across) {
      const square: BoundingBox = [west, south, west + across, south + up]
      const home = someoneIn(square, areas)
      if (home) cells.push({ ...home, box: square, place: placeAt(home.point, areas, districts) })
    }
  return { cells, metres }
}

/** Which squares a catchment takes in, in the order of the grid. What nobody can tell is no. */
export function reachOf(
  catchment: Catchment,
  venue: Point | null,
  { cells }: Pick<Grid, 'cells'>,
  networkAuthorities: readonly string[],
): Reach {
  return Uint8Array.from(cells, ({ place }) => (covers(catchment, place, networkAuthorities, venue) === 'yes' ? 1 : 0))
}

/** 1 for each square that is served. */
export type Reach = Uint8Array
export type Offered = { categoryIds: readonly string[]; reach: Reach }
/** `line`: the need's category and all above it. */
export type Need = { id: string; line: readonly string[] }
export type NeedCover = {
  id: string
  /** Services that meet it anywhere. */
  services: number
  /** Per square: how many services. */
  counts: number[]
  unserved: number
  /** By authority, in the order they come in the grid. */
  places: { authority: string; cells: number; unserved: number; fewest: number; most: number }[]
}

/** Worst served first. */
export function coverOf(
  { cells }: Pick<Grid, 'cells'>,
  needs: readonly Need[],
  offers: readonly Offered[],
): NeedCover[] {
  return needs
    .map(({ id, line }) => {
      const meeting = offers.filter(({ categoryIds }) => line.some(category => categoryIds.includes(category)))
      const counts = countAll(meeting, cells.length)
      return { id, services: meeting.length, counts, unserved: countZeros(counts), places: placesOf(cells, counts) }
    })
    .toSorted((a, b) => b.unserved - a.unserved || a.services - b.services)
}

function countAll(offers: readonly Offered[], cells: number): number[] {
  const counts = new Uint32Array(cells)
  for (const { reach } of offers) for (let at = 0; at < cells; at++) counts[at] = (counts[at] ?? 0) + (reach[at] ?? 0)
  return [...counts]
}

function placesOf(cells: readonly Cell[], counts: readonly number[]): NeedCover['places'] {
  const byAuthority = Map.groupBy(counts.keys(), at => cells[at]?.area ?? '')
  return [...byAuthority].map(([authority, squares]) => {
    const own = squares.map(at => counts[at] ?? 0)
    return {
      authority,
      cells: own.length,
      unserved: countZeros(own),
      fewest: own.reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY),
      most: own.reduce((greatest, count) => Math.max(greatest, count), 0),
    }
  })
}

const countZeros = (counts: readonly number[]) => counts.filter(count => count === 0).length
const sizes = [250, 500, 1000, 1500, 2000, 3000, 5000, 10_000, 20_000]
const metresPerDegree = 111_195

function countSquares([west, south, east, north]: BoundingBox, { lat }: Point, size: number): number {
  const across = (east - west) * metresPerDegree * Math.cos((lat * Math.PI) / 180)
  return (across / size) * (((north - south) * metresPerDegree) / size)
}

function hull(areas: readonly Outlined[]): BoundingBox | null {
  const boxes = areas.map(({ outline }) => boxOf(outline))
  if (boxes.length === 0) return null
  return boxes.reduce(([w, s, e, n], [w2, s2, e2, n2]) => [
    Math.min(w, w2),
    Math.min(s, s2),
    Math.max(e, e2),
    Math.max(n, n2),
  ])
}

/** Middle first, then towards the corners and the edges. */
const spots = [
  [0.5, 0.5],
  ...[0.1, 0.9].flatMap(x => [0.1, 0.9].map(y => [x, y])),
  ...[0.1, 0.9].flatMap(x => [
    [x, 0.5],
    [0.5, x],
  ]),
]

function someoneIn([west, south, east, north]: BoundingBox, areas: readonly Outlined[]) {
  for (const [x = 0, y = 0] of spots) {
    const point = { lat: south + (north - south) * y, lng: west + (east - west) * x }
    const area = areas.find(({ outline }) => isWithin(outline, point))?.code
    if (area !== undefined) return { point, area }
  }
  return null
}

const isWithin = (outline: MultiPolygon, point: Point) =>
  isInside(boxOf(outline), point) && booleanPointInPolygon([point.lng, point.lat], outline)

/** In an area that the network drew, the nearest postcode district tells the authority. */
function placeAt(point: Point, areas: readonly Outlined[], districts: readonly District[]): Place {
  const holding = areas.filter(({ outline }) => isWithin(outline, point)).map(({ code }) => code)
  const district = nearest(point, districts)
  const authority = holding.find(code => !isOwnCode(code)) ?? district?.authority ?? null
  return { point, authority, own: holding.filter(isOwnCode), outward: district?.code ?? null, approximate: false }
}

function nearest(point: Point, districts: readonly District[]): District | null {
  let best: { district: District; metres: number } | null = null
  for (const district of districts) {
    const metres = distanceMetres(point, district.point)
    if (!best || metres < best.metres) best = { district, metres }
  }
  return best?.district ?? null
}

/** Without outlines a postcode district stands for a square, and has none to draw. */
function asCell({ code, point, authority }: District): Cell[] {
  if (!authority) return []
  const place = { point, authority, outward: code, approximate: false }
  return [{ point, area: authority, place, box: [point.lng, point.lat, point.lng, point.lat] }]
}
