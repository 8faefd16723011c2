/** PRIV-2: the author of a private note says whether it goes to the person who asked, and may think again. */
import { recordEvents } from '../../db/events.ts'
import { decideRelease } from '../../db/privacy/releases.ts'
import type { ReleaseDecision } from '../../domain/subject.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { absent } from './controller.ts'

/** The event names no referral: that there is a private note shows to nobody who reads its history. */
export function releaseNote(
  ctx: ActingContext,
  { requestId, noteId }: { requestId: string; noteId: string },
  decision: ReleaseDecision,
): Promise<void> {
  const { userId, organisationId } = ctx.actor
  return inTransaction(ctx, async trx => {
    const decided = await decideRelease(trx, { requestId, noteId, userId }, decision, ctx.now())
    if (!decided) throw absent()
    const action = decision === 'released' ? 'noteReleased' : 'noteKept'
    const of = { party: 'member', networkId: decided.networkId, organisationId, codes: { request: requestId } }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action, ...of })])
  })
}
