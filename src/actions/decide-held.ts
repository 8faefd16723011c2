/** FORM-13: a coordinator has looked at what was held, and sends it on or discards it. */
import { z } from 'zod'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { forgetOfHeld, listOfHeld, removeOfHeld } from '../db/files.ts'
import { decideHeld, type Held, lockHeld } from '../db/held.ts'
import type { DB } from '../db/schema.ts'
import { Problem } from '../domain/problem.ts'
import { sending, submission } from '../domain/submission.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { orderOf } from './send-by-link.ts'
import { sendWithin } from './send-referral.ts'

export const heldBody = z.object({ submission, sending: sending.partial({ shortlist: true }) })

/** It goes as it would have gone, under the reference that its sender has. Throws what is at fault where the form has changed since. */
export function releaseHeld(ctx: ActingContext, id: string): Promise<void> {
  return decide(ctx, id, 'released', null, async (trx, held) => {
    const { submission, sending } = heldBody.parse(held.body)
    const { submissionId, origin, networkId, organisationId, reference } = held
    const entry = { linkId: held.entryLinkId, networkId, organisationId }
    const files = (await listOfHeld(trx, id)).filter(({ state }) => state !== 'refused')
    await forgetOfHeld(trx, id)
    const order = orderOf({ submissionId, submission, sending, origin, files }, entry)
    await sendWithin(trx, { ...ctx, actor: null }, { ...order, id, reference })
  })
}

/** What was filled in is deleted; that it came, and why it was discarded, stays. */
export function discardHeld(ctx: ActingContext, id: string, reason: string): Promise<void> {
  return decide(ctx, id, 'discarded', reason, trx => removeOfHeld(trx, id, ctx.now()))
}

/** Decided already: nothing more happens. Written as the program, since the referral's parties are others. */
function decide(
  ctx: ActingContext,
  id: string,
  decision: 'released' | 'discarded',
  reason: string | null,
  work: (trx: Transaction<DB>, held: Held) => Promise<void>,
): Promise<void> {
  return inTransaction({ ...ctx, actor: null }, async trx => {
    const held = await lockHeld(trx, id)
    if (!held || !ctx.actor.coordinates.includes(held.networkId))
      throw new Problem('not_found', 'There is nothing held here.')
    if (held.decision) return
    const at = ctx.now()
    await work(trx, held)
    await decideHeld(trx, id, { decision, decidedBy: ctx.actor.userId, decidedAt: at, reason })
    const codes = { held: id, link: held.entryLinkId, why: held.why }
    const event = { action: decision === 'released' ? 'releaseHeld' : 'discardHeld', networkId: held.networkId, codes }
    await recordEvents(trx, at, [eventBy(ctx, event)])
  })
}
