/** ADM-2: where one is signed in: one of them ended, or all but this one. */
import { recordEvents } from '../../db/events.ts'
import { endSessionsOf } from '../../db/sessions.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'

export function endOwnSession(ctx: ActingContext, id: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const ended = await endSessionsOf(trx, ctx.actor.userId, { id })
    if (ended === 0) throw new Problem('not_found', 'There is no such session.')
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'endSession', party: 'user' })])
  })
}

/** `own` null: all of them. How many ended. */
export function endOtherSessions(ctx: ActingContext, own: string | null): Promise<number> {
  return inTransaction(ctx, async trx => {
    const ended = await endSessionsOf(trx, ctx.actor.userId, { allBut: own })
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'endOtherSessions', party: 'user', codes: { ended } })])
    return ended
  })
}
