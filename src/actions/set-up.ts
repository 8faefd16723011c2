/** The first run: whoever holds the code from the console becomes the first administrator, and the way is closed behind them. */
import { timingSafeEqual } from 'node:crypto'
import { hashPassword } from '../auth/password.ts'
import { hashToken, sign } from '../auth/secrets.ts'
import { setPassword } from '../db/credentials.ts'
import { recordEvents } from '../db/events.ts'
import { admitGuess } from '../db/guesses.ts'
import { findNonce, useNonce } from '../db/set-up.ts'
import { insertUser } from '../db/users.ts'
import { Problem } from '../domain/problem.ts'
import { readSetUpCode } from '../domain/set-up-code.ts'
import { beginSession, type NewSession } from './account/begin-session.ts'
import { type Context, inTransaction } from './context.ts'
import { checkAccount } from './create-user.ts'
import { eventBy } from './event-by.ts'
import { codeFrom } from './issue-set-up-code.ts'

export type FirstAccount = { code: string; name: string; email: string; password: string }

/** Throws at `code` where it is wrong or too old, `conflict` where somebody else was faster. */
export async function setUp(ctx: Context, { code, ...account }: FirstAccount): Promise<NewSession> {
  const now = ctx.now()
  const nonce = await checkCode(ctx, code, now)
  const { name, email, password } = checkAccount(account)
  const hash = await hashPassword(password)
  return inTransaction(ctx, async trx => {
    if (!(await useNonce(trx, nonce, now))) throw tooLate()
    const userId = await insertUser(trx, { name, email, platformAdministrator: true })
    if (!userId) throw tooLate()
    await setPassword(trx, userId, hash, now)
    await recordEvents(trx, now, [eventBy(ctx, { action: 'setUp', codes: { user: userId } })])
    return beginSession(trx, ctx, { id: userId, email }, {})
  })
}

/** Every try counts, right or wrong. What the code was made from. */
async function checkCode(ctx: Context, typed: string, now: Date): Promise<Buffer> {
  if (!(await admitGuess(ctx.db, sign(ctx.secret, 'guesses', 'set up'), now)))
    throw new Problem('too_many', 'There were too many tries. Wait five minutes, then try again.')
  const kept = await findNonce(ctx.db)
  if (!kept) throw tooLate()
  const right = hashToken(codeFrom(ctx.secret, kept.nonce))
  if (!timingSafeEqual(right, hashToken(readSetUpCode(typed))))
    throw new Problem('invalid', 'This is not the code.', { field: 'code', reason: 'wrong' })
  if (kept.expiresAt <= now) throw new Problem('invalid', 'This code is too old.', { field: 'code', reason: 'old' })
  return kept.nonce
}

function tooLate(): Problem {
  return new Problem('conflict', 'Somebody else has just set this installation up. Ask them to invite you.')
}
