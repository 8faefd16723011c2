/** Codes for whoever has lost their phone: 24 letters and digits, 117 bits, shown once, kept as hashes that need no key. */
import { randomInt } from 'node:crypto'
import { hashToken } from './secrets.ts'

export const recoveryCodeCount = 10
/** Without what is mistaken when read from paper: i, l, o, u, 0 and 1. */
const letters = 'abcdefghjkmnpqrstvwxyz23456789'
const [groups, each] = [6, 4]

export function newRecoveryCodes(): string[] {
  const letter = () => letters[randomInt(letters.length)] ?? ''
  const group = () => Array.from({ length: each }, letter).join('')
  return Array.from({ length: recoveryCodeCount }, () => Array.from({ length: groups }, group).join('-'))
}

/** However it was typed: spaces, dashes and capitals say nothing. */
export function hashRecoveryCode(typed: string): Buffer {
  return hashToken(plain(typed))
}

export function plain(code: string): string {
  return code.replace(/[\s\p{Pd}]/gu, '').toLowerCase()
}
