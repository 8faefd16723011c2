/** ADM-2: another password, for who knows the one there is; every other session ends. */
import { isCommonPassword } from '../../auth/common-passwords.ts'
import { hashPassword, verifyPassword } from '../../auth/password.ts'
import { readAccount, readPasswordHash } from '../../db/accounts.ts'
import { setPassword, voidResets } from '../../db/credentials.ts'
import { recordEvents } from '../../db/events.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { beginSession, type NewSession, type Visitor } from './begin-session.ts'
import { countTry } from './guessing.ts'

/** The session to go on with: the database ends all there were. */
export async function changePassword(
  ctx: ActingContext,
  { current, password }: { current: string; password: string },
  visitor: Visitor,
): Promise<NewSession> {
  const { userId: id } = ctx.actor
  const { name, email } = await readAccount(ctx.db, id)
  const { forgive } = await countTry(ctx, 'password', { id, email }, visitor.device)
  if (!(await verifyPassword(await readPasswordHash(ctx.db, id), current)))
    throw new Problem('invalid', 'This is not your password now.', { field: 'current', reason: 'wrong' })
  await forgive()
  if (isCommonPassword(password, [name, email]))
    throw new Problem('invalid', 'Choose a password that is harder to guess.', { field: 'password', reason: 'common' })
  const hash = await hashPassword(password)
  return inTransaction(ctx, async trx => {
    await setPassword(trx, id, hash, ctx.now())
    await voidResets(trx, id, ctx.now())
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'changePassword', party: 'user' })])
    return beginSession(trx, ctx, { id, email }, visitor)
  })
}
