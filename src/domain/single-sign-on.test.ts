import { expect, test } from 'vitest'
import { assertsSecondFactor } from './second-factor.ts'
import { admit, claimsOf } from './single-sign-on.ts'

const said = { iss: 'https://id.example', sub: '1', email: 'ama@northbank.example', email_verified: true }
const account = { userId: 'a', disabled: false, linked: false }

test('ADM-5: an address counts only where the provider says that it is verified, in the very word true', () => {
  expect(claimsOf.parse(said).email).toBe(said.email)
  for (const email_verified of [false, undefined, 'true', 1, null])
    expect(claimsOf.parse({ ...said, email_verified }).email).toBeNull()
  expect(claimsOf.parse({ ...said, email: 'ama@x\r\nBcc: b@y' }).email).toBeNull()
  expect(claimsOf.safeParse({ ...said, sub: '' }).success).toBe(false)
})

test('ADM-5: an address finds an account once; from then on issuer and subject do', () => {
  const asserted = claimsOf.parse(said)
  expect(admit(asserted, null, account)).toEqual({ userId: 'a', link: true })
  expect(admit(asserted, { ...account, linked: true }, { ...account, userId: 'b' })).toEqual({
    userId: 'a',
    link: false,
  })
  expect(admit(asserted, null, { ...account, linked: true })).toEqual({ refused: 'taken', userId: 'a' })
  expect(admit({ ...asserted, email: null }, { ...account, linked: true }, null)).toEqual({ userId: 'a', link: false })
})

test('ADM-5: nobody, a closed account and an address that is not verified are refused', () => {
  const asserted = claimsOf.parse(said)
  expect(admit(asserted, null, null)).toEqual({ refused: 'unknown', userId: null })
  expect(admit(asserted, null, { ...account, disabled: true })).toMatchObject({ refused: 'unknown' })
  expect(admit(asserted, { ...account, disabled: true }, null)).toMatchObject({ refused: 'unknown' })
  expect(admit({ ...asserted, email: null }, null, account)).toMatchObject({ refused: 'unverified' })
})

test('ADM-5: a provider’s second factor counts where it says so, and silence is none', () => {
  expect(assertsSecondFactor({ amr: ['pwd', 'otp'] })).toBe(true)
  expect(assertsSecondFactor({ amr: ['pwd', 'mfa'] })).toBe(true)
  expect(assertsSecondFactor({ acr: 'phr' })).toBe(true)
  expect(assertsSecondFactor({ amr: ['pwd'] })).toBe(false)
  expect(assertsSecondFactor({})).toBe(false)
})
