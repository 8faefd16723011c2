/** FORM-13, PRIV-1: what is held and nobody looked at goes after the network's time for drafts, 30 days by default. Give it a context without an actor. */
import { recordEvents } from '../db/events.ts'
import { removeOfHeld } from '../db/files.ts'
import { decideHeld, listLeftHeld } from '../db/held.ts'
import { networkSettings } from '../domain/network.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

/** How many went. That they came stays, and their sender sees that they were not sent on. */
export function sweepHeld(ctx: Context): Promise<number> {
  const { draftDays } = networkSettings.parse({})
  const at = ctx.now()
  return inTransaction(ctx, async trx => {
    const left = await listLeftHeld(trx, at, draftDays)
    for (const { id, networkId, entryLinkId, why } of left) {
      await removeOfHeld(trx, id, at)
      await decideHeld(trx, id, { decision: 'discarded', decidedBy: null, decidedAt: at, reason: null })
      const codes = { held: id, link: entryLinkId, why }
      await recordEvents(trx, at, [eventBy(ctx, { action: 'discardHeld', party: 'system', networkId, codes })])
    }
    return left.length
  })
}
