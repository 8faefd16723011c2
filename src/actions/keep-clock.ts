/** Keeps the clock's steps in agreement with the assignments: asked starts, a question pauses, the answer resumes, the rest stops. */
import { replaceSteps, type StepRow } from '../db/clock-steps.ts'
import type { Transaction } from '../db/database.ts'
import type { CaseFile } from '../db/referrals/load.ts'
import type { DB } from '../db/schema.ts'
import { type Pause, pauseRunsOutAt, stepsDue } from '../domain/clock.ts'
import { isQuestionOpen } from '../domain/lifecycle.ts'
import type { Assignment, Referral } from '../domain/referral.ts'

type Clocked = Pick<CaseFile, 'settings' | 'urgent'>
type Change = { before: Referral; after: Referral; file: Clocked }

/** One statement for all clocks that changed, none where none did. */
export function keepClock(trx: Transaction<DB>, { before, after, file }: Change): Promise<void> {
  const was = new Map(before.assignments.map(one => [one.id, one]))
  const changed = after.assignments.filter(one => hasChanged(was.get(one.id), one))
  const waiting = changed.filter(isWaiting)
  return replaceSteps(trx, {
    stopped: changed.filter(one => !isWaiting(one)).map(({ id }) => id),
    answered: waiting.filter(one => one.questionAnsweredAt).map(({ id }) => id),
    steps: waiting.flatMap(one => stepsOf(one, file)),
  })
}

export function pausesOf({ questionAskedAt, questionAnsweredAt }: Assignment): Pause[] {
  return questionAskedAt ? [{ from: questionAskedAt, to: questionAnsweredAt }] : []
}

function hasChanged(was: Assignment | undefined, is: Assignment): boolean {
  if (!was) return isWaiting(is)
  if (isWaiting(was) !== isWaiting(is)) return true
  return isWaiting(is) && (was.round !== is.round || hasMoved(was, is))
}

function hasMoved(was: Assignment, is: Assignment): boolean {
  return (
    was.questionAskedAt?.getTime() !== is.questionAskedAt?.getTime() ||
    was.questionAnsweredAt?.getTime() !== is.questionAnsweredAt?.getTime()
  )
}

function stepsOf(assignment: Assignment, { settings: { clock }, urgent }: Clocked): StepRow[] {
  const { id: assignmentId, round, questionAskedAt } = assignment
  const steps: Pick<StepRow, 'step' | 'dueAt'>[] = stepsDue(assignment.clockFrom, clock, urgent, pausesOf(assignment))
  if (questionAskedAt && isQuestionOpen(assignment))
    steps.push({ step: 'resume', dueAt: pauseRunsOutAt(questionAskedAt, clock.nation) })
  return steps.map(step => ({ assignmentId, round, ...step }))
}

const isWaiting = ({ status }: Assignment) => status === 'pending'
