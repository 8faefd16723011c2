/** The proof that a browser, not a robot by the thousand, sends a form: a little work that is asked for, done in the page, and good once. */
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { sign } from '../auth/secrets.ts'
import type { Transaction } from '../db/database.ts'
import type { DB } from '../db/schema.ts'
import { spendOnce } from '../db/spent-once.ts'
import { entryMinutes, type Proof } from '../domain/entry.ts'
import type { Context } from './context.ts'

/** About 256 tries of some 2 ms each: a second of a laptop, a few of an old phone, an hour for every few thousand forms. */
const cost = 4000

/** As JSON, for the page. Bound to the link; no state is kept until it is solved and sent. */
export async function newChallenge({ secret, now }: Pick<Context, 'secret' | 'now'>, linkId: string): Promise<string> {
  const challenge = await createChallenge({
    ...{ algorithm: 'PBKDF2/SHA-256', cost, deriveKey },
    hmacSignatureSecret: keyOf(secret, linkId),
    expiresAt: new Date(now().getTime() + entryMinutes * 60_000),
  })
  return JSON.stringify(challenge)
}

const payload = z.object({
  challenge: z.object({
    parameters: z.record(z.string(), z.union([z.string().max(200), z.number(), z.boolean()])),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(200) }),
})

/** `typed`: what the page sent as proof, blank without a script. Solved, it is spent: a second form with it is `wrong`. */
export async function checkProof(
  trx: Transaction<DB>,
  { secret, now }: Pick<Context, 'secret' | 'now'>,
  linkId: string,
  typed: string,
): Promise<Proof> {
  if (typed === '') return 'none'
  const read = payload.safeParse(parse(typed))
  if (!read.success || !(await isSolved(read.data, keyOf(secret, linkId)))) return 'wrong'
  const hash = sign(secret, 'spent proof', read.data.challenge.signature)
  const expiresAt = new Date(now().getTime() + 2 * entryMinutes * 60_000)
  return (await spendOnce(trx, hash, expiresAt, now())) ? 'solved' : 'wrong'
}

/** The parameters are believed only under our own signature, which is looked at before any work is done over. */
async function isSolved({ challenge, solution }: z.infer<typeof payload>, key: string): Promise<boolean> {
  const { nonce, salt, algorithm, cost, keyLength, keyPrefix, expiresAt } = challenge.parameters
  const parameters = { nonce, salt, algorithm, cost, keyLength, keyPrefix, expiresAt }
  const known = z
    .object({
      ...{ nonce: z.string(), salt: z.string(), algorithm: z.string(), keyPrefix: z.string() },
      ...{ cost: z.number(), keyLength: z.number(), expiresAt: z.number() },
    })
    .safeParse(parameters)
  if (!known.success) return false
  const { verified } = await verifySolution({
    challenge: { parameters: known.data, signature: challenge.signature },
    solution,
    deriveKey,
    hmacSignatureSecret: key,
  })
  return verified
}

function keyOf(secret: string, linkId: string): string {
  return sign(secret, 'proof of work', linkId).toString('base64url')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
