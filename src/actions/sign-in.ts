/** Signing in: the same answer and the same time for a wrong password, an unknown address and a disabled account. */
import { accountOf, knownDevice, rememberDevice } from '../auth/device.ts'
import { verifyPassword } from '../auth/password.ts'
import { hashToken, newToken, sign } from '../auth/secrets.ts'
import { findCredential, markSignedIn } from '../db/credentials.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { admitGuess, forgiveGuess } from '../db/guesses.ts'
import type { DB } from '../db/schema.ts'
import { addSession } from '../db/sessions.ts'
import { Problem } from '../domain/problem.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

/** `device`: the cookie of a browser that signed in before. */
export type SignInAttempt = { email: string; password: string; device?: string | undefined }
/** Both go into cookies; neither is stored. */
export type NewSession = { token: string; device: string }

/** Null where the pair is wrong, for whatever reason. */
export async function signIn(ctx: Context, { email, password, device }: SignInAttempt): Promise<NewSession | null> {
  const now = ctx.now()
  const bucket = bucketOf(ctx, email, device)
  if (!(await admitGuess(ctx.db, bucket, now)))
    throw new Problem('too_many', 'There were too many tries for this account. Wait five minutes, then try again.')
  const credential = await findCredential(ctx.db, email)
  const right = await verifyPassword(credential?.passwordHash ?? null, password)
  if (!credential || !right) {
    await inTransaction(ctx, trx => record(trx, ctx, 'signInRefused', credential?.userId ?? null))
    return null
  }
  const token = newToken()
  await inTransaction(ctx, async trx => {
    await forgiveGuess(trx, bucket, now)
    await addSession(trx, credential.userId, hashToken(token), now)
    await markSignedIn(trx, credential.userId, now)
    await record(trx, ctx, 'signIn', credential.userId)
  })
  return { token, device: rememberDevice(ctx.secret, device, email) }
}

/** The audit tells who came and who was refused, never what was typed. */
async function record(trx: Transaction<DB>, ctx: Context, action: 'signIn' | 'signInRefused', userId: string | null) {
  await recordEvents(trx, ctx.now(), [eventBy(ctx, { action, party: 'user', userId })])
}

/** A browser that signed in to this account before counts for itself; all others count together, whatever their address. */
function bucketOf({ secret }: Context, email: string, device: string | undefined): Buffer {
  return sign(secret, 'guesses', accountOf(email), knownDevice(secret, device, email) ?? '')
}
