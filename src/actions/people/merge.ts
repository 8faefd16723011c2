/** Two records of one person become one, and two again if that was wrong. */
import { recordEvents } from '../../db/events.ts'
import { endMerge, holdBoth, holdMerge, insertDistinct, insertMerge } from '../../db/people/merges.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { keeperOf, noPerson } from './keeper.ts'

/** `fromId` is absorbed, `intoId` stays. The id of the merge, by which it is undone. Of two at once one wins. */
export function mergePeople(
  ctx: ActingContext,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<string> {
  const organisationId = keeperOf(ctx)
  if (fromId === intoId) throw new Problem('invalid', 'These are the same record.', { field: 'from' })
  return inTransaction(ctx, async trx => {
    const held = await holdBoth(trx, [fromId, intoId], organisationId)
    if (held.length < 2) throw noPerson()
    if (held.some(({ mergedIntoId }) => mergedIntoId !== null))
      throw new Problem('already_answered', 'One of these records has been merged already.')
    const at = ctx.now()
    const mergeId = await insertMerge(trx, { fromId, intoId, organisationId }, { userId: ctx.actor.userId, at })
    await recordEvents(trx, at, [
      eventBy(ctx, {
        action: 'mergePeople',
        party: 'keeper',
        codes: { person: intoId, from: fromId, merge: mergeId },
      }),
    ])
    return mergeId
  })
}

/** Both records are as they were; what was written since stays with the one on which it was written. */
export function undoMerge(ctx: ActingContext, mergeId: string): Promise<{ fromId: string; intoId: string }> {
  const organisationId = keeperOf(ctx)
  return inTransaction(ctx, async trx => {
    const merge = await holdMerge(trx, mergeId, organisationId)
    if (!merge) throw new Problem('not_found', 'There is no such merge, or it has been undone.')
    const at = ctx.now()
    await endMerge(trx, merge, { userId: ctx.actor.userId, at })
    const { fromId, intoId } = merge
    await recordEvents(trx, at, [
      eventBy(ctx, {
        action: 'undoMerge',
        party: 'keeper',
        codes: { person: intoId, from: fromId, merge: mergeId },
      }),
    ])
    return { fromId, intoId }
  })
}

/** They look alike and are two people: the question is not asked again. */
export function sayDistinct(ctx: ActingContext, one: string, other: string): Promise<void> {
  const organisationId = keeperOf(ctx)
  return inTransaction(ctx, async trx => {
    const held = await holdBoth(trx, [one, other], organisationId)
    if (held.length < 2) throw noPerson()
    const at = ctx.now()
    await insertDistinct(trx, [one, other], organisationId, { userId: ctx.actor.userId, at })
    await recordEvents(trx, at, [
      eventBy(ctx, { action: 'sayDistinct', party: 'keeper', codes: { person: one, other } }),
    ])
  })
}
