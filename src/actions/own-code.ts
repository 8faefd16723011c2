/** The code that goes with a reference, for who referred without an account. Derived, so that no table, message or backup holds one. */
import { timingSafeEqual } from 'node:crypto'
import { sign } from '../auth/secrets.ts'

const digits = 8

/** Eight figures in two groups, easy to read out: 4827 1936. Guesses are counted by whoever asks for it. */
export function ownCode(secret: string, referralId: string): string {
  const number = sign(secret, 'own code', referralId).readUIntBE(0, 6) % 10 ** digits
  return String(number)
    .padStart(digits, '0')
    .replace(/(?<=^\d{4})/, ' ')
}

export function isOwnCode(secret: string, referralId: string, typed: string): boolean {
  const expected = Buffer.from(ownCode(secret, referralId).replace(' ', ''))
  const given = Buffer.from(typed.normalize('NFKC').replace(/[^\d]/g, ''))
  return given.length === expected.length && timingSafeEqual(given, expected)
}
