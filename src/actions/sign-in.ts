/** Signing in: the same answer and the same time for a wrong password, an unknown address and a disabled account. */
import { accountOf, knownDevice } from '../auth/device.ts'
import { verifyPassword } from '../auth/password.ts'
import { findCredential } from '../db/credentials.ts'
import { admitGuess, forgiveGuess } from '../db/guesses.ts'
import { isOn, readSecondStep } from '../db/second-step.ts'
import { beginSession, type NewSession, type Visitor } from './account/begin-session.ts'
import { guessBucket, tooMany } from './account/guessing.ts'
import { askSecond, recordSignIn, type SecondAsked } from './account/second-asked.ts'
import { type Context, inTransaction } from './context.ts'

export type { NewSession } from './account/begin-session.ts'

/** `demonstration`: while it is one, its made-up people come in too; their password stands on the page. */
export type SignInAttempt = Visitor & { email: string; password: string; demonstration?: boolean }

/** Null where the pair is wrong, for whatever reason; a second step where the account has one. */
export async function signIn(ctx: Context, attempt: SignInAttempt): Promise<NewSession | SecondAsked | null> {
  const { email, password, device } = attempt
  const now = ctx.now()
  const bucket = guessBucket(ctx, accountOf(email), knownDevice(ctx.secret, device, email))
  if (!(await admitGuess(ctx.db, bucket, now))) throw tooMany()
  const credential = await findCredential(ctx.db, email, attempt)
  const right = await verifyPassword(credential?.passwordHash ?? null, password)
  if (!credential || !right) {
    await inTransaction(ctx, trx => recordSignIn(trx, ctx, 'signInRefused', credential?.userId ?? null))
    return null
  }
  const user = { id: credential.userId, email: accountOf(email) }
  const second = await readSecondStep(ctx.db, user.id)
  return inTransaction(ctx, async trx => {
    await forgiveGuess(trx, bucket, now)
    if (isOn(second)) return askSecond(ctx, { ...user, changedAt: credential.changedAt.toISOString() }, second)
    await recordSignIn(trx, ctx, 'signIn', user.id)
    return beginSession(trx, ctx, user, attempt)
  })
}
