import fc from 'fast-check'
import { expect, test } from 'vitest'
import { districtOf, parsePostcode, requirePostcode } from './postcode.ts'

const palace = { kind: 'full', postcode: 'SW1A 1AA', outward: 'SW1A' }

test.each([
  'SW1A 1AA',
  'sw1a1aa',
  ' Sw1a  1aA ',
  'SW1A\t1AA',
  'SW1A\u00a01AA',
  'SW1A\u200b 1AA',
  'SW1A 1AA\r\n',
  'SW1A\n1AA',
  'ＳＷ１Ａ　１ＡＡ',
  'SW1A-1AA',
  'SW1A–1AA',
  'SW1A 1AA.',
  'S W 1 A 1 A A',
  '\ufeffSW1A 1AA',
])('FORM-2: %j is understood as one and the same postcode', typed => {
  expect(parsePostcode(typed)).toEqual(palace)
})

test.each([
  ['L4', 'outward', 'L4'],
  ['wc1h', 'outward', 'WC1H'],
  ['L23', 'outward', 'L23'],
  ['L2 3', 'sector', 'L2 3'],
  ['SW1A1', 'sector', 'SW1A 1'],
  ['ZZ99 3VZ', 'nhs_pseudo', 'ZZ99 3VZ'],
  ['zz993wz', 'nhs_pseudo', 'ZZ99 3WZ'],
  ['bfpo 57', 'bfpo', 'BFPO 57'],
  ['BF1 2AT', 'bfpo', 'BF1 2AT'],
  ['STHL1ZZ', 'overseas_territory', 'STHL 1ZZ'],
  ['GX11 1AA', 'overseas_territory', 'GX11 1AA'],
  ['AI 2640', 'overseas_territory', 'AI-2640'],
  ['GY1 1WR', 'crown_dependency', 'GY1 1WR'],
  ['gir0aa', 'girobank', 'GIR 0AA'],
  ['BT1 5GS', 'full', 'BT1 5GS'],
  ['XM4 5HQ', 'full', 'XM4 5HQ'],
])('%j is told apart: %s %s', (typed, kind, postcode) => {
  expect(parsePostcode(typed)).toMatchObject({ kind, postcode })
})

test.each([
  '',
  ' ',
  'NFA',
  'N/A',
  'not known',
  '123 456',
  '90210',
  'ABC 1234',
  'QQ1 1AA',
  'J1 1AA',
  'L2 3S',
  'L2 3CI',
  '=SW1A 1AA',
  '<b>SW1A 1AA</b>',
  "SW1A 1AA'; DROP TABLE person;--",
  'SW1A 1AA SW1A 1AA',
  '💐',
])('%j is no postcode', typed => {
  expect(parsePostcode(typed).kind).toBe('invalid')
})

test.each([
  ['SWIA 1AA', 'SW1A 1AA'],
  ['SW1A 144', 'SW1A 1AA'],
  ['L4 OTH', 'L4 0TH'],
  ['LI 8JQ', 'L1 8JQ'],
  ['N1C 4A6', 'N1C 4AG'],
  ['qwerty', null],
])('a mistyped %s is asked about (%s), never stored', (typed, suggestion) => {
  expect(parsePostcode(typed)).toEqual({ kind: 'invalid', typed, suggestion })
})

test('a refusal names its field and what was perhaps meant', () => {
  expect(() => requirePostcode('SWIA 1AA', 'postcode')).toThrow(
    expect.objectContaining({
      code: 'invalid',
      field: 'postcode',
      values: { reason: 'postcode', suggestion: 'SW1A 1AA' },
    }),
  )
})

test('the right spelling is read as itself, and nothing typed makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), typed => {
      const parsed = parsePostcode(typed)
      if (parsed.kind !== 'invalid') expect(parsePostcode(parsed.postcode)).toEqual(parsed)
    }),
  )
})

test('a sub-district belongs to its district', () => {
  expect(['W1T', 'SW1A', 'L4', 'CH41'].map(districtOf)).toEqual(['W1', 'SW1', 'L4', 'CH41'])
})
