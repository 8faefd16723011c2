/** RES-16: a coordinator opens a restricted referral for an hour, with a reason that their colleagues and the history keep. */
import { z } from 'zod'
import { recordEvents } from '../../db/events.ts'
import { lockCase } from '../../db/referrals/load.ts'
import { insertGlass } from '../../db/referrals/oversight.ts'
import { sightOf } from '../../domain/policy.ts'
import { mayBreakGlass } from '../../domain/policy-on-referral.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { enqueueNotices } from '../enqueue-notices.ts'

export const glass = z.strictObject({
  reason: z.string().trim().min(10, { error: 'reason' }).max(1000, { error: 'too_long' }),
})

const minutes = 60

/** While it is open already, nothing more is recorded. */
export function breakGlass(ctx: ActingContext, referralId: string, { reason }: z.infer<typeof glass>): Promise<void> {
  const { actor } = ctx
  return inTransaction(ctx, async trx => {
    const file = await lockCase(trx, referralId)
    const { sides, settings, networkId } = file
    if (sightOf(actor, sides, settings).level === 'none') throw new Problem('not_found', 'There is no such referral.')
    if (sides.openedBy?.includes(actor.userId)) return
    if (!mayBreakGlass(actor, sides))
      throw new Problem('not_allowed', 'Only a coordinator opens a restricted referral.')
    const at = ctx.now()
    const { userId, organisationId } = actor
    await insertGlass(trx, { referralId, userId, reason }, minutes)
    await trx.insertInto('viewRecord').values({ at, userId, organisationId, referralId, what: 'break_glass' }).execute()
    const who = { party: 'coordinator', userId, organisationId, assignmentId: null, noteId: null, codes: {} }
    const events = await recordEvents(trx, at, [{ action: 'break_glass', networkId, referralId, ...who }])
    await enqueueNotices(trx, ctx, { before: file.referral, after: file.referral, file, events })
  })
}
