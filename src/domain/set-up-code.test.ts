/** The code of the first run. */
import { expect, test } from 'vitest'
import { readSetUpCode, setUpCode } from './set-up-code.ts'

test('ADM-1: the code is read as it was printed, however it is typed', () => {
  const code = setUpCode(Uint8Array.from({ length: 32 }, (_, at) => at * 8))
  expect(code).toMatch(/^[2-9CDFHJKMNPQRTWXY]{4}(-[2-9CDFHJKMNPQRTWXY]{4}){2}$/)
  expect(readSetUpCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(code)
  expect(readSetUpCode('')).toBe('')
})
