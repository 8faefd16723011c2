/** NET-2: whether invitations by members' primary users wait for a coordinator. */
import { sql } from 'kysely'
import { recordEvents } from '../db/events.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

export function setInvitationApproval(ctx: ActingContext, networkId: string, needed: boolean): Promise<void> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    await trx
      .updateTable('network')
      .set({ settings: sql`settings || ${JSON.stringify({ invitationsNeedApproval: needed })}::jsonb` })
      .where('id', '=', networkId)
      .execute()
    const codes = { setting: 'invitationsNeedApproval', to: needed }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'changeSettings', networkId, codes })])
  })
}
