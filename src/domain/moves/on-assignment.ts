/** What the service that was asked does, and what is done to its assignment by the clock, the referrer or the coordinator. */

import { assertFrom, isQuestionOpen, mayUndo, ruleOf } from '../lifecycle.ts'
import type { AssignmentMove, Pick, Setting } from '../moves.ts'
import { Problem } from '../problem.ts'
import { type Assignment, keptBy, type Referral } from '../referral.ts'
import { settle } from './settle.ts'
import { assertPick, chain, leaveUnplaced, placeWith, replace, routeOnward, type Step, setNeeds, told } from './step.ts'

type Split = Extract<AssignmentMove, { action: 'split' }>
type Answer = 'accept' | 'reject' | 'lapse' | 'standDown'

export function onAssignment(referral: Referral, move: AssignmentMove, setting: Setting): Step {
  const assignment = find(referral, move.assignmentId)
  if (move.action === 'accept' && isAcceptedWhole(assignment)) return { referral, happened: [] }
  assertFrom(move.action, assignment)
  switch (move.action) {
    case 'ask':
    case 'answer':
      return question(referral, assignment, move.action, setting)
    case 'close':
    case 'assignOutcome':
      return settle(referral, assignment, move, setting)
    case 'undo':
      return undo(referral, assignment, setting)
    case 'split':
      return split(referral, assignment, move, setting)
    case 'referOn':
      return referOn(referral, assignment, move.pick, setting)
    case 'handBack':
      return handBack(referral, assignment, setting)
    case 'reassign':
      return reassign(referral, assignment, move.pick, setting)
    default:
      return answer(referral, assignment, move.action, setting)
  }
}

/** Accepting twice is accepting once; but who accepts what a colleague has split is told so. */
function isAcceptedWhole({ status, givenUp }: Assignment): boolean {
  return status === 'accepted' && givenUp.length === 0
}

/** Accept, reject, lapse, stand down: the assignment and all its needs go where the table says. */
function answer(referral: Referral, assignment: Assignment, action: Answer, setting: Setting): Step {
  const { by, needs, onward } = ruleOf(action)
  const accepted = action === 'accept'
  const answered = {
    answeredAt: by.includes('recipient') ? setting.at : null,
    plainAccept: accepted,
    endedAt: accepted ? null : setting.at,
  }
  const needIds = keptBy(assignment)
  const step = end(referral, assignment, action, answered, needIds)
  if (!onward) return { ...step, referral: setNeeds(step.referral, needIds, needs) }
  // A rejected placement is back with the coordinator.
  if (assignment.via === 'placement') return chain(step, after => leaveUnplaced(after, needIds))
  return chain(step, after => routeOnward(after, needIds, setting, { via: 'route', fromId: assignment.id }))
}

function split(referral: Referral, assignment: Assignment, move: Split, setting: Setting): Step {
  const keep = keptBy(assignment).filter(id => move.keep.includes(id))
  const rest = keptBy(assignment).filter(id => !move.keep.includes(id))
  if (keep.length === 0)
    throw new Problem('invalid', 'Choose at least one need that you can help with.', { field: 'keep' })
  if (rest.length === 0)
    throw new Problem('invalid', 'You chose every need. Accept instead of splitting.', { field: 'keep' })
  const givenUp = [...assignment.givenUp, ...rest]
  const after = replace(referral, { ...assignment, status: 'accepted', givenUp, answeredAt: setting.at })
  const moved = setNeeds(setNeeds(after, keep, 'helped'), rest, 'unplaced')
  const step = { referral: atHead(moved, move.pick, rest, assignment), happened: [told('split', assignment, keep)] }
  return chain(step, next => routeOnward(next, rest, setting, picked('split', assignment, move.pick)))
}

