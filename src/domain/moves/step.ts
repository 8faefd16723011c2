/** The small changes that every move is made of. Each gives the referral after it and what happened. */

import type { Move, Pick, Setting } from '../moves.ts'
import { Problem } from '../problem.ts'
import type { Assignment, Need, NeedStatus, Referral } from '../referral.ts'
import { type Ask, goneFrom, hasDeclined, isReturned, meets, route } from '../routing.ts'

/** One line of the history: `sent` begins; `asked`, `unplaced` and `returned` follow from a move. */
export type Happening = {
  action: Move['action'] | 'sent' | 'asked' | 'unplaced' | 'returned'
  assignmentId: string | null
  needIds: string[]
}
export type Step = { referral: Referral; happened: Happening[] }
export type Onward = { via: Assignment['via']; fromId: string | null; picked?: string }

export function chain(step: Step, next: (referral: Referral) => Step): Step {
  const after = next(step.referral)
  return { referral: after.referral, happened: [...step.happened, ...after.happened] }
}

/**
 * Asks down the shortlist for the needs let go of; what nobody is left for goes to the coordinator,
 * or back to the referrer who began from the service that let go.
 * Needs already with the coordinator stay there, and are told once.
 */
export function routeOnward(
  referral: Referral,
  needIds: string[],
  setting: Setting,
  { via, fromId, picked }: Onward,
): Step {
  // A service picked by hand may have let an earlier request lapse; it is asked all the same.
  const gone = goneFrom(referral).filter(
    one => one.serviceId !== picked || (one.needId !== null && hasDeclined(referral, one.serviceId, one.needId)),
  )
  const needs = referral.needs.filter(need => needIds.includes(need.id))
  const { asks, unplaced } = route(needs, referral.shortlist, gone)
  let step: Step = { referral, happened: [] }
  for (const ask of asks) {
    const how = ask.serviceId === picked ? via : 'route'
    step = chain(step, onward => assign(onward, ask, { via: how, fromId }, setting))
  }
  return unplaced.length > 0 ? chain(step, onward => leaveUnplaced(onward, unplaced)) : step
}

/** Always a new assignment, never a widened one. */
export function assign(referral: Referral, ask: Ask, { via, fromId }: Onward, { at, newId }: Setting): Step {
  const assignment: Assignment = {
    id: newId(),
    serviceId: ask.serviceId,
    organisationId: ask.organisationId,
    needIds: ask.needIds,
    givenUp: [],
    status: 'pending',
    via,
    fromId,
    plainAccept: false,
    askedAt: at,
    clockFrom: at,
    round: 1,
    questionAskedAt: null,
    questionAnsweredAt: null,
    answeredAt: null,
    endedAt: null,
  }
  const asked = { ...referral, assignments: [...referral.assignments, assignment] }
  return { referral: setNeeds(asked, ask.needIds, 'waiting'), happened: [told('asked', assignment, ask.needIds)] }
}

export function leaveUnplaced(referral: Referral, needIds: string[]): Step {
  const left: [Happening['action'], string[]][] = [
    ['returned', needIds.filter(id => isReturned(referral, id))],
    ['unplaced', needIds.filter(id => !isReturned(referral, id))],
  ]
  const happened = left.map(([action, ids]) => ({ action, assignmentId: null, needIds: ids }))
  return { referral, happened: happened.filter(one => one.needIds.length > 0) }
}

/** Asks the picked service by the coordinator's hand: the list is bypassed. */
export function placeWith(referral: Referral, needIds: string[], pick: Pick, setting: Setting): Step {
  assertPickForAll(referral, pick, needIds)
  return assign(referral, { ...pick, needIds }, { via: 'placement', fromId: null }, setting)
}

/** Asks the service that the referrer chose after the first said no; should it say no too, the coordinator is next. */
export function chooseAgain(referral: Referral, needIds: string[], pick: Pick, setting: Setting): Step {
  if (!needIds.every(id => isReturned(referral, id)))
    throw new Problem('not_now', 'This need is not with you.', { action: 'chooseAgain' })
  assertPickForAll(referral, pick, needIds)
  const { serviceId, organisationId, categoryIds } = pick
  const others = referral.shortlist.filter(item => item.serviceId !== serviceId)
  const listed: Referral['shortlist'][number] = { serviceId, organisationId, categoryIds, addedBy: 'referrer' }
  const longer = { ...referral, shortlist: [...others, listed] }
  return assign(longer, { ...pick, needIds }, { via: 'route', fromId: null }, setting)
}

function assertPickForAll(referral: Referral, pick: Pick, needIds: string[]): void {
  assertPick(referral, pick, needIds)
  const needs = referral.needs.filter(need => needIds.includes(need.id))
  if (!needs.every(need => meets(pick, need)))
    throw new Problem('invalid', 'This service does not offer everything chosen.', { field: 'service' })
}

export function assertPick(referral: Referral, pick: Pick, needIds: string[]): void {
  const met = referral.needs.filter(need => needIds.includes(need.id) && meets(pick, need))
  if (met.length === 0)
    throw new Problem('invalid', 'This service offers none of what is needed.', { field: 'service' })
  if (met.some(need => hasDeclined(referral, pick.serviceId, need.id)))
    throw new Problem('declined_before', 'This service has already said that it cannot help.', { field: 'service' })
  if (!pick.withinConsent)
    throw new Problem('consent_needed', 'The person agreed to other services. Ask them before sending it here.', {
      field: 'consent',
    })
}

export function setNeeds(referral: Referral, needIds: string[], status: NeedStatus | null): Referral {
  if (!status) return referral
  const needs = referral.needs.map(need => (needIds.includes(need.id) ? become(need, status) : need))
  return { ...referral, needs }
}

/** The outcome of one service says nothing about the next: unplaced again, a need has none. */
function become(need: Need, status: NeedStatus): Need {
  return { ...need, status, outcome: status === 'unplaced' ? null : need.outcome }
}

export function replace(referral: Referral, after: Assignment): Referral {
  return { ...referral, assignments: referral.assignments.map(one => (one.id === after.id ? after : one)) }
}

export function told(action: Happening['action'], { id }: Assignment, needIds: string[]): Happening {
  return { action, assignmentId: id, needIds }
}
