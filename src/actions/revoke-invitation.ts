/** What may be done to an invitation before it is accepted: approve, refuse, send again, withdraw. */

import { listAllNetworks } from '../db/all-networks.ts'
import type { Transaction } from '../db/database.ts'
import { networksOfOrganisation } from '../db/directory/organisations.ts'
import { recordEvents } from '../db/events.ts'
import { changeInvitation, type Invitation, type InvitationState, lockInvitation } from '../db/invitations.ts'
import type { DB } from '../db/schema.ts'
import type { Actor } from '../domain/policy.ts'
import { mayFindCoordinator, rolesKept } from '../domain/policy-on-accounts.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { sendInvitation } from './issue-invitation.ts'

export const invitationActs = ['approve', 'refuse', 'resend', 'revoke'] as const
export type InvitationAct = (typeof invitationActs)[number]

const from: Record<InvitationAct, readonly InvitationState[]> = {
  approve: ['waiting'],
  refuse: ['waiting'],
  resend: ['sent', 'expired'],
  revoke: ['waiting', 'sent', 'expired'],
}
const most = 10

/** Doing it again is doing it once. */
export function actOnInvitation(ctx: ActingContext, id: string, act: InvitationAct): Promise<void> {
  return inTransaction(ctx, async trx => {
    const at = ctx.now()
    const invitation = await lockInvitation(trx, id, at)
    if (!invitation || !(await mayAct(trx, ctx.actor, invitation, act)))
      throw new Problem('not_found', 'There is no such invitation.')
    if (isDone(invitation, act)) return
    if (!from[act].includes(invitation.state))
      throw new Problem('not_now', 'This invitation was accepted, refused or withdrawn meanwhile.')
    const sends = invitation.sends + 1
    if (act === 'resend' && sends > most)
      throw new Problem('too_many', 'It was sent ten times. Invite them anew instead.')
    if (act === 'approve') await sendInvitation(trx, ctx, { id, sends: 1, approve: true })
    if (act === 'resend') await sendInvitation(trx, ctx, { id, sends, approve: false })
    if (act === 'refuse') await changeInvitation(trx, id, { refusedAt: at })
    if (act === 'revoke') await changeInvitation(trx, id, { revokedAt: at })
    const { networkId } = invitation
    await recordEvents(trx, at, [eventBy(ctx, { action: `${act}Invitation`, networkId, codes: { invitation: id } })])
  })
}

/** Coordinators everything; who invited, or keeps such accounts, sends it again or takes it back. */
async function mayAct(
  trx: Transaction<DB>,
  actor: Actor,
  { networkId, organisationId, role, invitedById }: Invitation,
  act: InvitationAct,
): Promise<boolean> {
  if (actor.scopes !== null) return false
  if (networkId && actor.coordinates.includes(networkId)) return true
  if (act !== 'resend' && act !== 'revoke') return false
  if (invitedById === actor.userId) return true
  if (networkId && role === 'coordinator') {
    const network = (await listAllNetworks(trx)).find(({ id }) => id === networkId)
    return network !== undefined && mayFindCoordinator(actor, network.coordinators.length)
  }
  if (!organisationId || networkId) return false
  const organisation = { id: organisationId, networkIds: await networksOfOrganisation(trx, organisationId) }
  return rolesKept(actor, organisation).some(one => one === role)
}

function isDone({ state }: Invitation, act: InvitationAct): boolean {
  return (act === 'revoke' && state === 'revoked') || (act === 'refuse' && state === 'refused')
}
