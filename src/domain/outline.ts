/** The shape of any catchment on a map, and the box that narrows a search for it. Derived, never stored as the truth. */
import type { MultiPolygon, Position } from 'geojson'
import { type BoundingBox, type Point, travel, unitedKingdom } from './area.ts'
import type { Catchment } from './catchment.ts'

/** A district is drawn as a circle that holds most of its postcodes; `reach` holds all of them. Metres. */
export type District = { point: Point; metres: number; reach: number }

/** What is known of the areas a catchment names: outlines by GSS code, districts by outward code. */
export type Atlas = {
  networkAuthorities: readonly string[]
  authorities: ReadonlyMap<string, MultiPolygon>
  districts: ReadonlyMap<string, District>
  venue: Point | null
}

/** What to draw; null when it has no outline that we know (no venue yet, no boundaries imported). */
export function asGeoJson(catchment: Catchment, atlas: Atlas): MultiPolygon | null {
  switch (catchment.kind) {
    case 'everywhere':
      return rectangle(unitedKingdom)
    case 'network':
      return join(known(atlas.networkAuthorities, atlas.authorities))
    case 'authorities':
      return join(known(catchment.authorities, atlas.authorities))
    case 'districts':
      return join(known(catchment.districts, atlas.districts).map(({ point, metres }) => circle(point, metres)))
    case 'radius':
      return atlas.venue && circle(atlas.venue, catchment.metres)
    case 'drawn':
      return catchment.shape
  }
}

/** Holds everybody whom `covers` says yes to; null when that cannot be promised, so that a search must not narrow by it. */
export function boundingBox(catchment: Catchment, atlas: Atlas): BoundingBox | null {
  switch (catchment.kind) {
    case 'everywhere':
      return null
    case 'network':
      return boxOfAuthorities(atlas.networkAuthorities, atlas)
    case 'authorities':
      return boxOfAuthorities(catchment.authorities, atlas)
    case 'districts':
      return boxOfDistricts(catchment.districts, atlas)
    case 'radius':
      return atlas.venue && pad(boxOf(circle(atlas.venue, catchment.metres * circleSlack)))
    case 'drawn':
      return boxOf(catchment.shape)
  }
}

export function boxOf(shape: MultiPolygon): BoundingBox {
  const box = boxes.get(shape) ?? measure(shape)
  boxes.set(shape, box)
  return box
}

/** A parsed catchment is asked about many people, and never changed. */
const boxes = new WeakMap<MultiPolygon, BoundingBox>()

function measure(shape: MultiPolygon): BoundingBox {
  const box: BoundingBox = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [ring = []] of shape.coordinates) for (const corner of ring) stretch(box, corner)
  return box
}

export function rectangle([west, south, east, north]: BoundingBox): MultiPolygon {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'MultiPolygon', coordinates: [[corners]] }
}

/** A circle as a polygon of 64 corners, anticlockwise. */
export function circle(centre: Point, metres: number): MultiPolygon {
  const corners = Array.from({ length: 64 }, (_, at) => travel(centre, metres, (-at * Math.PI) / 32))
  const ring = corners.map(({ lat, lng }) => [rounded(lng), rounded(lat)])
  return { type: 'MultiPolygon', coordinates: [[[...ring, ring[0] ?? []]]] }
}

/** Outlines are simplified, so the postcodes at an edge may lie a little outside them: about 2 km. */
const padding = 0.02
const circleSlack = 1 / Math.cos(Math.PI / 64)

function boxOfAuthorities(codes: readonly string[], { authorities }: Atlas): BoundingBox | null {
  const shapes = known(codes, authorities)
  return shapes.length === codes.length && shapes.length > 0 ? pad(boxOf(join(shapes) ?? empty)) : null
}

function boxOfDistricts(outwards: readonly string[], { districts }: Atlas): BoundingBox | null {
  // A district such as W1 also takes in W1T, which the map of districts lists apart.
  const wanted = outwards.flatMap(outward => [...districts.keys()].filter(key => belongs(key, outward)))
  const found = known(wanted, districts).map(({ point, reach }) => circle(point, reach * circleSlack))
  const isKnown = outwards.every(outward => wanted.some(key => belongs(key, outward)))
  return isKnown ? pad(boxOf(join(found) ?? empty)) : null
}

const belongs = (outward: string, district: string) =>
  outward === district || outward.replace(/[A-Z]$/, '') === district

function known<T>(keys: readonly string[], map: ReadonlyMap<string, T>): T[] {
  return keys.flatMap(key => map.get(key) ?? [])
}

function join(shapes: readonly MultiPolygon[]): MultiPolygon | null {
  if (shapes.length === 0) return null
  return { type: 'MultiPolygon', coordinates: shapes.flatMap(shape => shape.coordinates) }
}

const empty: MultiPolygon = { type: 'MultiPolygon', coordinates: [] }
const pad = ([west, south, east, north]: BoundingBox): BoundingBox => [
  rounded(west - padding),
  rounded(south - padding),
  rounded(east + padding),
  rounded(north + padding),
]

function stretch(box: BoundingBox, [lng = 0, lat = 0]: Position): void {
  box[0] = Math.min(box[0], lng)
  box[1] = Math.min(box[1], lat)
  box[2] = Math.max(box[2], lng)
  box[3] = Math.max(box[3], lat)
}

const rounded = (angle: number) => Number(angle.toFixed(6))
