/** What only a network's own coordinators do: absent to everybody else. */
import { may, type Permission } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import type { ActingContext } from './context.ts'

export function requireCoordinator(
  { actor }: Pick<ActingContext, 'actor'>,
  networkId: string,
  permission: Permission = 'coordinate',
): void {
  if (!may(actor, permission) || !actor.coordinates.includes(networkId))
    throw new Problem('not_found', 'There is no such network.')
}
