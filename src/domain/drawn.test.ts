import { expect, test } from 'vitest'
import { checkDrawn, mostCorners } from './drawn.ts'

const triangle = [
  [-3, 53],
  [-2.9, 53],
  [-2.95, 53.1],
  [-3, 53],
]
const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates })

test('SVC-2: a polygon, a feature and a collection become one MultiPolygon that runs anticlockwise', () => {
  const expected = { type: 'MultiPolygon', coordinates: [[triangle]] }
  const feature = { type: 'Feature', properties: { name: 'North' }, geometry: polygon(triangle.toReversed()) }
  expect(checkDrawn(polygon(triangle))).toEqual(expected)
  expect(checkDrawn(feature)).toEqual(expected)
  expect(checkDrawn({ type: 'FeatureCollection', features: [feature, feature] }).coordinates).toHaveLength(2)
  expect(checkDrawn(polygon(triangle.map(corner => [...corner, 12.5])))).toEqual(expected)
})

test('a hole may touch its outline at a corner', () => {
  const hole = [
    [-3, 53],
    [-2.95, 53.05],
    [-2.95, 53.02],
    [-3, 53],
  ]
  expect(checkDrawn(polygon(triangle, hole)).coordinates[0]).toHaveLength(2)
})

test.each<[string, unknown]>([
  ['not_polygons', { type: 'Point', coordinates: [-3, 53] }],
  ['not_polygons', 'L4'],
  [
    'not_polygons',
    polygon([
      [-3, 53],
      [-2.9, Number.NaN],
      [-2.95, 53.1],
      [-3, 53],
    ]),
  ],
  ['empty', { type: 'MultiPolygon', coordinates: [] }],
  ['not_closed', polygon(triangle.slice(0, 3))],
  [
    'too_few_corners',
    polygon([
      [-3, 53],
      [-2.9, 53],
      [-3, 53],
    ]),
  ],
  [
    'no_area',
    polygon([
      [-3, 53],
      [-2.9, 53],
      [-2.8, 53],
      [-3, 53],
    ]),
  ],
  ['outside_uk', polygon(triangle.map(([lng, lat]) => [lat ?? 0, lng ?? 0]))],
  [
    'crosses_itself',
    polygon([
      [-3, 53],
      [-2.9, 53.1],
      [-2.9, 53],
      [-3, 53.2],
      [-3, 53],
    ]),
  ],
  [
    'crosses_itself',
    polygon(triangle, [
      [-2.96, 53.02],
      [-2.5, 53.02],
      [-2.5, 53.03],
      [-2.96, 53.02],
    ]),
  ],
])('what is %s is refused at its field', (reason, geojson) => {
  expect(() => checkDrawn(geojson, 'area')).toThrow(
    expect.objectContaining({ code: 'invalid', field: 'area', values: expect.objectContaining({ reason }) }),
  )
})

test(`an outline of ${mostCorners} corners is taken, a bigger one is not`, () => {
  const round = (corners: number) => {
    const ring = Array.from({ length: corners - 1 }, (_, at) => {
      const turn = (at / (corners - 1)) * 2 * Math.PI
      return [-3 + Math.cos(turn) / 10, 53 + Math.sin(turn) / 10]
    })
    return polygon([...ring, ring[0] ?? []])
  }
  expect(checkDrawn(round(mostCorners)).coordinates[0]?.[0]).toHaveLength(mostCorners)
  expect(() => checkDrawn(round(mostCorners + 1))).toThrow(
    expect.objectContaining({ values: { reason: 'too_detailed' } }),
  )
})
