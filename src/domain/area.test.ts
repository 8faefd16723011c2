import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceMetres, isInside, roundPoint, travel, unitedKingdom } from './area.ts'

const liverpool = { lat: 53.4048, lng: -2.9916 }
const london = { lat: 51.5074, lng: -0.1278 }
const anyPoint = fc.record({
  lat: fc.double({ min: 49, max: 61, noNaN: true }),
  lng: fc.double({ min: -9, max: 2.5, noNaN: true }),
})

test('SUG-2: Liverpool lies 286 km from London, whichever way one looks', () => {
  expect(distanceMetres(liverpool, london) / 1000).toBeCloseTo(286.5, 0)
  expect(distanceMetres(london, liverpool)).toBe(distanceMetres(liverpool, london))
  expect(distanceMetres(london, london)).toBe(0)
})

test('who travels a distance has come that far', () => {
  fc.assert(
    fc.property(
      anyPoint,
      fc.double({ min: 0, max: 50_000, noNaN: true }),
      fc.double({ min: 0, max: 6.28, noNaN: true }),
      (from, metres, bearing) => {
        expect(distanceMetres(from, travel(from, metres, bearing))).toBeCloseTo(metres, 2)
      },
    ),
  )
})

test('the box of the United Kingdom holds Liverpool and not the point 0, 0', () => {
  expect(isInside(unitedKingdom, liverpool)).toBe(true)
  expect(isInside(unitedKingdom, { lat: 0, lng: 0 })).toBe(false)
  expect(roundPoint({ lat: 53.404812, lng: -2.991649 })).toEqual({ lat: 53.405, lng: -2.992 })
})
