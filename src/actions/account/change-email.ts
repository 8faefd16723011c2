/** ADM-2: another email address, in force once its own link was followed; the old address is told. */
import { randomUUID } from 'node:crypto'
import { hashToken } from '../../auth/secrets.ts'
import {
  addEmailChange,
  countEmailChanges,
  findEmailChange,
  hasAccount,
  insertEmailLetter,
  readAccount,
  setEmail,
  useEmailChange,
} from '../../db/accounts.ts'
import { minutesBefore } from '../../db/actors.ts'
import { recordEvents } from '../../db/events.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, type Context, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { linkToken } from '../link-token.ts'

export const emailLinkHours = 24
const mostAnHour = 5

/** Says the same where another account has the address: nobody learns that, and no link goes there. */
export async function askToChangeEmail(ctx: ActingContext, email: string): Promise<void> {
  const { userId } = ctx.actor
  const now = ctx.now()
  const { email: oldEmail } = await readAccount(ctx.db, userId)
  if (oldEmail.toLowerCase() === email.toLowerCase())
    throw new Problem('invalid', 'This is your address already.', { field: 'email', reason: 'same' })
  if ((await countEmailChanges(ctx.db, userId, minutesBefore(now, 60))) >= mostAnHour)
    throw new Problem('too_many', 'There were several changes within the hour. Wait an hour, then try again.')
  await inTransaction(ctx, async trx => {
    const id = randomUUID()
    const tokenHash = hashToken(linkToken(ctx.secret, 'email', id))
    const expiresAt = minutesBefore(now, -60 * emailLinkHours)
    await addEmailChange(trx, { id, userId, email, oldEmail, tokenHash, createdAt: now, expiresAt })
    if (!(await hasAccount(trx, email))) await insertEmailLetter(trx, hostOf(ctx), 'email_change', id)
    await recordEvents(trx, now, [eventBy(ctx, { action: 'askToChangeEmail', party: 'user' })])
  })
}

/** By whoever holds the link: it came to the new address. */
export function confirmEmail(ctx: Context, token: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const now = ctx.now()
    const change = await findEmailChange(trx, hashToken(token), now)
    if (!change || !(await useEmailChange(trx, change.id, now))) throw over()
    if (!(await setEmail(trx, change, now))) throw over()
    await insertEmailLetter(trx, hostOf(ctx), 'email_changed', change.id)
    await recordEvents(trx, now, [eventBy(ctx, { action: 'changeEmail', party: 'user', userId: change.userId })])
  })
}

function over(): Problem {
  return new Problem('not_now', 'This link was used already, or it is too old. Ask for another.')
}

function hostOf({ baseUrl }: Pick<Context, 'baseUrl'>): string {
  return new URL(baseUrl).hostname
}
