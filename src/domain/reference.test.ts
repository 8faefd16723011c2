import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newReference, parseReference, readLetters } from './reference.ts'

const references = fc.uint8Array({ minLength: 8, maxLength: 8, max: 252 }).map(bytes => newReference(() => bytes))

test('FORM-12: a reference looks like K7QF-2M9XH: no vowel, and no two characters that look alike', () => {
  for (let i = 0; i < 1000; i++)
    expect(newReference(randomBytes)).toMatch(/^[2-9CDFHJKMNPQRTWXY]{4}-[2-9CDFHJKMNPQRTWXY]{5}$/)
})

test('references are not in a row, and a hundred thousand of them hardly meet', () => {
  const made = new Set(Array.from({ length: 100_000 }, () => newReference(randomBytes)))
  expect(made.size).toBeGreaterThan(99_990)
})

test('however it is typed, it is the same reference', () => {
  fc.assert(
    fc.property(references, reference => {
      const careless = reference
        .replaceAll('5', 's')
        .replaceAll('2', 'Z')
        .replaceAll('8', 'B')
        .replaceAll('Q', 'O')
        .toLowerCase()
      for (const typed of [
        reference,
        reference.toLowerCase(),
        reference.replace('-', ''),
        ` ${reference.replace('-', ' – ')} `,
        careless,
      ]) {
        expect(parseReference(typed)).toBe(reference)
      }
    }),
  )
})

test('every single wrong character, and every two swapped, are noticed', () => {
  fc.assert(
    fc.property(
      references,
      fc.nat(8),
      fc.nat(8),
      fc.constantFrom(...'23456789CDFHJKMNPQRTWXY'),
      (reference, one, two, other) => {
        const letters = [...reference.replace('-', '')]
        const wrong = letters.with(one, other).join('')
        if (wrong !== letters.join('')) expect(parseReference(wrong)).toBeNull()
        const swapped = letters
          .with(one, letters[two] ?? '')
          .with(two, letters[one] ?? '')
          .join('')
        if (swapped !== letters.join('')) expect(parseReference(swapped)).toBeNull()
      },
    ),
  )
})

test.each(['', 'K7QF', 'K7QF-2M9XHH', 'EAUI-OUAEI', 'K7QF-2M9X!', "' or 1=1"])('%j is no reference', typed => {
  expect(parseReference(typed)).toBeNull()
})

test('bytes that would make some characters likelier are thrown away', () => {
  const bytes = [new Uint8Array(8).fill(255), new Uint8Array(8).fill(0)]
  expect(newReference(() => bytes.shift() ?? new Uint8Array(8))).toBe('2222-22222')
})

test('LST-2: the first letters of a reference are read however they are typed', () => {
  expect(['k7', 'k7qf', 'k7qf2', ' K7QF-2m9 ', 'k7qfz', 'K7%', '', 'K7QF-2M9XHXX'].map(readLetters)).toEqual([
    'K7',
    'K7QF',
    'K7QF-2',
    'K7QF-2M9',
    'K7QF-2',
    null,
    null,
    null,
  ])
})
