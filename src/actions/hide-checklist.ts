/** Puts a network's checklist away, or brings it back. It stays to be found among the settings. */
import { saveChecklistHidden } from '../db/checklist.ts'
import { recordEvents } from '../db/events.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

export function hideChecklist(ctx: ActingContext, networkId: string, hidden: boolean): Promise<void> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    await saveChecklistHidden(trx, networkId, hidden ? ctx.now() : null)
    const codes = { setting: 'checklist', to: hidden ? 'hidden' : 'shown' }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'changeSettings', networkId, codes })])
  })
}