function referOn(referral: Referral, assignment: Assignment, pick: Pick, setting: Setting): Step {
  const needIds = keptBy(assignment)
  const step = end(referral, assignment, 'referOn', { givenUp: assignment.needIds, endedAt: setting.at }, needIds)
  const headed = { ...step, referral: atHead(step.referral, pick, needIds, assignment) }
  return chain(headed, next => routeOnward(next, needIds, setting, picked('refer_on', assignment, pick)))
}

function handBack(referral: Referral, assignment: Assignment, { at }: Setting): Step {
  const needIds = keptBy(assignment)
  const step = end(referral, assignment, 'handBack', { givenUp: assignment.needIds, endedAt: at }, needIds)
  return chain(step, next => leaveUnplaced(next, needIds))
}

function reassign(referral: Referral, assignment: Assignment, pick: Pick | null, setting: Setting): Step {
  if (pick?.serviceId === assignment.serviceId)
    throw new Problem('invalid', 'Choose another service than the one that has it.', { field: 'service' })
  const needIds = keptBy(assignment)
  const step = end(referral, assignment, 'reassign', { endedAt: setting.at }, needIds)
  return chain(step, next => (pick ? placeWith(next, needIds, pick, setting) : leaveUnplaced(next, needIds)))
}

/** The assignment leaves for the status that the table gives; what it held is for the moment unplaced. */
function end(
  referral: Referral,
  assignment: Assignment,
  action: Exclude<AssignmentMove['action'], 'split'>,
  also: Partial<Assignment>,
  needIds: string[],
): Step {
  const status = ruleOf(action).to ?? assignment.status
  const after = replace(referral, { ...assignment, plainAccept: false, ...also, status })
  return { referral: setNeeds(after, needIds, 'unplaced'), happened: [told(action, assignment, needIds)] }
}

function undo(referral: Referral, assignment: Assignment, { at }: Setting): Step {
  if (!mayUndo(assignment, at))
    throw new Problem('not_now', 'This acceptance can no longer be undone.', { action: 'undo' })
  const again = { plainAccept: false, answeredAt: null, clockFrom: at, round: assignment.round + 1 }
  const after = replace(referral, { ...assignment, ...again, status: 'pending' })
  const needIds = keptBy(assignment)
  return { referral: setNeeds(after, needIds, 'waiting'), happened: [told('undo', assignment, needIds)] }
}

/** Asking pauses the clock, once; the answer resumes it. */
function question(referral: Referral, assignment: Assignment, action: 'ask' | 'answer', { at }: Setting): Step {
  if (action === 'ask' && assignment.questionAskedAt)
    throw new Problem('not_now', 'A question was asked already. Answer the referral, or add a note.', { action })
  if (action === 'answer' && !isQuestionOpen(assignment))
    throw new Problem('not_now', 'No question is waiting for an answer.', { action })
  const after = { ...assignment, ...(action === 'ask' ? { questionAskedAt: at } : { questionAnsweredAt: at }) }
  return { referral: replace(referral, after), happened: [told(action, assignment, keptBy(assignment))] }
}

/** Puts a picked service at the head of the list, for the needs that it meets. */
function atHead(referral: Referral, pick: Pick | null, needIds: string[], from: Assignment): Referral {
  if (!pick) return referral
  if (pick.serviceId === from.serviceId)
    throw new Problem('declined_before', 'Choose another service than your own.', { field: 'service' })
  assertPick(referral, pick, needIds)
  const { serviceId, organisationId, categoryIds } = pick
  const others = referral.shortlist.filter(item => item.serviceId !== serviceId)
  return { ...referral, shortlist: [{ serviceId, organisationId, categoryIds, addedBy: 'recipient' }, ...others] }
}

function picked(via: Assignment['via'], { id }: Assignment, pick: Pick | null) {
  return { via, fromId: id, ...(pick && { picked: pick.serviceId }) }
}

function find(referral: Referral, id: string): Assignment {
  const assignment = referral.assignments.find(one => one.id === id)
  if (!assignment) throw new Problem('not_found', 'There is no such assignment.')
  return assignment
}
