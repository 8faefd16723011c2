/** What people do to a referral, as data; `take` gives the referral after it, with what happened, or throws a Problem. */
import { isAssignmentAction, type Party, partyFor } from './lifecycle.ts'
import { onAssignment } from './moves/on-assignment.ts'
import { onNeeds } from './moves/on-needs.ts'
import { routeOnward, type Step } from './moves/step.ts'
import type { Outcome, Referral } from './referral.ts'

/** A service chosen by hand. `withinConsent`: the person agreed to it, at first or when asked again. */
export type Pick = { serviceId: string; organisationId: string; categoryIds: string[]; withinConsent: boolean }
export type NeedOutcome = Outcome & { needId: string }

export type PlainAction = 'accept' | 'reject' | 'lapse' | 'ask' | 'answer' | 'undo' | 'standDown'
export type AssignmentMove =
  | { action: PlainAction; assignmentId: string }
  | { action: 'split'; assignmentId: string; keep: string[]; pick: Pick | null }
  | { action: 'referOn'; assignmentId: string; pick: Pick }
  | { action: 'handBack'; assignmentId: string }
  | { action: 'reassign'; assignmentId: string; pick: Pick | null }
  | { action: 'close' | 'assignOutcome'; assignmentId: string; outcomes: NeedOutcome[] }
export type NeedMove =
  | { action: 'place' | 'chooseAgain'; needIds: string[]; pick: Pick }
  | { action: 'closeAsUnmet' | 'reopen'; needIds: string[] }
  | { action: 'withdraw' }
export type Move = AssignmentMove | NeedMove

/** The moment, and where new ids come from: the rules themselves have neither clock nor chance. */
export type Setting = { at: Date; newId: () => string }
export type Taken = Step & { party: Party }

/** The first routing of a referral that is being sent. */
export function send(referral: Referral, setting: Setting): Step {
  const needIds = referral.needs.map(need => need.id)
  const routed = routeOnward(referral, needIds, setting, { via: 'route', fromId: null })
  return {
    referral: routed.referral,
    happened: [{ action: 'sent', assignmentId: null, needIds }, ...routed.happened],
  }
}

export function take(referral: Referral, move: Move, parties: readonly Party[], setting: Setting): Taken {
  const party = partyFor(move.action, parties)
  const step = isOnAssignment(move) ? onAssignment(referral, move, setting) : onNeeds(referral, move, setting)
  return { ...step, party }
}

function isOnAssignment(move: Move): move is AssignmentMove {
  return isAssignmentAction(move.action)
}
