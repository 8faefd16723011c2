/** Who answers for what is held on a person: the network's coordinators, and an organisation's primary users for its own records. */
import type { NetworkSettings } from './network.ts'
import { type Actor, mayWrite, type Sides, sightOf } from './policy.ts'

type Rules = Pick<NetworkSettings, 'membersSee' | 'membersSeeIdentity' | 'identityBeforeAcceptance'>

/** The reason may say something about the person, so it is for coordinators who read the referral. */
export function mayHoldReferral(actor: Actor, sides: Sides, rules: Rules): boolean {
  return mayWrite(actor) && actor.coordinates.includes(sides.networkId) && sightOf(actor, sides, rules).level === 'full'
}

export function mayHoldPeople(actor: Actor): boolean {
  return mayWrite(actor) && actor.organisationId !== null && actor.role === 'primary'
}

/** Of whom: a network, or an organisation for its own records of people. */
export type Controller = { networkId: string } | { organisationId: string }

/** Who may look for what is held on a person, give it out and erase it. */
export function answersFor(actor: Actor, controller: Controller): boolean {
  if (!mayWrite(actor)) return false
  if ('networkId' in controller) return actor.coordinates.includes(controller.networkId)
  return actor.role === 'primary' && actor.organisationId === controller.organisationId
}
