/** ADM-5: whoever runs the installation signs one user, or everybody, out. */
import { recordEvents } from '../db/events.ts'
import { endEverySession } from '../db/sessions.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

/** `userId` null: everybody. How many ended. */
export function endSessions(ctx: Context, userId: string | null): Promise<number> {
  return inTransaction(ctx, async trx => {
    const codes = userId ? { user: userId } : {}
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'endSessions', codes })])
    return endEverySession(trx, userId)
  })
}
