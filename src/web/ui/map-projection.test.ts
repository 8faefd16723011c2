import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { middleOf, pathOf, project, simplify } from './map-projection.ts'

const square = (west: number, south: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})

test('everything given is inside the drawing, north up', () => {
  const view = project([square(-3, 53, 0.2)], [{ lat: 53.4, lng: -2.7 }])
  const [x, y] = view.project(-2.7, 53.4)
  const [, south] = view.project(-3, 53)
  expect(x).toBeLessThanOrEqual(view.width)
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y).toBeLessThan(south)
})

test('a mile is as long across as up, at the latitude of Liverpool', () => {
  const view = project([square(-3, 53.3, 0.2)], [])
  const [x1, y1] = view.project(-3, 53.4)
  const [x2] = view.project(-3 + 1 / (69.17 * Math.cos((53.4 * Math.PI) / 180)), 53.4)
  const [, y2] = view.project(-3, 53.4 + 1 / 69.17)
  expect(Math.abs(x2 - x1) / Math.abs(y2 - y1)).toBeCloseTo(1, 2)
  expect(Math.abs(y2 - y1)).toBeCloseTo(view.perMile, 0)
})

test('points that the eye cannot tell apart are left out, corners are kept', () => {
  const line = Array.from({ length: 1000 }, (_, i): [number, number] => [i / 10, i < 500 ? 0 : (i - 500) / 10])
  expect(simplify(line, 0.5)).toEqual([line[0], line[500], line[999]])
})

test('specks smaller than the drawing shows are not drawn', () => {
  const view = project([square(-3, 53, 0.5)], [])
  expect(pathOf(square(-2.8, 53.2, 0.0001), view)).toBe('')
})

test('a name stands in the middle of its area', () => {
  const view = project([square(-3, 53, 0.5)], [])
  const [x, y] = middleOf(square(-3, 53, 0.5), view)
  expect([Math.round(x), Math.round(y)]).toEqual(view.project(-2.75, 53.25).map(Math.round))
})
