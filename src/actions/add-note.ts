/** RES-9: a note on a referral, seen by everyone on it, or by its author alone. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { loadCase } from '../db/referrals/load.ts'
import { readTellable } from '../db/referrals/tellable.ts'
import type { DB } from '../db/schema.ts'
import { may, sightOf } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { enqueueNotices } from './enqueue-notices.ts'

export const newNote = z.strictObject({
  kind: z.enum(['regular', 'private']).default('regular'),
  /** Users to be emailed that it is there; of a private note, nobody. */
  tell: z.array(z.uuid()).max(50, { error: 'too_many' }).default([]),
  body: z.string().trim().min(1, { error: 'note' }).max(10_000, { error: 'too_long' }),
})
export type NewNote = Omit<z.infer<typeof newNote>, 'tell'> & { tell?: readonly string[] }

/** Members who were not asked may add a regular note for context; a private one leaves no trace for others. */
export function addNote(ctx: ActingContext, referralId: string, { kind, body, tell = [] }: NewNote): Promise<string> {
  return inTransaction(ctx, async trx => {
    const file = await loadCase(trx, referralId)
    const { level } = sightOf(ctx.actor, file.sides, file.settings)
    if (level === 'none' || level === 'exists' || !may(ctx.actor, 'answerReferrals'))
      throw new Problem('not_found', 'There is no such referral.')
    const told = kind === 'regular' ? await chosen(trx, referralId, ctx.actor.userId, tell) : []
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
    if (kind === 'private') return id
    const events = await recordEvents(trx, at, [event])
    await enqueueNotices(trx, ctx, { before: file.referral, after: file.referral, file, events, chosen: told })
    return id
  })
}

/** Somebody who cannot read the note is not told of it: neither by mistake nor by a posted id. */
async function chosen(trx: Transaction<DB>, referralId: string, authorId: string, tell: readonly string[]) {
  if (tell.length === 0) return []
  const tellable = await readTellable(trx, referralId, authorId)
  if (tell.every(id => tellable.some(one => one.id === id))) return [...new Set(tell)]
  throw new Problem('invalid', 'Choose people who are on this referral.', { field: 'tell' }, [
    { field: 'tell', code: 'choose' },
  ])
}
