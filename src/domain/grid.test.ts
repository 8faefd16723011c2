import { expect, test } from 'vitest'
import { distanceMetres } from './area.ts'
import { fromNationalGrid } from './grid.ts'

/** Ordnance Survey's worked example, and two of its test points far out in the west, where one step errs most. */
test.each([
  ['Caister water tower', 651_409.903, 313_177.27, 52.657979, 1.716052],
  ['St Mary’s, Scilly', 91_492.146, 11_318.804, 49.922262, -6.299778],
  ['Plymouth', 250_359.811, 62_016.569, 50.438858, -4.108646],
])('API-4: %s is where it is, within 5 m', (_, easting, northing, lat, lng) => {
  expect(distanceMetres(fromNationalGrid(easting, northing), { lat, lng })).toBeLessThan(5)
})
