/** What every action on a record begins with: somebody of an organisation, and the record held, which is that organisation's. */
import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import { holdPerson } from '../../db/people/save.ts'
import type { DB } from '../../db/schema.ts'
import { may } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'

export type Keeping = { trx: Transaction<DB>; personId: string; organisationId: string; userId: string; at: Date }

/** The organisation whose people these are; absent to everybody else. */
export function keeperOf({ actor }: ActingContext): string {
  if (!actor.organisationId || !may(actor, 'keepPeople')) throw noPerson()
  return actor.organisationId
}

/** `action` goes on record with the record's id and nothing about anybody. */
export function keepingPerson<R>(
  ctx: ActingContext,
  id: string,
  action: string,
  work: (keeping: Keeping) => Promise<R>,
): Promise<R> {
  const organisationId = keeperOf(ctx)
  return inTransaction(ctx, async trx => {
    const personId = await holdPerson(trx, id, organisationId)
    if (!personId) throw noPerson()
    const at = ctx.now()
    const done = await work({ trx, personId, organisationId, userId: ctx.actor.userId, at })
    await recordEvents(trx, at, [eventBy(ctx, { action, party: 'keeper', codes: { person: personId } })])
    return done
  })
}

export function noPerson(): Problem {
  return new Problem('not_found', 'There is no such person.')
}
