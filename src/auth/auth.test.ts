/** Passwords and what is signed. */
import { expect, test } from 'vitest'
import { takeTurns } from '../db/turns.ts'
import { isCommonPassword } from './common-passwords.ts'
import { knownDevice, rememberDevice } from './device.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { hashToken, isSigned, newToken, sign } from './secrets.ts'

const secret = 's'.repeat(40)

test('passwords are kept as argon2id with 19 MiB and two passes', async () => {
  const hash = await hashPassword('three warm lamps')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hash, 'three warm lamps')).toBe(true)
  expect(await verifyPassword(hash, 'three warm lamp')).toBe(false)
  expect(await verifyPassword(null, 'three warm lamps')).toBe(false)
})

test('any characters make a password, as many as 200, checked whole and as typed', async () => {
  const long = `${'ü 🦆'.repeat(39)}abcd`
  const hash = await hashPassword(long)
  expect(await verifyPassword(hash, long)).toBe(true)
  expect(await verifyPassword(hash, long.slice(0, -1))).toBe(false)
  expect(await verifyPassword(hash, long.toUpperCase())).toBe(false)
  expect(isCommonPassword('oncefourlowercasewords')).toBe(false)
})

test('a token has 256 bits, is never the same twice, and is kept as SHA-256', () => {
  const tokens = Array.from({ length: 1000 }, newToken)
  expect(new Set(tokens).size).toBe(1000)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(hashToken('a')).toHaveLength(32)
})

test('long passwords that everybody tries first are refused, and phrases of one’s own are not', () => {
  const common = [
    'password1234',
    'Liverpool2024!',
    'qwertyuiop12',
    '123456789012',
    '210987654321',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'Passw0rd!Passw0rd!',
    'q1w2e3r4t5y6',
    'LeaveMeAlone',
    'ghjcnjgfhjkm',
  ]
  for (const password of common) expect(isCommonPassword(password), password).toBe(true)
  for (const password of ['nine-purple-kettles', 'correct horse battery', 'gT7#kw02pLmx9', 'my password is a heron'])
    expect(isCommonPassword(password), password).toBe(false)
  expect(isCommonPassword('amamensah2026', ['Ama Mensah', 'ama.mensah@northbank.example'])).toBe(true)
})

test('what was signed for one purpose is worthless for another, or with another secret', () => {
  const seal = sign(secret, 'form', 'a', 'b').toString('base64url')
  expect(isSigned(seal, secret, 'form', 'a', 'b')).toBe(true)
  expect(isSigned(seal, secret, 'device', 'a', 'b')).toBe(false)
  expect(isSigned(seal, secret, 'form', 'a","b')).toBe(false)
  expect(isSigned(seal, `${secret}!`, 'form', 'a', 'b')).toBe(false)
  expect(isSigned(undefined, secret, 'form', 'a', 'b')).toBe(false)
})

test('a browser is known for each of its last accounts, and only for those', () => {
  const first = rememberDevice(secret, undefined, 'Ama@northbank.example')
  const both = rememberDevice(secret, first, 'ben@northbank.example')
  expect(knownDevice(secret, both, 'ama@northbank.example')).toBe(knownDevice(secret, both, 'ben@northbank.example'))
  expect(knownDevice(secret, both, 'ama@northbank.example')).not.toBeNull()
  expect(knownDevice(secret, both, 'cai@northbank.example')).toBeNull()
  expect(knownDevice('x'.repeat(40), both, 'ben@northbank.example')).toBeNull()
  const many = ['c', 'd', 'e', 'f', 'g'].reduce((cookie, who) => rememberDevice(secret, cookie, who), both)
  expect(knownDevice(secret, many, 'ama@northbank.example')).toBeNull()
})

test('few work at once, a bounded number wait, the rest are refused', async () => {
  const inTurn = takeTurns({ atOnce: 2, waiting: 3 }, () => {
    throw new Error('full')
  })
  let working = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++working)
    await new Promise(resolve => setTimeout(resolve, 5))
    working--
  }
  const outcomes = await Promise.allSettled(Array.from({ length: 7 }, () => inTurn(work)))
  expect(most).toBe(2)
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(2)
  await inTurn(work)
})
