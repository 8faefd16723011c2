/** The contrast of a network's colour. */
import { expect, test } from 'vitest'
import { colour, contrast, readColour, sayContrast } from './colour.ts'

test('NET-1: contrast is measured as WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(sayContrast('#777777')).toBe('4.4')
})

test('NET-1: a colour that white cannot be read on is refused; any way of writing one is taken', () => {
  expect(colour.parse(' 0B5A4E ')).toBe('#0b5a4e')
  expect(colour.parse('#036')).toBe('#003366')
  expect(readColour('FFBF47')).toBe('#ffbf47')
  expect(readColour('red')).toBeNull()
  const codeOf = (typed: string) => colour.safeParse(typed).error?.issues.map(({ message }) => message)
  expect(codeOf('#ffbf47')).toEqual(['contrast'])
  expect(codeOf('green')).toEqual(['colour'])
  expect(codeOf('#777777')).toEqual(['contrast'])
  expect(codeOf('#767676')).toBeUndefined()
})
