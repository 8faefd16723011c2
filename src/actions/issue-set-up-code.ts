/** The one-time code of an empty installation: derived from SECRET and a row, so that every process prints the same and nothing stored opens the door. */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sign } from '../auth/secrets.ts'
import { minutesBefore } from '../db/actors.ts'
import type { DB } from '../db/schema.ts'
import { isSetUp, keepNonce } from '../db/set-up.ts'
import { setUpCode, setUpHours } from '../domain/set-up-code.ts'

/** Null once somebody has an account. */
export async function issueSetUpCode(
  db: Kysely<DB>,
  secret: string,
  now: Date,
): Promise<{ code: string; expiresAt: Date } | null> {
  if (await isSetUp(db)) return null
  const fresh = { nonce: randomBytes(16), expiresAt: minutesBefore(now, -60 * setUpHours) }
  const kept = await keepNonce(db, fresh, now)
  return kept && { code: codeFrom(secret, kept.nonce), expiresAt: kept.expiresAt }
}

export function codeFrom(secret: string, nonce: Buffer): string {
  return setUpCode(sign(secret, 'set up', nonce.toString('hex')))
}
