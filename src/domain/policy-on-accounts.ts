/** Who keeps whose account, and what of it. */
import { type Actor, may } from './policy.ts'

/** Whose accounts somebody keeps: all of the own organisation, the primary users of one in a network that they coordinate. */
export function rolesKept(
  actor: Actor,
  organisation: { id: string; networkIds: readonly string[] },
): readonly ('primary' | 'member')[] {
  if (!may(actor, 'manageUsers')) return []
  if (actor.role === 'primary' && actor.organisationId === organisation.id) return ['member', 'primary']
  return organisation.networkIds.some(id => actor.coordinates.includes(id)) ? ['primary'] : []
}

/** ADM-1: who makes networks finds somebody for one that nobody coordinates; from then on its coordinators do. */
export function mayFindCoordinator(actor: Actor, coordinators: number): boolean {
  return may(actor, 'administer') && coordinators === 0
}

/** ADM-2: what an account may do apart from its organisation. */
export type Standing = { administrator: boolean; coordinates: readonly string[] }

/** Of one who lost phone, passkeys and codes: never of oneself, and never of somebody who may do more than whoever takes it off. */
export function mayTakeSecondStepOff(actor: Actor, account: Standing & { userId: string }): boolean {
  if (account.userId === actor.userId) return false
  if (actor.administrator) return true
  return !account.administrator && account.coordinates.every(id => actor.coordinates.includes(id))
}
