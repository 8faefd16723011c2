/** The one door for everything that is done to a referral once it is sent. Throwing rolls everything back. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import { type NewEvent, recordEvents } from '../db/events.ts'
import { type CaseFile, lockCase } from '../db/referrals/load.ts'
import { saveCase } from '../db/referrals/save.ts'
import type { DB } from '../db/schema.ts'
import type { Answers } from '../domain/answers.ts'
import { type Action, isAssignmentAction, type Party } from '../domain/lifecycle.ts'
import type { Happening } from '../domain/moves/step.ts'
import { type Taken, take } from '../domain/moves.ts'
import { partiesOf, sightOf } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import type { Assignment, Referral } from '../domain/referral.ts'
import { consequences } from './consequences.ts'
import { type Context, inTransaction } from './context.ts'
import { enqueueNotices } from './enqueue-notices.ts'
import { withFreshSuggestions } from './fresh-suggestions.ts'
import { keepClock } from './keep-clock.ts'
import { type Particulars, particularsOf } from './particulars.ts'
import { markOf } from './referral-mark.ts'

export type Target<A extends Action = Action> = {
  referralId: string
  assignmentId?: string | undefined
  action: A
  /** `markOf` the referral as it was seen when this was decided; another since: not done, and told. */
  seen?: string | undefined
  /** Where nobody is signed in: a referrer without an account, who showed their code. Left out: the program's own clock. */
  by?: 'referrer'
  /** NET-5: follows from suspending an organisation, and so reaches what is restricted, unseen. */
  follows?: 'suspension'
}

/** The referral after it; `happened` is empty where it had been done already. */
export function actOnReferral<A extends Action>(ctx: Context, target: Target<A>, answers: Answers<A>): Promise<Taken> {
  return inTransaction(ctx, async trx => {
    const file = await lockCase(trx, target.referralId)
    const assignment = assertInSight(ctx, file, target)
    assertUnchanged(ctx, file, target)
    if (file.anonymised) throw new Problem('not_now', 'What is known of this referral has been erased.')
    const particulars = await particularsOf(trx, file, target, answers)
    const at = ctx.now()
    const referral = await withFreshSuggestions(trx, file, particulars.move, at)
    const taken = await takeOrTell(
      trx,
      { ...file, referral },
      particulars,
      partiesFor(ctx, file, assignment, target),
      at,
    )
    if (taken.happened.length > 0) await record(trx, ctx, file, particulars, taken, at)
    else await assertOwnRepeat(trx, ctx, target)
    return taken
  })
}

/** Writes the outcome of a move: rows, history, clock, notices and what else follows, all or nothing. */
async function record(
  trx: Transaction<DB>,
  ctx: Context,
  file: CaseFile,
  particulars: Particulars,
  taken: Taken,
  at: Date,
) {
  await saveCase(trx, file, taken.referral, at)
  const noteId = await consequences(trx, ctx, file, particulars, taken, at)
  const events = await recordEvents(trx, at, eventsOf(ctx, file, taken, particulars, noteId))
  await keepClock(trx, { before: file.referral, after: taken.referral, file })
  await enqueueNotices(trx, ctx, { before: file.referral, after: taken.referral, file, events })
}

/** Absent and out of sight are the same; but who was asked may always learn what became of the asking. */
function assertInSight({ actor }: Context, file: CaseFile, target: Target): Assignment | null {
  const assignment = file.referral.assignments.find(one => one.id === target.assignmentId) ?? null
  const own = assignment !== null && assignment.organisationId === actor?.organisationId
  const seen = !actor || own || sightOf(actor, file.sides, file.settings).level !== 'none'
  if (!seen || (isAssignmentAction(target.action) && !assignment))
    throw new Problem('not_found', 'There is no such referral.')
  return assignment
}

/** Withdrawing ends what others may just have begun: they are not cut off by somebody who does not know of it. */
function assertUnchanged({ secret }: Context, file: CaseFile, { seen, action }: Target): void {
  if (seen !== undefined && seen !== markOf(secret, file))
    throw new Problem('changed', 'It has changed since it was read. Read it again, then decide.', { action })
}

/** Doing it again is doing it once; but who comes after a colleague is told so. */
async function assertOwnRepeat(trx: Transaction<DB>, { actor }: Context, { assignmentId, action }: Target) {
  if (!assignmentId) return
  const first = await trx
    .selectFrom('event')
    .innerJoin('user', 'user.id', 'event.userId')
    .select(['user.id', 'user.name'])
    .where('event.assignmentId', '=', assignmentId)
    .where('event.action', '=', action)
    .orderBy('event.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (first && first.id !== actor?.userId)
    throw new Problem('already_answered', `${first.name} has done this already.`, { action, by: first.name })
}

function partiesFor({ actor }: Context, file: CaseFile, assignment: Assignment | null, target: Target): Party[] {
  if (!actor) return [target.by ?? 'clock']
  const sides = target.follows === 'suspension' ? { ...file.sides, restricted: false } : file.sides
  return partiesOf(actor, sides, assignment)
}

/** Who comes too late is told who has it now. */
async function takeOrTell(
  trx: Transaction<DB>,
  file: CaseFile,
  { move }: Particulars,
  parties: Party[],
  at: Date,
): Promise<Taken> {
  try {
    return take(file.referral, move, parties, { at, newId: randomUUID })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'already_answered' || !('assignmentId' in move)) throw error
    const instead = await namesOfHolders(trx, file.referral, move.assignmentId)
    throw new Problem(error.code, error.message, { ...error.values, ...(instead && { instead }) })
  }
}

async function namesOfHolders(trx: Transaction<DB>, { assignments }: Referral, lateId: string): Promise<string> {
  const late = assignments.find(one => one.id === lateId)
  if (late?.status !== 'lapsed' && late?.status !== 'reassigned') return ''
  const next = assignments.filter(
    one => one.id !== lateId && one.needIds.some(id => late.needIds.includes(id)) && !one.endedAt,
  )
  if (next.length === 0) return ''
  const ids = next.map(({ organisationId }) => organisationId)
  const rows = await trx.selectFrom('organisation').select('name').where('id', 'in', ids).orderBy('name').execute()
  return rows.map(({ name }) => name).join(', ')
}

function eventsOf(
  { actor }: Context,
  file: CaseFile,
  { happened, party }: Taken,
  particulars: Particulars,
  noteId: string | null,
): NewEvent[] {
  return happened.map((happening, index) => ({
    action: happening.action,
    networkId: file.networkId,
    referralId: file.id,
    assignmentId: happening.assignmentId,
    party,
    userId: actor?.userId ?? null,
    organisationId: actor?.organisationId ?? null,
    noteId: index === 0 ? noteId : null,
    codes: { needs: labelsOf(file, happening), ...(index === 0 ? particulars.codes : {}) },
  }))
}

function labelsOf(file: CaseFile, { needIds }: Happening): string[] {
  return needIds.map(id => file.needLabels.get(id) ?? '')
}
