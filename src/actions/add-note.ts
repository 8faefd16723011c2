/** RES-9: a note on a referral, seen by everyone on it, or by its author alone. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { recordEvents } from '../db/events.ts'
import { loadCase } from '../db/referrals/load.ts'
import { may, sightOf } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'

export const newNote = z.strictObject({
  kind: z.enum(['regular', 'private']).default('regular'),
  body: z.string().trim().min(1, { error: 'note' }).max(10_000, { error: 'too_long' }),
})
export type NewNote = z.infer<typeof newNote>

/** Members who were not asked may add a regular note for context; a private one leaves no trace for others. */
export function addNote(ctx: ActingContext, referralId: string, { kind, body }: NewNote): Promise<string> {
  return inTransaction(ctx, async trx => {
    const file = await loadCase(trx, referralId)
    const { level } = sightOf(ctx.actor, file.sides, file.settings)
    if (level === 'none' || level === 'exists' || !may(ctx.actor, 'answerReferrals'))
      throw new Problem('not_found', 'There is no such referral.')
    const { userId, organisationId } = ctx.actor
    const id = randomUUID()
    const at = ctx.now()
    await trx
      .insertInto('note')
      .values({ id, referralId, kind, body, authorUserId: userId, authorOrganisationId: organisationId, at })
      .execute()
    const event = {
      action: 'note',
      networkId: file.networkId,
      referralId,
      assignmentId: null,
      party: 'member',
      userId,
      organisationId,
      noteId: id,
      codes: {},
    }
    if (kind === 'regular') await recordEvents(trx, at, [event])
    return id
  })
}
