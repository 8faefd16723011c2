/** Sets a new password by the link from the email, once, and ends every session of that user. */
import { isCommonPassword } from '../auth/common-passwords.ts'
import { hashPassword } from '../auth/password.ts'
import { hashToken } from '../auth/secrets.ts'
import { findReset, setPassword, useReset } from '../db/credentials.ts'
import { recordEvents } from '../db/events.ts'
import { removeLinks } from '../db/provider-links.ts'
import { Problem } from '../domain/problem.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

/** A refused password leaves the link good for another try. */
export async function resetPassword(ctx: Context, { token, password }: { token: string; password: string }) {
  const now = ctx.now()
  const tokenHash = hashToken(token)
  const user = await findReset(ctx.db, tokenHash, now)
  if (!user) throw usedUp()
  if (isCommonPassword(password, [user.name, user.email]))
    throw new Problem('invalid', 'Choose a password that is harder to guess.', { field: 'password', reason: 'common' })
  const hash = await hashPassword(password)
  await inTransaction(ctx, async trx => {
    if (!(await useReset(trx, tokenHash, now))) throw usedUp()
    await setPassword(trx, user.userId, hash, now)
    // The mailbox is theirs: an address that moved to another person at the provider is linked anew by the next sign-in.
    await removeLinks(trx, user.userId)
    await recordEvents(trx, now, [eventBy(ctx, { action: 'resetPassword', party: 'user', userId: user.userId })])
  })
}

function usedUp(): Problem {
  return new Problem('not_now', 'This link was used already, or it is too old. Ask for another.')
}
