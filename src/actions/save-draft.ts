/** Keeping what is typed, and throwing it away. A draft is no referral yet: nothing of it is seen by anybody else. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DraftBody } from '../db/drafts.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'

/** `id`: where the page has named it already; the draft becomes the referral's submission, so one that was sent is not begun again. */
export function startDraft(
  ctx: ActingContext,
  networkId: string,
  body: DraftBody,
  id: string = randomUUID(),
): Promise<string> {
  const { actor } = ctx
  const { organisationId } = actor
  if (!organisationId || !actor.networks.some(({ id, agreed }) => id === networkId && agreed))
    throw new Problem('not_found', 'There is no such network.')
  return inTransaction(ctx, async trx => {
    const { rows } = await sql`
      insert into draft (id, user_id, organisation_id, network_id, body, updated_at)
      select ${id}::uuid, ${actor.userId}::uuid, ${organisationId}::uuid, ${networkId}::uuid, ${JSON.stringify(body)}::jsonb, ${ctx.now()}::timestamptz
      where not exists (select from referral where submission_id = ${id}::uuid)
      on conflict (id) do nothing returning id`.execute(trx)
    if (rows.length === 0) throw new Problem('not_found', 'There is no such draft.')
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
