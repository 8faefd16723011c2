import fc from 'fast-check'
import type { MultiPolygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { isInside, type Place, travel } from './area.ts'
import { type Catchment, catchment, covers } from './catchment.ts'
import { type Atlas, asGeoJson, boundingBox } from './outline.ts'

const liverpool = 'E08000012'
const sefton = 'E08000014'
const venue = { lat: 53.43, lng: -2.96 }
const home: Place = { postcode: 'L4 0TH', outward: 'L4', point: venue, authority: liverpool, approximate: false }
const roughly: Place = { outward: 'L4', point: venue, authority: liverpool, approximate: true }

/** A square of two tenths of a degree with a square hole, and a second part to the east. */
const shape: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [[square(-3.1, 53.3, 0.2), square(-3.05, 53.35, 0.1).toReversed()], [square(-2.8, 53.3, 0.1)]],
}
const drawn: Catchment = { kind: 'drawn', shape }

function square(west: number, south: number, side: number): [number, number][] {
  const [east, north] = [west + side, south + side]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

const at = (lng: number, lat: number): Place => ({ ...home, point: { lat, lng } })
const answer = (area: Catchment, place: Place | null) => covers(area, place, [liverpool, sefton], venue)

describe('SVC-2: a catchment is asked about a place', () => {
  test.each<[string, Catchment, string, string]>([
    ['everywhere', { kind: 'everywhere' }, 'yes', 'yes'],
    ['the network', { kind: 'network' }, 'yes', 'check'],
    ['its authority', { kind: 'authorities', authorities: [liverpool] }, 'yes', 'check'],
    ['another authority', { kind: 'authorities', authorities: [sefton] }, 'no', 'check'],
    ['its district', { kind: 'districts', districts: ['L3', 'L4'] }, 'yes', 'yes'],
    ['another district', { kind: 'districts', districts: ['L40'] }, 'no', 'no'],
    ['a radius', { kind: 'radius', metres: 500 }, 'yes', 'check'],
    ['a drawn area', drawn, 'no', 'check'],
  ])('%s: %j says %s of a known postcode and %s of an outward code', (_, area, known, approximate) => {
    expect(answer(area, home)).toBe(known)
    expect(answer(area, roughly)).toBe(approximate)
  })

  test('of an area that a network drew itself the exact point decides; where nobody looked it stays to be checked', () => {
    const [own, other] = ['OWN-0123ABCD', 'OWN-99999999']
    const inside: Place = { ...home, own: [own] }
    const ask = (authorities: string[], place: Place) => answer({ kind: 'authorities', authorities }, place)
    expect(ask([own], inside)).toBe('yes')
    expect(ask([other], inside)).toBe('no')
    expect(ask([other, liverpool], inside)).toBe('yes')
    expect(ask([other, sefton], inside)).toBe('no')
    expect(ask([own], { ...inside, authority: null })).toBe('yes')
    expect(ask([sefton, own], { ...inside, own: [], authority: null })).toBe('check')
    expect(ask([own], home)).toBe('check')
    expect(ask([own], { ...roughly, own: [own] })).toBe('check')
  })

  test('somebody without a postcode is never excluded and never claimed, save by everywhere', () => {
    const areas: Catchment[] = [
      { kind: 'network' },
      { kind: 'authorities', authorities: [sefton] },
      { kind: 'districts', districts: ['L4'] },
      { kind: 'radius', metres: 500 },
      drawn,
    ]
    expect(areas.map(area => answer(area, null))).toEqual(Array(5).fill('check'))
    expect(answer({ kind: 'everywhere' }, null)).toBe('yes')
  })

  test('a postcode without a position, or a service without a venue, is a matter to check', () => {
    expect(answer({ kind: 'radius', metres: 500 }, { ...home, point: null })).toBe('check')
    expect(covers({ kind: 'radius', metres: 500 }, home, [], null)).toBe('check')
    expect(answer({ kind: 'authorities', authorities: [liverpool] }, { ...home, authority: null })).toBe('check')
    expect(covers({ kind: 'network' }, home, [], venue)).toBe('check')
  })

  test('the district W1 takes in W1T; of W1 alone nobody can say whether it is W1T', () => {
    expect(answer({ kind: 'districts', districts: ['W1'] }, { ...home, outward: 'W1T' })).toBe('yes')
    expect(answer({ kind: 'districts', districts: ['W1T'] }, { ...roughly, outward: 'W1' })).toBe('check')
    expect(answer({ kind: 'districts', districts: ['W1T'] }, { ...home, outward: 'W1F' })).toBe('no')
  })

  test.each([
    ['inside', -3.08, 53.32, 'yes'],
    ['on its edge', -3.1, 53.4, 'yes'],
    ['on a corner', -3.1, 53.3, 'yes'],
    ['on the edge of the hole', -3.05, 53.4, 'yes'],
    ['in the hole', -3, 53.4, 'no'],
    ['in the second part', -2.75, 53.35, 'yes'],
    ['between the parts', -2.85, 53.35, 'no'],
    ['a metre outside', -3.100015, 53.4, 'no'],
  ])('a drawn area with a hole and two parts: %s (%d, %d) is %s', (_, lng, lat, expected) => {
    expect(answer(drawn, at(lng, lat))).toBe(expected)
  })
})

describe('the shape and the box of a catchment', () => {
  const atlas: Atlas = {
    networkAuthorities: [liverpool],
    authorities: new Map([[liverpool, shape]]),
    districts: new Map([['L4', { point: venue, metres: 900, reach: 1500 }]]),
    venue,
  }

  test('API-1: every kind has a GeoJSON outline where the areas it names are known', () => {
    expect(asGeoJson({ kind: 'network' }, atlas)?.coordinates).toHaveLength(2)
    expect(asGeoJson({ kind: 'districts', districts: ['L4', 'ZE1'] }, atlas)?.coordinates).toHaveLength(1)
    expect(asGeoJson({ kind: 'radius', metres: 500 }, atlas)?.coordinates[0]?.[0]).toHaveLength(65)
    expect(asGeoJson({ kind: 'everywhere' }, atlas)?.coordinates).toHaveLength(1)
    expect(asGeoJson(drawn, atlas)).toBe(shape)
    expect(asGeoJson({ kind: 'authorities', authorities: [sefton] }, atlas)).toBeNull()
    expect(asGeoJson({ kind: 'radius', metres: 500 }, { ...atlas, venue: null })).toBeNull()
  })

  test('no box is promised where an area it names is unknown', () => {
    expect(boundingBox({ kind: 'authorities', authorities: [liverpool, sefton] }, atlas)).toBeNull()
    expect(boundingBox({ kind: 'districts', districts: ['L4', 'ZE1'] }, atlas)).toBeNull()
    expect(boundingBox({ kind: 'everywhere' }, atlas)).toBeNull()
    expect(boundingBox({ kind: 'districts', districts: ['L4'] }, atlas)).not.toBeNull()
  })

  test('SUG-5: whoever is covered by a radius lies in its box', () => {
    const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 200_000 }),
        turn,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (metres, bearing, share) => {
          const point = travel(venue, metres * share, bearing)
          const box = boundingBox({ kind: 'radius', metres }, atlas)
          expect(box && isInside(box, point)).toBe(true)
        },
      ),
    )
  })
})

test('the schema takes the six kinds, and no unknown field', () => {
  expect(catchment.parse(drawn)).toEqual(drawn)
  expect(catchment.safeParse({ kind: 'radius', metres: 500, miles: 1 }).success).toBe(false)
  expect(catchment.safeParse({ kind: 'authorities', authorities: [] }).success).toBe(false)
  expect(catchment.safeParse({ kind: 'districts', districts: ["L4'"] }).success).toBe(false)
})
