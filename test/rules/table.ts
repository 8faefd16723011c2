/** DOMAIN, said a second time and on its own: who may do what, from where. The program's table has to agree. */
import type { Action, Party } from '#src/domain/lifecycle.ts'
import type { AssignmentStatus, NeedStatus } from '#src/domain/referral.ts'

type Row<Status> = { by: Party[]; from: Status[] }

/** What is done to an assignment. */
export const onAssignments = {
  accept: { by: ['recipient'], from: ['pending'] },
  split: { by: ['recipient'], from: ['pending'] },
  reject: { by: ['recipient'], from: ['pending'] },
  lapse: { by: ['clock'], from: ['pending'] },
  ask: { by: ['recipient'], from: ['pending'] },
  answer: { by: ['referrer'], from: ['pending'] },
  standDown: { by: ['coordinator', 'referrer'], from: ['pending'] },
  referOn: { by: ['recipient'], from: ['accepted'] },
  handBack: { by: ['recipient'], from: ['accepted'] },
  close: { by: ['recipient'], from: ['accepted'] },
  undo: { by: ['recipient', 'coordinator'], from: ['accepted'] },
  assignOutcome: { by: ['recipient'], from: ['accepted', 'closed'] },
  reassign: { by: ['coordinator'], from: ['pending', 'accepted'] },
} satisfies Partial<Record<Action, Row<AssignmentStatus>>>

/** What is done to needs. */
export const onNeeds = {
  place: { by: ['coordinator'], from: ['unplaced'] },
  chooseAgain: { by: ['referrer'], from: ['unplaced'] },
  closeAsUnmet: { by: ['coordinator'], from: ['unplaced'] },
  reopen: { by: ['coordinator'], from: ['met', 'ended', 'unmet', 'withdrawn'] },
  withdraw: { by: ['referrer', 'coordinator', 'person'], from: ['unplaced', 'waiting', 'helped'] },
} satisfies Partial<Record<Action, Row<NeedStatus>>>

export const byWhom: Record<Action, { by: Party[] }> = { ...onAssignments, ...onNeeds }
export const parties: Party[] = ['recipient', 'referrer', 'coordinator', 'person', 'clock']

/** Where each may go at once; `pending` again is an acceptance undone. */
export const assignmentPaths: Record<AssignmentStatus, AssignmentStatus[]> = {
  pending: ['accepted', 'rejected', 'lapsed', 'withdrawn', 'reassigned', 'stood_down'],
  accepted: ['closed', 'referred_on', 'withdrawn', 'reassigned', 'pending'],
  rejected: [],
  lapsed: [],
  withdrawn: [],
  reassigned: [],
  stood_down: [],
  closed: [],
  referred_on: [],
}

/** From `waiting` to `waiting`: another service is asked. A settled need is reopened or, by a later outcome, corrected. */
export const needPaths: Record<NeedStatus, NeedStatus[]> = {
  unplaced: ['waiting', 'unmet', 'withdrawn'],
  waiting: ['helped', 'unplaced', 'withdrawn'],
  helped: ['met', 'ended', 'waiting', 'unplaced', 'withdrawn'],
  met: ['ended', 'unplaced'],
  ended: ['met', 'unplaced'],
  unmet: ['unplaced'],
  withdrawn: ['unplaced'],
}
