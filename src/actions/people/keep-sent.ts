/** A sender may keep the person whom it referred among its own people too. */
import { recordEvents } from '../../db/events.ts'
import { keepForSender } from '../../db/people/keep.ts'
import { lockCase } from '../../db/referrals/load.ts'
import { sightOf } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { keeperOf } from './keeper.ts'

/** The record's id; keeping twice is keeping once, at once too: the referral is held meanwhile. */
export function keepSentPerson(ctx: ActingContext, referralId: string): Promise<string> {
  const organisationId = keeperOf(ctx)
  return inTransaction(ctx, async trx => {
    const { sides, settings } = await lockCase(trx, referralId)
    const isSender = sides.parties.some(one => one.organisationId === organisationId && one.standing === 'sender')
    if (!isSender || sightOf(ctx.actor, sides, settings).level !== 'full') throw absentReferral()
    const at = ctx.now()
    const personId = await keepForSender(trx, referralId, organisationId, at)
    if (!personId) throw absentReferral()
    const codes = { person: personId, referral: referralId }
    await recordEvents(trx, at, [eventBy(ctx, { action: 'keepPerson', party: 'keeper', codes })])
    return personId
  })
}

function absentReferral(): Problem {
  return new Problem('not_found', 'There is no such referral.')
}
