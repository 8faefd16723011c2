/** Referrals for the tests of the rules: need `a` is of category `A`; services and organisations go by their names. */
import type { Party } from '#src/domain/lifecycle.ts'
import { type Move, type Pick, type Setting, send, type Taken, take } from '#src/domain/moves.ts'
import { type Assignment, isLive, keptBy, type Need, type Referral, type Shortlisted } from '#src/domain/referral.ts'

export const noon = new Date('2026-03-02T12:00:00Z')
export const hour = 60 * 60 * 1000

export function later(milliseconds: number): Date {
  return new Date(noon.getTime() + milliseconds)
}

/** A setting whose ids count on from what the referral already has. */
export function settingFor(referral: Referral, at = noon): Setting {
  let last = referral.assignments.length
  return { at, newId: () => `assignment ${++last}` }
}

export function needOf(id: string, status: Need['status'] = 'unplaced', outcome: Need['outcome'] = null): Need {
  return { id, categoryId: id.toUpperCase(), status, outcome }
}

/** `listed('north', 'AB')`: a service that meets the categories A and B. */
export function listed(serviceId: string, categories: string): Shortlisted {
  return { serviceId, organisationId: `${serviceId} trust`, categoryIds: [...categories], addedBy: 'suggested' }
}

export function picked(serviceId: string, categories: string, withinConsent = true): Pick {
  return { serviceId, organisationId: `${serviceId} trust`, categoryIds: [...categories], withinConsent }
}

export function drafted(needs: string, ...shortlist: Shortlisted[]): Referral {
  return freeze({ needs: [...needs].map(id => needOf(id)), shortlist, assignments: [] })
}

/** A referral as it stands once sent: `sent('ab', listed('north', 'A'), listed('south', 'AB'))`. */
export function sent(needs: string, ...shortlist: Shortlisted[]): Referral {
  const draft = drafted(needs, ...shortlist)
  return freeze(send(draft, settingFor(draft)).referral)
}

export function taken(referral: Referral, party: Party, move: Move, at = noon): Taken {
  return freeze(take(referral, move, [party], settingFor(referral, at)))
}

/** The referral after one move. */
export function moved(referral: Referral, party: Party, move: Move, at = noon): Referral {
  return taken(referral, party, move, at).referral
}

/** What was asked of this service last. */
export function of(referral: Referral, serviceId: string): Assignment {
  const assignment = referral.assignments.findLast(one => one.serviceId === serviceId)
  if (!assignment) throw new Error(`${serviceId} was not asked`)
  return assignment
}

export function idOf(referral: Referral, serviceId: string): string {
  return of(referral, serviceId).id
}

/** Each need with its status and who holds it: `{ a: 'waiting north', b: 'unplaced' }`. */
export function standing({ needs, assignments }: Referral): Record<string, string> {
  const holders = (id: string) => assignments.filter(one => isLive(one) && keptBy(one).includes(id))
  return Object.fromEntries(
    needs.map(({ id, status }) => [id, [status, ...holders(id).map(one => one.serviceId)].join(' ')]),
  )
}

/** Frozen all the way down, so that a rule which changed what it was given would throw. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}
