/** RES-16: for safety a referral is closed to everybody but those asked and helping; or opened again. */
import { z } from 'zod'
import { recordEvents } from '../../db/events.ts'
import { lockCase } from '../../db/referrals/load.ts'
import { saveRestriction } from '../../db/referrals/oversight.ts'
import { partiesOf, sightOf } from '../../domain/policy.ts'
import { mayRestrict } from '../../domain/policy-on-referral.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'

export const restriction = z.strictObject({ restricted: z.boolean() })

/** Doing it twice is doing it once. */
export function setRestriction(ctx: ActingContext, referralId: string, restricted: boolean): Promise<void> {
  const { actor } = ctx
  return inTransaction(ctx, async trx => {
    const { sides, settings, networkId, anonymised, referral } = await lockCase(trx, referralId)
    if (sightOf(actor, sides, settings).level === 'none') throw new Problem('not_found', 'There is no such referral.')
    if (!mayRestrict(actor, sides, settings) || anonymised)
      throw new Problem('not_allowed', 'A referral is restricted by those on it.')
    if (sides.restricted === restricted) return
    const own = referral.assignments.find(one => one.organisationId === actor.organisationId) ?? null
    const [party = 'member'] = partiesOf(actor, sides, own)
    await saveRestriction(trx, referralId, restricted, ctx.now())
    const { userId, organisationId } = actor
    const who = { party, userId, organisationId, assignmentId: null, noteId: null, codes: {} }
    const action = restricted ? 'restrict' : 'unrestrict'
    await recordEvents(trx, ctx.now(), [{ action, networkId, referralId, ...who }])
  })
}
