/** ADM-2: a token of one's own ends at once, whoever holds it. */
import { recordEvents } from '../../db/events.ts'
import { revokeToken as revoke } from '../../db/tokens.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'

export function revokeToken(ctx: ActingContext, id: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const revoked = await revoke(trx, ctx.actor.userId, id, ctx.now())
    if (revoked === 'unknown') throw new Problem('not_found', 'There is no such token.')
    if (revoked === 'before') return
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'revokeToken', party: 'user', codes: { token: id } })])
  })
}
