/** ADM-5: recovery codes are long enough that one hash keeps them. */
import { expect, test } from 'vitest'
import { hashRecoveryCode, newRecoveryCodes, recoveryCodeCount } from './recovery-codes.ts'

/** What is never written in one: mistaken when read from paper. */
const alphabet = 30

test('ADM-5: a recovery code has 112 random bits or more, and no two are alike', () => {
  const codes = Array.from({ length: 50 }, newRecoveryCodes).flat()
  expect(new Set(codes).size).toBe(50 * recoveryCodeCount)
  const letters = codes.map(code => code.replaceAll('-', ''))
  expect(new Set(letters.join('')).size).toBe(alphabet)
  for (const { length } of letters) expect(length * Math.log2(alphabet)).toBeGreaterThanOrEqual(112)
})

test('ADM-5: spaces, dashes and capitals say nothing', () => {
  const [code = ''] = newRecoveryCodes()
  expect(hashRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toEqual(hashRecoveryCode(code))
})
