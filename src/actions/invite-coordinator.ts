/** ADM-1: an administrator invites somebody to coordinate a network that nobody coordinates: the first invitation was lost, or went to a wrong address. */
import { type AnyNetwork, listAllNetworks } from '../db/all-networks.ts'
import { type Colleague, listColleagues } from '../db/colleagues.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { hasOpenInvitation } from '../db/invitations.ts'
import type { DB } from '../db/schema.ts'
import type { CoordinatorInvited } from '../domain/network-start.ts'
import { mayFindCoordinator } from '../domain/policy-on-accounts.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { issueInvitation } from './issue-invitation.ts'

export function inviteCoordinator(
  ctx: ActingContext,
  networkId: string,
  { personName, email }: CoordinatorInvited,
): Promise<void> {
  return inTransaction(ctx, async trx => {
    const { organisationId } = await leaderless(trx, ctx, networkId)
    if (!organisationId) throw new Problem('not_found', 'There is no such network.')
    await assertTheirs(trx, organisationId, email)
    if (await hasOpenInvitation(trx, { networkId }, email, ctx.now()))
      throw new Problem('invalid', 'They are invited already.', { field: 'email', reason: 'invited' })
    const to = { networkId, organisationId, organisationName: '', role: 'coordinator' as const }
    const id = await issueInvitation(trx, ctx, { ...to, personName, email, approved: true })
    const codes = { invitation: id, role: to.role, organisation: organisationId }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'inviteUser', networkId, codes })])
  })
}

/** A Problem unless the actor may find a coordinator for it. */
export async function leaderless(
  db: ActingContext['db'] | Transaction<DB>,
  { actor }: Pick<ActingContext, 'actor'>,
  networkId: string,
): Promise<AnyNetwork> {
  const network = (await listAllNetworks(db)).find(({ id }) => id === networkId)
  if (!network || !mayFindCoordinator(actor, network.coordinators.length))
    throw new Problem('not_found', 'There is no such network.')
  return network
}

/** Administrators read no content (SECURITY): into an organisation with people they bring nobody from outside. */
export async function assertTheirs(trx: Transaction<DB>, organisationId: string, email: string): Promise<void> {
  const colleagues = (await listColleagues(trx, organisationId)).filter(({ endedAt }) => endedAt === null)
  if (colleagues.length > 0 && !colleagues.some(one => isAt(one, email)))
    throw new Problem('invalid', 'They do not work for it.', { field: 'email', reason: 'not_theirs' })
}

function isAt({ email }: Colleague, typed: string): boolean {
  return email.toLowerCase() === typed.toLowerCase()
}
