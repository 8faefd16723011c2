/** Random tokens, their hashes, and what the program signs with its SECRET. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits; only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Keyed by the purpose, so that what was signed for one use is worthless for another. */
export function sign(secret: string, purpose: string, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest()
}

export function isSigned(signature: string | undefined, secret: string, purpose: string, ...parts: readonly string[]) {
  const expected = sign(secret, purpose, ...parts)
  const given = Buffer.from(signature ?? '', 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
