/** The second step of signing in: a code of the app, a recovery code, or a passkey. */
import { type Context, inTransaction } from '../context.ts'
import { beginSession, type NewSession, type Visitor } from './begin-session.ts'
import { countTry } from './guessing.ts'
import { type PasskeyAnswer, takeAnswer } from './passkey-answer.ts'
import { readSecondKey, recordSignIn } from './second-asked.ts'
import { takeCode } from './take-code.ts'

export type Second = { code: string } | { passkey: PasskeyAnswer }

/** Null where the code or the answer is wrong. Throws where the first step is over. */
export async function signInSecond(
  ctx: Context,
  key: string,
  second: Second,
  visitor: Visitor,
): Promise<NewSession | null> {
  const who = await readSecondKey(ctx, key)
  const { forgive } = await countTry(ctx, 'code', who, visitor.device)
  const session = await inTransaction(ctx, async trx => {
    const way =
      'code' in second
        ? await takeCode(trx, ctx, who.id, second.code)
        : (await takeAnswer(trx, ctx, second.passkey, who.id)) && 'passkey'
    if (!way) return null
    await recordSignIn(trx, ctx, 'signIn', who.id, { second: way })
    return beginSession(trx, ctx, who, visitor, who.changedAt === null ? 'one_factor' : null)
  })
  if (session) await forgive()
  else await inTransaction(ctx, trx => recordSignIn(trx, ctx, 'secondStepRefused', who.id))
  return session
}
