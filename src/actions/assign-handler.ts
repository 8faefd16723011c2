/** RES-17: a colleague looks after an organisation's part in referrals, as many at once as are chosen. */
import { setHandler } from '../db/referrals/handlers.ts'
import { type Filters, listReferrals } from '../db/referrals/list.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { recordGiven, tellTaker } from './hand-over/give-work.ts'

/** How many may be given to somebody at once. */
export const mostAssigned = 500

/** Of what the filters leave, what is live with the actor's organisation. How many: the others stay as they are. */
export function assignHandler(ctx: ActingContext, filters: Filters, handler: string): Promise<number> {
  const { actor } = ctx
  return inTransaction(ctx, async trx => {
    const { rows } = await listReferrals(trx, actor, filters, null, mostAssigned)
    const agreed = actor.networks.filter(network => network.agreed).map(({ id }) => id)
    const given = await setHandler(trx, {
      referralIds: rows.map(({ id }) => id),
      organisationId: actor.organisationId,
      networkIds: agreed,
      handler,
    })
    if (given === null) throw new Problem('invalid', 'Choose one of your colleagues.', { field: 'handler' })
    await recordGiven(trx, ctx, actor.organisationId, given, handler)
    if (given.length > 0) await tellTaker(trx, ctx, handler, { count: given.length })
    return new Set(given.map(({ referralId }) => referralId)).size
  })
}
