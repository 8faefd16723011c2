/** What is asked of a passkey, and its answer: the challenge travels sealed with the page and works once. */
import { z } from 'zod'
import { askForPasskey, readAssertion } from '../../auth/passkeys.ts'
import { seal, unseal } from '../../auth/sealing.ts'
import { sign } from '../../auth/secrets.ts'
import type { Transaction } from '../../db/database.ts'
import { listCredentials, markPasskeyUsed, type StoredPasskey, takePasskey } from '../../db/passkeys.ts'
import type { DB } from '../../db/schema.ts'
import { spendOnce } from '../../db/spent-once.ts'
import type { Context } from '../context.ts'

const minutes = 5
type Ctx = Pick<Context, 'db' | 'secret' | 'now' | 'baseUrl'>
/** `challenge`: as it was sealed; `answer`: the browser's own words. */
export type PasskeyAnswer = { challenge: string; answer: string }

/** `userId` null: whoever has a passkey for us. */
export async function askPasskey(ctx: Ctx, userId: string | null) {
  const options = await askForPasskey(ctx, userId ? await listCredentials(ctx.db, userId) : [])
  return { options, challenge: sealChallenge(ctx, options.challenge, userId ?? 'anybody') }
}

export function sealChallenge({ secret, now }: Pick<Ctx, 'secret' | 'now'>, challenge: string, of: string): string {
  return seal({ secret, purpose: `passkey ${of}` }, challenge, now(), minutes)
}

/** The challenge that was sealed, once; null where it is too old, for another, or used before. */
export async function takeChallenge(
  trx: Transaction<DB>,
  { secret, now }: Pick<Ctx, 'secret' | 'now'>,
  sealed: string,
  of: string,
): Promise<string | null> {
  const opened = unseal({ secret, purpose: `passkey ${of}` }, sealed, now())
  if (!opened.ok || typeof opened.value !== 'string') return null
  const until = new Date(now().getTime() + minutes * 60_000)
  const first = await spendOnce(trx, sign(secret, 'passkey challenge', opened.value), until, now())
  return first ? opened.value : null
}

const text = z.string().max(8000)
const assertion = z.object({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
  clientExtensionResults: z.object({}).default({}),
})

/** Whose passkey answered rightly; null where none did. `userId`: only theirs counts. */
export async function takeAnswer(
  trx: Transaction<DB>,
  ctx: Ctx,
  { challenge: sealed, answer }: PasskeyAnswer,
  userId: string | null,
): Promise<StoredPasskey | null> {
  const read = assertion.safeParse(parsed(answer))
  const challenge = await takeChallenge(trx, ctx, sealed, userId ?? 'anybody')
  if (!read.success || !challenge) return null
  const passkey = await takePasskey(trx, read.data.id)
  if (!passkey || (userId && passkey.userId !== userId)) return null
  const counter = await readAssertion(ctx, challenge, read.data as Parameters<typeof readAssertion>[2], passkey)
  if (counter === null) return null
  await markPasskeyUsed(trx, passkey.id, counter, ctx.now())
  return passkey
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
