import { describe, expect, test } from 'vitest'
import { coverOf, gridOver, reachOf } from './coverage.ts'
import { circle, rectangle } from './outline.ts'

/** Two areas of about eleven kilometres beside each other. */
const west = { code: 'E08000001', outline: rectangle([-3.0, 53.4, -2.83, 53.5]) }
const east = { code: 'E08000002', outline: rectangle([-2.83, 53.4, -2.66, 53.5]) }
const districts = [
  { code: 'L4', point: { lat: 53.45, lng: -2.95 }, authority: 'E08000001' },
  { code: 'L34', point: { lat: 53.45, lng: -2.7 }, authority: 'E08000002' },
]
const grid = gridOver([west, east], districts, 100)
const reach = (catchment: Parameters<typeof reachOf>[0], venue = null as Parameters<typeof reachOf>[1]) =>
  reachOf(catchment, venue, grid, ['E08000001', 'E08000002'])
const share = (covered: Uint8Array) => covered.filter(Boolean).length / covered.length

describe('DIR-7: the area as squares', () => {
  test('every square lies in an area and knows its nearest postcode district', () => {
    expect(grid.cells.length).toBeGreaterThan(50)
    expect(new Set(grid.cells.map(({ area }) => area))).toEqual(new Set(['E08000001', 'E08000002']))
    expect(grid.cells.every(({ place }) => (place.authority === 'E08000001') === (place.outward === 'L4'))).toBe(true)
  })
  test('in an area that the network drew itself the nearest district tells the authority', () => {
    const own = { code: 'OWN-0123ABCD', outline: rectangle([-3.0, 53.4, -2.66, 53.5]) }
    const { cells } = gridOver([own], districts, 100)
    expect(cells.every(({ area, place }) => area === own.code && place.own?.includes(own.code))).toBe(true)
    expect(new Set(cells.map(({ place }) => place.authority))).toEqual(new Set(['E08000001', 'E08000002']))
    const covered = reachOf({ kind: 'authorities', authorities: ['E08000001'] }, null, { cells }, [own.code])
    expect(share(covered)).toBeCloseTo(0.5, 1)
    expect(share(reachOf({ kind: 'network' }, null, { cells }, [own.code]))).toBe(1)
  })
  test('without outlines each postcode district is a square', () => {
    expect(gridOver([], districts).cells.map(({ place }) => place.outward)).toEqual(['L4', 'L34'])
  })
})

describe('who reaches where', () => {
  test('everywhere and the whole network reach every square', () => {
    expect([share(reach({ kind: 'everywhere' })), share(reach({ kind: 'network' }))]).toEqual([1, 1])
  })
  test('an authority or a district reaches its half', () => {
    expect(share(reach({ kind: 'authorities', authorities: ['E08000001'] }))).toBeCloseTo(0.5, 1)
    expect(share(reach({ kind: 'districts', districts: ['L34'] }))).toBeCloseTo(0.5, 1)
  })
  test('a drawn hole is not reached', () => {
    const [outer = []] = rectangle([-3.0, 53.4, -2.66, 53.5]).coordinates[0] ?? []
    const [hole = []] = circle({ lat: 53.45, lng: -2.83 }, 3000).coordinates[0] ?? []
    const drawn = reach({ kind: 'drawn', shape: { type: 'MultiPolygon', coordinates: [[outer, hole.toReversed()]] } })
    expect(share(drawn)).toBeLessThan(0.95)
    expect(share(drawn)).toBeGreaterThan(0.7)
  })
  test('a radius without a venue reaches nothing that can be promised', () => {
    expect(share(reach({ kind: 'radius', metres: 5000 }))).toBe(0)
    expect(share(reach({ kind: 'radius', metres: 5000 }, { lat: 53.45, lng: -2.83 }))).toBeGreaterThan(0.2)
  })
})

test('DIR-7: needs are counted by square and by authority, the worst served first', () => {
  const everywhere = reach({ kind: 'everywhere' })
  const half = reach({ kind: 'authorities', authorities: ['E08000001'] })
  const needs = [
    { id: 'debt', line: ['debt', 'money'] },
    { id: 'food', line: ['food'] },
    { id: 'carers', line: ['carers'] },
  ]
  const cover = coverOf(grid, needs, [
    { categoryIds: ['money'], reach: everywhere },
    { categoryIds: ['food'], reach: half },
    { categoryIds: ['food'], reach: half },
  ])
  expect(cover.map(({ id, services }) => [id, services])).toEqual([
    ['carers', 0],
    ['food', 2],
    ['debt', 1],
  ])
  expect(cover[0]?.unserved).toBe(grid.cells.length)
  expect(cover[1]?.places).toMatchObject([
    { authority: 'E08000001', unserved: 0, fewest: 2, most: 2 },
    { authority: 'E08000002', fewest: 0, most: 0 },
  ])
  expect(cover[2]?.unserved).toBe(0)
})
