/** That somebody took the audit log away as a file, and which half of it. */
import { recordEvents } from '../db/events.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

export function recordExport(ctx: ActingContext, kind: 'done' | 'read'): Promise<void> {
  return inTransaction(ctx, async trx => {
    // Of no one network where they look after several: each coordinator sees it among their own.
    const networks = ctx.actor.coordinates.length > 0 ? ctx.actor.coordinates : [null]
    const events = networks.map(networkId => eventBy(ctx, { action: 'exportAudit', networkId, codes: { kind } }))
    await recordEvents(trx, ctx.now(), events)
  })
}
