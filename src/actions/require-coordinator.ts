/** What only a network's own coordinators do: absent to everybody else. */
import { may } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import type { ActingContext } from './context.ts'

export function requireCoordinator({ actor }: ActingContext, networkId: string): void {
  if (!may(actor, 'coordinate') || !actor.coordinates.includes(networkId))
    throw new Problem('not_found', 'There is no such network.')
}
