/** A coordinator takes back what somebody was trusted with in the network; the last coordinator stays. */
import { endGrant, listGranted, settleAccount } from '../db/colleagues.ts'
import { recordEvents } from '../db/events.ts'
import { lockSettings } from '../db/settings.ts'
import { Problem } from '../domain/problem.ts'
import type { GrantRole } from '../domain/users.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

export function takeBackGrant(
  ctx: ActingContext,
  { networkId, userId, role }: { networkId: string; userId: string; role: GrantRole },
): Promise<void> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    const coordinators = (await listGranted(trx, networkId)).filter(one => one.role === 'coordinator')
    const isLast = coordinators.length === 1 && coordinators[0]?.userId === userId
    if (role === 'coordinator' && isLast)
      throw new Problem('not_now', 'A network keeps at least one coordinator. Invite another first.')
    if (!(await endGrant(trx, networkId, userId, role))) return
    await settleAccount(trx, userId, ctx.now())
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'endGrant', networkId, codes: { user: userId, role } })])
  })
}
