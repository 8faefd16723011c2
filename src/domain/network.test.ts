/** A network’s area and what lies outside it. */
import { expect, test } from 'vitest'
import type { Place } from './area.ts'
import { isOutside } from './network.ts'

const own = 'OWN-0123ABCD'
const place = (rest: Partial<Place>): Place => ({
  ...{ outward: 'L4', point: { lat: 53.43, lng: -2.96 }, authority: 'E08000012', approximate: false, ...rest },
})

test('FORM-2: outside is said of what is known to lie in none of the network’s areas, drawn ones too', () => {
  expect(isOutside(['E08000012'], place({}))).toBe(false)
  expect(isOutside(['E08000014'], place({}))).toBe(true)
  expect(isOutside(['E08000014'], place({ approximate: true }))).toBe(true)
  expect(isOutside(['E08000014'], place({ authority: null }))).toBe(false)
  expect(isOutside([own], place({ own: [own] }))).toBe(false)
  expect(isOutside([own], place({ own: [] }))).toBe(true)
  expect(isOutside([own], place({ own: [], authority: null }))).toBe(true)
  expect(isOutside([own, 'E08000014'], place({ own: [] }))).toBe(true)
  expect(isOutside([own], place({ approximate: true }))).toBe(false)
  expect(isOutside([], place({}))).toBe(false)
  expect(isOutside([own], null)).toBe(false)
})
