/** A forgotten password: one email with a link, the same answer and time whether or not anybody has the address. */
import { setTimeout as pass } from 'node:timers/promises'
import { hashToken } from '../auth/secrets.ts'
import { minutesBefore } from '../db/actors.ts'
import { addReset, findForgetful } from '../db/credentials.ts'
import { type Context, inTransaction } from './context.ts'
import { enqueueMessage } from './enqueue-message.ts'
import { linkToken } from './link-token.ts'

export const resetMinutes = 30
const mostAnHour = 5
/** Longer than either way takes, so that the clock tells nothing. */
const answerTakes = 200

export async function askForReset(ctx: Context, email: string): Promise<void> {
  await Promise.all([enqueueReset(ctx, email), pass(answerTakes)])
}

function enqueueReset(ctx: Context, email: string): Promise<void> {
  const now = ctx.now()
  return inTransaction(ctx, async trx => {
    const userId = await findForgetful(trx, email, now, mostAnHour)
    if (!userId) return
    const id = await enqueueMessage(trx, ctx, { template: 'reset', userId })
    const tokenHash = hashToken(linkToken(ctx.secret, 'reset', id))
    await addReset(trx, { id, userId, tokenHash, createdAt: now, expiresAt: minutesBefore(now, -resetMinutes) })
  })
}
