/** PRIV-1: a hold stops retention until it is lifted: on a referral by its coordinator, on an organisation's own record by a primary user. */

import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import { holdPerson } from '../../db/people/save.ts'
import { endHold, insertHold, type Of } from '../../db/privacy/holds.ts'
import { lockCase } from '../../db/referrals/load.ts'
import type { DB } from '../../db/schema.ts'
import { sightOf } from '../../domain/policy.ts'
import { mayHoldPeople, mayHoldReferral } from '../../domain/policy-on-privacy.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { noPerson } from '../people/keeper.ts'

/** `reason`: null lifts it. Doing what is done already changes nothing. */
export function holdReferral(ctx: ActingContext, referralId: string, reason: string | null): Promise<void> {
  return inTransaction(ctx, async trx => {
    const { sides, settings, networkId, anonymised } = await lockCase(trx, referralId)
    if (sightOf(ctx.actor, sides, settings).level === 'none') throw absent()
    if (!mayHoldReferral(ctx.actor, sides, settings))
      throw new Problem('not_allowed', 'A referral is held by its coordinator.')
    if (anonymised) throw new Problem('not_now', 'What is known of this referral has been erased.')
    if (!(await change(trx, ctx, { referralId }, reason))) return
    const event = eventBy(ctx, { action: actionOf(reason), party: 'coordinator', networkId, referralId })
    await recordEvents(trx, ctx.now(), [event])
  })
}

export function holdRecord(ctx: ActingContext, id: string, reason: string | null): Promise<void> {
  const { organisationId } = ctx.actor
  if (!organisationId || !mayHoldPeople(ctx.actor)) throw noPerson()
  return inTransaction(ctx, async trx => {
    const personId = await holdPerson(trx, id, organisationId)
    if (!personId) throw noPerson()
    if (!(await change(trx, ctx, { personId, organisationId }, reason))) return
    const codes = { person: personId }
    const event = eventBy(ctx, { action: actionOf(reason), party: 'keeper', organisationId, codes })
    await recordEvents(trx, ctx.now(), [event])
  })
}

function change(trx: Transaction<DB>, ctx: ActingContext, of: Of, reason: string | null): Promise<boolean> {
  const by = { userId: ctx.actor.userId, at: ctx.now() }
  return reason === null ? endHold(trx, of, by) : insertHold(trx, of, { ...by, reason })
}

function actionOf(reason: string | null): string {
  return reason === null ? 'liftHold' : 'placeHold'
}

function absent(): Problem {
  return new Problem('not_found', 'There is no such referral.')
}
