/** An event that belongs to no referral: who did it, at the screen or (nobody) by the program itself. */
import type { NewEvent } from '../db/events.ts'
import type { Context } from './context.ts'

export function eventBy({ actor }: Context, rest: Pick<NewEvent, 'action'> & Partial<NewEvent>): NewEvent {
  return {
    party: !actor ? 'system' : actor.administrator ? 'administrator' : 'coordinator',
    userId: actor?.userId ?? null,
    organisationId: actor?.organisationId ?? null,
    networkId: null,
    referralId: null,
    assignmentId: null,
    noteId: null,
    codes: {},
    ...rest,
  }
}
