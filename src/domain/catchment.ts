/** Whom a service is there for: a tagged union, tested by what a postcode tells; a polygon decides only where one was drawn. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import { distanceMetres, isInside, isOwnCode, type Place, type Point } from './area.ts'
import { boxOf } from './outline.ts'
import { districtOf } from './postcode.ts'

const position = z.array(z.number()).length(2)
/** Of an authority, or of an area that a network drew itself. */
export const areaCode = z.string().regex(/^(?:[A-Z]\d{8}|OWN-[\dA-F]{8})$/)
const outwardCode = z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]?$/)

/** A GeoJSON MultiPolygon in degrees; checkDrawn makes one out of what people upload or draw. */
export const multiPolygon = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position).min(4)).min(1)).min(1),
})

/** Authorities by GSS code, a network's own areas by theirs, districts by outward code, a radius round the venue in metres. */
export const catchment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everywhere') }),
  z.strictObject({ kind: z.literal('network') }),
  z.strictObject({ kind: z.literal('authorities'), authorities: z.array(areaCode).min(1).max(400) }),
  z.strictObject({ kind: z.literal('districts'), districts: z.array(outwardCode).min(1).max(400) }),
  z.strictObject({ kind: z.literal('radius'), metres: z.number().int().min(100).max(200_000) }),
  z.strictObject({ kind: z.literal('drawn'), shape: multiPolygon }),
])
export type Catchment = z.infer<typeof catchment>

/** `check`: nobody can tell from what is known of the place, so it is neither excluded nor claimed. */
export type Cover = 'yes' | 'no' | 'check'

/** `place` is null for somebody without a postcode; `venue` where the service is given. */
export function covers(
  catchment: Catchment,
  place: Place | null,
  networkAuthorities: readonly string[],
  venue: Point | null,
): Cover {
  switch (catchment.kind) {
    case 'everywhere':
      return 'yes'
    case 'network':
      return isInAuthorities(networkAuthorities, place)
    case 'authorities':
      return isInAuthorities(catchment.authorities, place)
    case 'districts':
      return isInDistricts(catchment.districts, place?.outward ?? null)
    case 'radius':
      return isWithin(catchment.metres, venue, exactPoint(place))
    case 'drawn':
      return isDrawnAround(catchment.shape, exactPoint(place))
  }
}

/** Of an area that a network drew itself the exact point decides. */
export function isInAuthorities(authorities: readonly string[], place: Place | null): Cover {
  if (!place || place.approximate || authorities.length === 0) return 'check'
  const { authority, own } = place
  if (authorities.some(code => code === authority || own?.includes(code))) return 'yes'
  const isKnown = (code: string) => (isOwnCode(code) ? own !== undefined : authority !== null)
  return authorities.every(isKnown) ? 'no' : 'check'
}

/** The district W1 takes in its sub-district W1T; of somebody known to be in W1 alone, nobody can say if it is W1T. */
function isInDistricts(districts: readonly string[], outward: string | null): Cover {
  if (!outward) return 'check'
  if (districts.includes(outward) || districts.includes(districtOf(outward))) return 'yes'
  return districts.some(district => district !== outward && districtOf(district) === outward) ? 'check' : 'no'
}

function isWithin(metres: number, venue: Point | null, point: Point | null): Cover {
  if (!venue || !point) return 'check'
  return distanceMetres(venue, point) <= metres ? 'yes' : 'no'
}

function isDrawnAround(shape: MultiPolygon, point: Point | null): Cover {
  if (!point) return 'check'
  if (!isInside(boxOf(shape), point)) return 'no'
  return booleanPointInPolygon([point.lng, point.lat], shape) ? 'yes' : 'no'
}

function exactPoint(place: Place | null): Point | null {
  return place && !place.approximate ? place.point : null
}
