/** Where things are: points on the WGS84 globe, the place of a postcode, distances. Pure geometry, no map. */
import { z } from 'zod'

/** Degrees, WGS84. */
export const point = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
export type Point = z.infer<typeof point>

/** What a postcode tells: `authority` is a GSS code; `approximate` when only the outward code was known. */
export type Place = {
  postcode?: string | null
  outward: string | null
  point: Point | null
  authority: string | null
  /** Codes of areas that networks drew themselves and that hold the point; undefined where nobody looked. */
  own?: readonly string[] | undefined
  approximate: boolean
}

/** Areas that a network drew itself have codes of their own; no authority tells whether a place lies in them. */
export function isOwnCode(code: string): boolean {
  return code.startsWith('OWN-')
}

/** [west, south, east, north] in degrees, as in GeoJSON. */
export type BoundingBox = [west: number, south: number, east: number, north: number]

/** Everything the product can place: the United Kingdom and the Crown Dependencies. */
export const unitedKingdom: BoundingBox = [-9.5, 48.9, 2.5, 61.5]

/** Great circle, in metres, on the mean earth: within 0.5% of the geodesic. */
export function distanceMetres(from: Point, to: Point): number {
  const [a, b] = [radians(from.lat), radians(to.lat)]
  const h = sine2(b - a) + Math.cos(a) * Math.cos(b) * sine2(radians(to.lng - from.lng))
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The point reached by going `metres` from `from` along `bearing` (radians clockwise from north). */
export function travel(from: Point, metres: number, bearing: number): Point {
  const [lat, lng, arc] = [radians(from.lat), radians(from.lng), metres / earthRadius]
  const north = Math.asin(Math.sin(lat) * Math.cos(arc) + Math.cos(lat) * Math.sin(arc) * Math.cos(bearing))
  const east = Math.atan2(
    Math.sin(bearing) * Math.sin(arc) * Math.cos(lat),
    Math.cos(arc) - Math.sin(lat) * Math.sin(north),
  )
  return { lat: degrees(north), lng: degrees(lng + east) }
}

export function isInside([west, south, east, north]: BoundingBox, { lat, lng }: Point): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}

/** Seen from far away a person needs no better than 100 m: about three decimals. */
export function roundPoint({ lat, lng }: Point, decimals = 3): Point {
  return { lat: Number(lat.toFixed(decimals)), lng: Number(lng.toFixed(decimals)) }
}

const earthRadius = 6_371_008.8
const radians = (angle: number) => (angle * Math.PI) / 180
const degrees = (angle: number) => (angle * 180) / Math.PI
const sine2 = (angle: number) => Math.sin(angle / 2) ** 2
