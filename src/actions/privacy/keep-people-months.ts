/** PRIV-1: how many months an organisation keeps its own records of people after the last that was done. */
import { recordEvents } from '../../db/events.ts'
import { savePeopleMonths } from '../../db/privacy/own-retention.ts'
import { mayHoldPeople } from '../../domain/policy-on-privacy.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'

export function keepPeopleMonths(ctx: ActingContext, months: number): Promise<void> {
  const { organisationId } = ctx.actor
  if (!organisationId || !mayHoldPeople(ctx.actor)) throw new Problem('not_found', 'There is no such page.')
  return inTransaction(ctx, async trx => {
    await savePeopleMonths(trx, organisationId, months)
    const event = eventBy(ctx, { action: 'keepPeopleMonths', party: 'organisation', organisationId, codes: { months } })
    await recordEvents(trx, ctx.now(), [event])
  })
}
