/** Goes on for another organisation of one's own, in one network or across all. */

import { loadActor } from '../db/actors.ts'
import { turnSession as saveTurn } from '../db/sessions.ts'
import { Problem } from '../domain/problem.ts'
import type { ActingContext } from './context.ts'

/** `networkId` null: across all. Changing the organisation begins across all of its networks. */
export type Turn = { organisationId?: string; networkId?: string | null }

export async function turnSession(ctx: ActingContext, sessionId: string, { organisationId, networkId = null }: Turn) {
  const { userId } = ctx.actor
  const actor = organisationId ? await loadActor(ctx.db, userId, organisationId) : ctx.actor
  const belongs = !organisationId || actor?.organisationId === organisationId
  if (!actor || !belongs || !worksIn(actor, networkId)) throw new Problem('not_found', 'There is no such place.')
  await saveTurn(ctx.db, sessionId, { ...(organisationId && { organisationId }), networkId })
}

function worksIn({ networks, coordinates, commissions }: ActingContext['actor'], networkId: string | null): boolean {
  return networkId === null || [...networks.map(({ id }) => id), ...coordinates, ...commissions].includes(networkId)
}
