/** API-3: a referral in the words of FHIR R4: what our states are as those of Task and ServiceRequest. Pure; the shapes are in api/v1/fhir. */
import { type Assignment, isLive, keptBy, type Need, type ReferralStatus } from './referral.ts'

export const taskStatuses = [
  ...['draft', 'requested', 'received', 'accepted', 'rejected', 'ready', 'cancelled', 'in-progress', 'on-hold'],
  ...['failed', 'completed', 'entered-in-error'],
] as const
export const requestStatuses = [
  ...['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'],
] as const
/** Of those that FHIR has, what a referral here can be: `received` and `ready` are not used between organisations. */
export type TaskStatus =
  | 'draft'
  | 'requested'
  | 'accepted'
  | 'in-progress'
  | 'completed'
  | 'failed'
  | 'rejected'
  | 'cancelled'
export type RequestStatus = 'draft' | 'active' | 'completed' | 'revoked'
/** Why a Task is where it is, where FHIR asks for a reason; the words for it are the edge's. */
export type TaskReason =
  | 'declined'
  | 'no_response'
  | 'withdrawn'
  | 'reassigned'
  | 'stood_down'
  | 'passed_back'
  | 'no_help'
export type TaskState = { status: TaskStatus; moreInfo?: true; reason?: TaskReason }

type Asked = Pick<
  Assignment,
  'id' | 'fromId' | 'via' | 'status' | 'needIds' | 'givenUp' | 'questionAskedAt' | 'questionAnsweredAt'
>
type Whole = { needs: readonly Pick<Need, 'id' | 'status' | 'outcome'>[]; assignments: readonly Asked[] }

/** Each party changes its own Task alone; a decline leaves the ServiceRequest as it is. */
export function taskStateOf(asked: Asked, whole: Whole): TaskState {
  switch (asked.status) {
    case 'pending':
      return { status: 'requested', ...(isQuestionOpen(asked) && { moreInfo: true }) }
    case 'accepted':
      return { status: needsOf(asked, whole).some(({ outcome }) => outcome !== null) ? 'in-progress' : 'accepted' }
    case 'closed':
      return needsOf(asked, whole).some(isSuccess) ? { status: 'completed' } : { status: 'failed', reason: 'no_help' }
    case 'rejected':
      return { status: 'rejected', reason: 'declined' }
    case 'lapsed':
      return { status: 'cancelled', reason: 'no_response' }
    case 'withdrawn':
    case 'reassigned':
    case 'stood_down':
      return { status: 'cancelled', reason: asked.status }
    case 'referred_on':
      return afterChildren(asked, whole)
  }
}

/** partOf: of what was split off or referred on, the Task that it came from. */
export function parentOf({ via, fromId }: Pick<Asked, 'via' | 'fromId'>): string | null {
  return via === 'split' || via === 'refer_on' ? fromId : null
}

/** A referral that ended without help is revoked; one decline never ends it. */
export function requestStatusOf(status: ReferralStatus | 'draft', needs: Whole['needs']): RequestStatus {
  if (status === 'draft') return 'draft'
  if (status === 'withdrawn' || status === 'unmet') return 'revoked'
  if (status === 'closed') return needs.some(isSuccess) ? 'completed' : 'revoked'
  return 'active'
}

/** The parent follows its children; without any it was passed back. */
function afterChildren(asked: Asked, whole: Whole): TaskState {
  const children = whole.assignments.filter(one => parentOf(one) === asked.id && one.id !== asked.id)
  if (children.length === 0) return { status: 'cancelled', reason: 'passed_back' }
  if (children.some(isLive)) return { status: 'in-progress' }
  const states = children.map(one => taskStateOf(one, whole).status)
  if (states.includes('in-progress')) return { status: 'in-progress' }
  return states.includes('completed') ? { status: 'completed' } : { status: 'failed', reason: 'no_help' }
}

function isQuestionOpen({ questionAskedAt, questionAnsweredAt }: Asked): boolean {
  return questionAskedAt !== null && (questionAnsweredAt === null || questionAnsweredAt < questionAskedAt)
}

function needsOf(asked: Asked, { needs }: Whole) {
  const kept = keptBy(asked)
  return needs.filter(({ id }) => kept.includes(id))
}

function isSuccess({ status, outcome }: Whole['needs'][number]): boolean {
  return status === 'met' || outcome?.successful === true
}
