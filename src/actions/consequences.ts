/** What an action leaves behind besides the referral itself: notes, outcomes, the reason, wider consent, the helper's own record. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import { keepPerson, releasePerson } from '../db/people/keep.ts'
import type { CaseFile } from '../db/referrals/load.ts'
import type { DB } from '../db/schema.ts'
import type { Action } from '../domain/lifecycle.ts'
import type { Taken } from '../domain/moves.ts'
import type { Context } from './context.ts'
import type { Particulars } from './particulars.ts'

/** The id of the note that goes with the event, if words were written. */
export async function consequences(
  trx: Transaction<DB>,
  ctx: Context,
  file: CaseFile,
  particulars: Particulars,
  taken: Taken,
  at: Date,
): Promise<string | null> {
  const { move } = particulars
  const assignmentId = 'assignmentId' in move ? move.assignmentId : null
  const noteId = await writeNote(trx, ctx, file.id, assignmentId, particulars, at)
  await noteAnswer(trx, ctx, assignmentId, particulars)
  await enterOutcomes(trx, ctx, assignmentId, particulars, at)
  if (move.action === 'closeAsUnmet') await giveReason(trx, move.needIds, particulars.reasonId)
  if (particulars.consentAgain)
    await trx.updateTable('consent').set({ widenedAt: at }).where('referralId', '=', file.id).execute()
  await keepRecord(trx, file, taken, move.action, assignmentId, at)
  return noteId
}

type NoteKind = 'reason' | 'closing' | 'message' | 'outcome' | 'question' | 'answer'
const noteKinds: Partial<Record<Action, NoteKind>> = {
  reject: 'reason',
  withdraw: 'reason',
  closeAsUnmet: 'reason',
  close: 'closing',
  assignOutcome: 'outcome',
  ask: 'question',
  answer: 'answer',
}

async function writeNote(
  trx: Transaction<DB>,
  { actor }: Context,
  referralId: string,
  assignmentId: string | null,
  { move, note }: Particulars,
  at: Date,
): Promise<string | null> {
  if (note === '') return null
  const id = randomUUID()
  const kind = noteKinds[move.action] ?? 'message'
  await trx
    .insertInto('note')
    .values({
      id,
      referralId,
      assignmentId,
      kind,
      body: note,
      authorUserId: actor?.userId ?? null,
      authorOrganisationId: actor?.organisationId ?? null,
      at,
    })
    .execute()
  return id
}

async function noteAnswer(
  trx: Transaction<DB>,
  { actor }: Context,
  assignmentId: string | null,
  { move, reasonId }: Particulars,
) {
  const answered = move.action === 'accept' || move.action === 'split' || move.action === 'reject'
  if (!assignmentId || !answered) return
  await trx
    .updateTable('assignment')
    .set({ answeredBy: actor?.userId ?? null, reasonId })
    .where('id', '=', assignmentId)
    .execute()
}

async function enterOutcomes(
  trx: Transaction<DB>,
  { actor }: Context,
  assignmentId: string | null,
  { outcomes }: Particulars,
  at: Date,
) {
  if (!assignmentId || outcomes.length === 0) return
  const rows = outcomes.map(({ needId, outcomeId, label, successful }) => ({
    assignmentId,
    needId,
    outcomeId,
    label,
    successful,
    userId: actor?.userId ?? null,
    at,
  }))
  await trx.insertInto('outcomeEntry').values(rows).execute()
}

async function giveReason(trx: Transaction<DB>, needIds: string[], unmetReasonId: string | null) {
  await trx.updateTable('need').set({ unmetReasonId }).where('id', 'in', needIds).execute()
}

/** PPL-1: accepting makes the organisation's own record; undoing takes an untouched one away. */
async function keepRecord(
  trx: Transaction<DB>,
  file: CaseFile,
  { referral }: Taken,
  action: Action,
  assignmentId: string | null,
  at: Date,
) {
  const assignment = referral.assignments.find(({ id }) => id === assignmentId)
  if (!assignment) return
  if (action === 'accept' || action === 'split') await keepPerson(trx, file.id, assignment, at)
  if (action === 'undo') await releasePerson(trx, file.id, assignment)
}
