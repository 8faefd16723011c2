/** The ways in without an account: which sites may show the form, and what is held. */
import { expect, test } from 'vitest'
import { embedOrigin, readOrigins, sendingLimits, whyHeld } from './entry.ts'

test('FORM-13: a site is typed or pasted in many ways and kept as one', () => {
  expect(readOrigins('https://intranet.harbour.example.org/help/refer?x=1\nIntranet.Harbour.example.org')).toEqual({
    origins: ['https://intranet.harbour.example.org'],
    wrong: [],
  })
  expect(readOrigins('https://one.example.org:8443 http://localhost:4113').origins).toEqual([
    'https://one.example.org:8443',
    'http://localhost:4113',
  ])
})

test('FORM-13: nothing but one exact https site may show the form', () => {
  const bad = [
    ...['http://plain.example.org', '*', 'https://*.example.org', 'javascript:alert(1)', 'data:text/html,x'],
    ...['https://me:pass@example.org', 'file:///etc', 'https://', 'intranet', "https://a.example.org;script-src'self'"],
  ]
  expect(readOrigins(bad.join('\n')).origins).toEqual([])
  expect(readOrigins(bad.join('\n')).wrong).toEqual(bad)
  expect(embedOrigin.safeParse('https://a.example.org/').success).toBe(false)
  expect(embedOrigin.safeParse('https://a.example.org').success).toBe(true)
})

test('FORM-13: what a robot would do is held, what a person does goes on', () => {
  const person = { trap: false, proof: 'solved', addressHasRoom: true, networkHasRoom: true } as const
  expect(whyHeld(person)).toBeNull()
  expect(whyHeld({ ...person, proof: 'none' })).toBeNull()
  expect(whyHeld({ ...person, trap: true })).toBe('trap')
  expect(whyHeld({ ...person, proof: 'wrong' })).toBe('proof')
  expect(whyHeld({ ...person, addressHasRoom: false })).toBe('address')
  expect(whyHeld({ ...person, networkHasRoom: false })).toBe('network')
  expect(sendingLimits.unproven.address).toBeLessThan(sendingLimits.proven.address / 5)
})
