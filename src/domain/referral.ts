/** A referral as its rules see it: needs, the services shortlisted for them, and what each service was asked. */

export const needStatuses = ['unplaced', 'waiting', 'helped', 'met', 'ended', 'unmet', 'withdrawn'] as const
export type NeedStatus = (typeof needStatuses)[number]

export const assignmentStatuses = [
  'pending',
  'accepted',
  'rejected',
  'lapsed',
  'withdrawn',
  'reassigned',
  'stood_down',
  'closed',
  'referred_on',
] as const
export type AssignmentStatus = (typeof assignmentStatuses)[number]

/** Asked, no answer yet. */
export const waiting = ['pending'] as const satisfies AssignmentStatus[]
/** A case: accepted and not ended. */
export const helping = ['accepted'] as const satisfies AssignmentStatus[]
export const live: readonly AssignmentStatus[] = [...waiting, ...helping]

export type Outcome = { outcomeId: string; successful: boolean }
export type Need = { id: string; categoryId: string; status: NeedStatus; outcome: Outcome | null }

export type Assignment = {
  id: string
  serviceId: string
  organisationId: string
  /** What it is, or was, asked for. */
  needIds: string[]
  /** Of those, what it passed on by splitting, referring on or handing back. */
  givenUp: string[]
  status: AssignmentStatus
  via: 'route' | 'split' | 'refer_on' | 'placement'
  fromId: string | null
  plainAccept: boolean
  askedAt: Date
  /** The clock runs from here; a new round begins when an acceptance is undone. */
  clockFrom: Date
  round: number
  questionAskedAt: Date | null
  questionAnsweredAt: Date | null
  answeredAt: Date | null
  endedAt: Date | null
}

/** One service on the shortlist, in the referrer's order, with the categories of need that it meets. */
export type Shortlisted = {
  serviceId: string
  organisationId: string
  categoryIds: string[]
  addedBy: AddedBy
  /** NET-5: its organisation is suspended, and is asked nothing new. */
  suspended?: boolean
}
export type AddedBy = 'suggested' | 'referrer' | 'recipient' | 'coordinator'

export type Referral = {
  needs: Need[]
  shortlist: Shortlisted[]
  assignments: Assignment[]
  /** FORM-10: the service that the referrer began from. */
  startsFrom?: string | null
}

export const referralStatuses = ['needs_placing', 'open', 'accepted', 'withdrawn', 'unmet', 'closed'] as const
export type ReferralStatus = (typeof referralStatuses)[number]
export const progresses = ['opened', 'accepted', 'outcome', 'closed'] as const
export type Progress = (typeof progresses)[number]

/** The one table from the needs' states to the referral's; the first line that holds is its status. */
const statusTable: [ReferralStatus, (statuses: NeedStatus[]) => boolean][] = [
  ['needs_placing', statuses => statuses.includes('unplaced')],
  ['open', statuses => statuses.includes('waiting')],
  ['accepted', statuses => statuses.includes('helped')],
  ['withdrawn', statuses => statuses.every(status => status === 'withdrawn')],
  ['unmet', statuses => statuses.every(status => status === 'unmet')],
  ['closed', () => true],
]

export function statusOf({ needs }: Pick<Referral, 'needs'>): ReferralStatus {
  const statuses = needs.map(need => need.status)
  return statusTable.find(([, holds]) => holds(statuses))?.[0] ?? 'closed'
}

/** When somebody first accepted it, whatever came later; an acceptance that was undone is none. */
export function takenAtOf({ assignments }: Pick<Referral, 'assignments'>): Date | null {
  const taken = assignments.filter(({ status, answeredAt }) => answeredAt !== null && status !== 'rejected')
  return taken.reduce<Date | null>((first, { answeredAt: at }) => (first && at && first <= at ? first : at), null)
}

/** How far along the thread: the first line that holds. What one service took up stays taken up while others wait. */
const progressTable: [Progress, (needs: Need[]) => boolean][] = [
  ['closed', needs => isEnded(statusOf({ needs }))],
  ['outcome', needs => needs.some(need => isTakenUp(need) && need.outcome !== null)],
  ['accepted', needs => needs.some(isTakenUp)],
  ['opened', () => true],
]

export function progressOf({ needs }: Pick<Referral, 'needs'>): Progress {
  return progressTable.find(([, holds]) => holds(needs))?.[0] ?? 'opened'
}

function isTakenUp({ status }: Need): boolean {
  return status === 'helped' || status === 'met' || status === 'ended'
}

export const endedStatuses = ['withdrawn', 'unmet', 'closed'] as const satisfies ReferralStatus[]
export function isEnded(status: ReferralStatus): boolean {
  return endedStatuses.some(ended => ended === status)
}

export function isSettled({ status }: Pick<Need, 'status'>): boolean {
  return status === 'met' || status === 'ended' || status === 'unmet' || status === 'withdrawn'
}

export function isLive({ status }: Pick<Assignment, 'status'>): boolean {
  return live.includes(status)
}

/** The needs that this assignment holds now, or held to its end. */
export function keptBy({ needIds, givenUp }: Pick<Assignment, 'needIds' | 'givenUp'>): string[] {
  return needIds.filter(id => !givenUp.includes(id))
}

/** Where everything stands, as one text: two that differ tell that something changed between them. */
export function stateOf({ needs, assignments }: Pick<Referral, 'needs' | 'assignments'>): string {
  const asked = assignments.map(({ status, round, ...one }) => {
    const question = one.questionAnsweredAt ? 'a' : one.questionAskedAt ? 'q' : ''
    return `${status}${round}${question}`
  })
  return [needs.map(({ status }) => status).join('.'), ...asked].join('-')
}
