/** Closing a case, and the outcomes of its needs: before, at or after closing; corrected only by a new entry. */

import type { AssignmentMove, NeedOutcome, Setting } from '../moves.ts'
import { Problem } from '../problem.ts'
import { type Assignment, keptBy, type Need, type Referral } from '../referral.ts'
import { replace, type Step, told } from './step.ts'

type Settle = Extract<AssignmentMove, { outcomes: NeedOutcome[] }>

export function settle(
  referral: Referral,
  assignment: Assignment,
  { action, outcomes }: Settle,
  { at }: Setting,
): Step {
  const mine = settledBy(referral, assignment)
  if (outcomes.some(({ needId }) => !mine.includes(needId) && keptBy(assignment).includes(needId)))
    throw new Problem('already_answered', 'This need has been taken up again since, and is no longer yours.', {
      action,
    })
  if (outcomes.some(outcome => !mine.includes(outcome.needId)))
    throw new Problem('invalid', 'An outcome is for a need that you help with.', { field: 'outcome' })
  if (action === 'assignOutcome' && outcomes.length === 0)
    throw new Problem('invalid', 'Choose an outcome.', { field: 'outcome' })

  const closed = action === 'close' || assignment.status === 'closed'
  const concerned = action === 'close' ? mine : mine.filter(id => outcomes.some(({ needId }) => needId === id))
  const needs = referral.needs.map(need => (mine.includes(need.id) ? withOutcome(need, outcomes, closed) : need))
  const after: Assignment = {
    ...assignment,
    plainAccept: false,
    ...(action === 'close' ? { status: 'closed', endedAt: at } : {}),
  }
  return { referral: replace({ ...referral, needs }, after), happened: [told(action, assignment, concerned)] }
}

/** A need that was reopened and asked of another service since is no longer this one's to settle. */
function settledBy({ needs, assignments }: Referral, assignment: Assignment): string[] {
  return keptBy(assignment).filter(id => {
    const last = assignments.findLast(one => one.needIds.includes(id))
    const need = needs.find(one => one.id === id)
    return last?.id === assignment.id && ['helped', 'met', 'ended'].includes(need?.status ?? '')
  })
}

function withOutcome(need: Need, outcomes: NeedOutcome[], closed: boolean): Need {
  const given = outcomes.find(outcome => outcome.needId === need.id)
  const outcome = given ? { outcomeId: given.outcomeId, successful: given.successful } : need.outcome
  return { ...need, outcome, status: closed ? (outcome?.successful ? 'met' : 'ended') : need.status }
}
