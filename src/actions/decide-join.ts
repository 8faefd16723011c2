/** NET-3: the coordinator approves a request to join, which issues the primary user's invitation, or refuses it with a reason. */

import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { hasOrganisationNamed } from '../db/invitations.ts'
import { decideRequest, type JoinRequest, lockRequest } from '../db/joining.ts'
import type { DB } from '../db/schema.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { enqueueLetter } from './enqueue-letter.ts'
import { eventBy } from './event-by.ts'
import { issueInvitation } from './issue-invitation.ts'

export type Decision = { status: 'approved' } | { status: 'refused'; reason: string }

/** Deciding the same again is deciding it once; who comes after a colleague is told so. */
export function decideJoin(ctx: ActingContext, requestId: string, decision: Decision): Promise<void> {
  return inTransaction(ctx, async trx => {
    const request = await lockRequest(trx, requestId)
    if (!request || !ctx.actor.coordinates.includes(request.networkId) || ctx.actor.scopes !== null)
      throw new Problem('not_found', 'There is no such request.')
    if (request.status === decision.status) return
    if (request.status !== 'waiting')
      throw new Problem('already_answered', `${request.decidedBy ?? 'Somebody'} has decided this already.`)
    const invitationId = decision.status === 'approved' ? await invite(trx, ctx, request) : null
    const reason = decision.status === 'refused' ? decision.reason : null
    const made = { status: decision.status, decidedBy: ctx.actor.userId, decidedAt: ctx.now(), reason, invitationId }
    await decideRequest(trx, requestId, made)
    if (reason !== null) await tellRefused(trx, ctx, request)
    const action = decision.status === 'approved' ? 'approveJoin' : 'refuseJoin'
    await recordEvents(trx, ctx.now(), [
      eventBy(ctx, { action, networkId: request.networkId, codes: { request: requestId } }),
    ])
  })
}

async function invite(trx: Transaction<DB>, ctx: ActingContext, request: JoinRequest): Promise<string> {
  const { networkId, organisationName, contactName, contactEmail } = request
  if (await hasOrganisationNamed(trx, networkId, organisationName))
    throw new Problem('not_now', 'An organisation of this name is in the network already.')
  const person = { personName: contactName, email: contactEmail, organisationName }
  return issueInvitation(trx, ctx, {
    ...person,
    ...{ networkId, organisationId: null, role: 'primary', approved: true },
  })
}

function tellRefused(trx: Transaction<DB>, ctx: ActingContext, { id, networkId }: JoinRequest): Promise<void> {
  return enqueueLetter(trx, ctx, { template: 'join_refused', codes: { networkId }, to: { requestId: id } })
}
