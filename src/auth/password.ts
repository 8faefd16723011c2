/** Passwords: argon2id at OWASP's least or more, few at a time, so that fifty people signing in slow nobody else. */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { takeTurns } from '../db/turns.ts'
import { Problem } from '../domain/problem.ts'

export const passwordLength = { least: 12, most: 200 } as const

/** Argon2id is the library's own choice; memory in KiB. A hash carries its own parameters, so raising these leaves old ones valid. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const inTurn = takeTurns({ atOnce: 2, waiting: 200 }, () => {
  throw new Problem('unavailable', 'Too many people are signing in at this moment. Try again in a minute.')
})

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), strength))
}

/** Takes as long for nobody (null) as for somebody. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const nobody = await decoy()
  const matches = await inTurn(() => verify(stored ?? nobody, password.normalize('NFKC')))
  return stored !== null && matches
}

let decoyHash: Promise<string> | undefined
function decoy(): Promise<string> {
  decoyHash ??= hashPassword(randomBytes(16).toString('hex'))
  return decoyHash
}
