/** Keeping what is typed, and throwing it away. A draft is no referral yet: nothing of it is seen by anybody else. */
import { randomUUID } from 'node:crypto'
import type { DraftBody } from '../db/drafts.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'

export function startDraft(ctx: ActingContext, networkId: string, body: DraftBody): Promise<string> {
  const { actor } = ctx
  const { organisationId } = actor
  if (!organisationId || !actor.networks.some(({ id, agreed }) => id === networkId && agreed))
    throw new Problem('not_found', 'There is no such network.')
  return inTransaction(ctx, async trx => {
    const id = randomUUID()
    await trx
      .insertInto('draft')
      .values({ id, userId: actor.userId, organisationId, networkId, body: JSON.stringify(body) })
      .execute()
    return id
  })
}

export function saveDraft(ctx: ActingContext, id: string, body: DraftBody): Promise<void> {
  return inTransaction(ctx, async trx => {
    const { numUpdatedRows } = await trx
      .updateTable('draft')
      .set({ body: JSON.stringify(body), updatedAt: ctx.now() })
      .where('id', '=', id)
      .where('userId', '=', ctx.actor.userId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Problem('not_found', 'There is no such draft.')
  })
}

export function deleteDraft(ctx: ActingContext, id: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    await trx.deleteFrom('draft').where('id', '=', id).where('userId', '=', ctx.actor.userId).execute()
  })
}
