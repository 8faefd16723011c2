/** What did not go, decided by the coordinator of its network: send again, correct the address and send again, or leave it. */
import { recordEvents } from '../db/events.ts'
import { leaveHeld, readHeld, requeueHeld } from '../db/held-messages.ts'
import { writeTeamInbox } from '../db/notice-choices.ts'
import { may } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

/** `address`: only a team inbox's can be corrected here; an account's belongs to its user. */
export type Settling = { act: 'again' } | { act: 'leave' } | { act: 'correct'; address: string }

export function settleHeld(ctx: ActingContext, id: string, settling: Settling): Promise<void> {
  return inTransaction(ctx, async trx => {
    const held = may(ctx.actor, 'coordinate') ? await readHeld(trx, id, ctx.actor.coordinates) : null
    if (!held) throw new Problem('not_found', 'There is no such message.')
    if (settling.act === 'correct') {
      if (held.kind !== 'team' || !held.teamId) throw new Problem('not_allowed', 'This address is not corrected here.')
      await writeTeamInbox(trx, held.teamId, settling.address)
    }
    await (settling.act === 'leave' ? leaveHeld : requeueHeld)(trx, id)
    const codes = { message: id, act: settling.act }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'settleHeld', codes })])
  })
}
