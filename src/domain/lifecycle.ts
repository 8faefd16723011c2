/** The rules of a referral: who may do what, from where, and what it leads to. One table, and `take` that obeys it. */
import { Problem } from './problem.ts'
import { type Assignment, type AssignmentStatus, helping, live, type NeedStatus, waiting } from './referral.ts'

export type Party = 'recipient' | 'referrer' | 'coordinator' | 'person' | 'clock'

type AssignmentRule = {
  on: 'assignment'
  by: readonly Party[]
  from: readonly AssignmentStatus[]
  to: AssignmentStatus | null
  needs: NeedStatus | null
  /** Where the needs that it lets go of are taken next. */
  onward: 'route' | 'coordinator' | null
}
type NeedRule = { on: 'needs'; by: readonly Party[]; from: readonly NeedStatus[]; needs: NeedStatus }

// biome-ignore format: a table
export const lifecycle = {
  accept:        { on: 'assignment', by: ['recipient'],                from: waiting,              to: 'accepted',    needs: 'helped',    onward: null },
  split:         { on: 'assignment', by: ['recipient'],                from: waiting,              to: 'accepted',    needs: 'helped',    onward: 'route' },
  reject:        { on: 'assignment', by: ['recipient'],                from: waiting,              to: 'rejected',    needs: 'unplaced',  onward: 'route' },
  lapse:         { on: 'assignment', by: ['clock'],                    from: waiting,              to: 'lapsed',      needs: 'unplaced',  onward: 'route' },
  ask:           { on: 'assignment', by: ['recipient'],                from: waiting,              to: null,          needs: null,        onward: null },
  answer:        { on: 'assignment', by: ['referrer'],                 from: waiting,              to: null,          needs: null,        onward: null },
  referOn:       { on: 'assignment', by: ['recipient'],                from: helping,              to: 'referred_on', needs: 'unplaced',  onward: 'route' },
  handBack:      { on: 'assignment', by: ['recipient'],                from: helping,              to: 'referred_on', needs: 'unplaced',  onward: 'coordinator' },
  assignOutcome: { on: 'assignment', by: ['recipient'],                from: [...helping, 'closed'], to: null,        needs: null,        onward: null },
  close:         { on: 'assignment', by: ['recipient'],                from: helping,              to: 'closed',      needs: 'ended',     onward: null },
  undo:          { on: 'assignment', by: ['recipient', 'coordinator'], from: helping,              to: 'pending',     needs: 'waiting',   onward: null },
  reassign:      { on: 'assignment', by: ['coordinator'],              from: live,                 to: 'reassigned',  needs: 'unplaced',  onward: 'coordinator' },
  standDown:     { on: 'assignment', by: ['coordinator', 'referrer'],  from: waiting,              to: 'stood_down',  needs: 'withdrawn', onward: null },
  place:         { on: 'needs',      by: ['coordinator'],              from: ['unplaced'],                            needs: 'waiting' },
  chooseAgain:   { on: 'needs',      by: ['referrer'],                 from: ['unplaced'],                            needs: 'waiting' },
  closeAsUnmet:  { on: 'needs',      by: ['coordinator'],              from: ['unplaced'],                            needs: 'unmet' },
  reopen:        { on: 'needs',      by: ['coordinator'],              from: ['met', 'ended', 'unmet', 'withdrawn'],  needs: 'unplaced' },
  withdraw:      { on: 'needs',      by: ['referrer', 'coordinator', 'person'], from: ['unplaced', 'waiting', 'helped'], needs: 'withdrawn' },
} as const satisfies Record<string, AssignmentRule | NeedRule>

export type Action = keyof typeof lifecycle
export type AssignmentAction = { [A in Action]: (typeof lifecycle)[A]['on'] extends 'assignment' ? A : never }[Action]
export type NeedAction = Exclude<Action, AssignmentAction>
export const actions = Object.keys(lifecycle) as Action[]

/** How long an acceptance can be undone, in milliseconds. */
export const undoWithin = 24 * 60 * 60 * 1000

/** The party in whose name this may be done, or a Problem. */
export function partyFor(action: Action, parties: readonly Party[]): Party {
  const by: readonly Party[] = lifecycle[action].by
  const party = by.find(one => parties.includes(one))
  if (!party) throw new Problem('not_allowed', `Only the ${by.join(' or the ')} can do this.`, { action })
  return party
}

export function ruleOf(action: AssignmentAction): AssignmentRule {
  return lifecycle[action]
}

/** Throws what happened instead, when the assignment is no longer where the action starts from. */
export function assertFrom(action: AssignmentAction, assignment: Pick<Assignment, 'id' | 'status'>): void {
  if (ruleOf(action).from.includes(assignment.status)) return
  throw new Problem('already_answered', `This is already ${words[assignment.status]}.`, {
    action,
    assignment: assignment.id,
    status: assignment.status,
  })
}

/** What may be done to an assignment now by these parties: the buttons of the page, and of the API. */
export function actionsOn(assignment: Assignment, parties: readonly Party[], at: Date): AssignmentAction[] {
  return actions.filter(isAssignmentAction).filter(action => {
    const { by, from } = ruleOf(action)
    if (!by.some(party => parties.includes(party)) || !from.includes(assignment.status)) return false
    if (action === 'undo') return mayUndo(assignment, at)
    if (action === 'ask') return assignment.questionAskedAt === null
    if (action === 'answer') return isQuestionOpen(assignment)
    if (action === 'split') return assignment.needIds.length > 1
    return true
  })
}

export function mayUndo(assignment: Assignment, at: Date): boolean {
  return (
    assignment.plainAccept &&
    assignment.answeredAt !== null &&
    at.getTime() - assignment.answeredAt.getTime() <= undoWithin
  )
}

export function isQuestionOpen(assignment: Pick<Assignment, 'questionAskedAt' | 'questionAnsweredAt'>): boolean {
  return assignment.questionAskedAt !== null && assignment.questionAnsweredAt === null
}

export function isAssignmentAction(action: Action): action is AssignmentAction {
  return lifecycle[action].on === 'assignment'
}

const words: Record<AssignmentStatus, string> = {
  pending: 'waiting for an answer',
  accepted: 'accepted',
  rejected: 'rejected',
  lapsed: 'passed on to another service',
  withdrawn: 'withdrawn',
  reassigned: 'placed elsewhere by the coordinator',
  stood_down: 'no longer needed',
  closed: 'closed',
  referred_on: 'referred on',
}
