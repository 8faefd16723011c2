/** NET-2: a coordinator invites an organisation to the network; so may a member's primary user, with approval unless the network says otherwise. */
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { findUnmanaged, hasOpenInvitation, hasOrganisationNamed } from '../db/invitations.ts'
import { readNetwork } from '../db/networks.ts'
import type { DB } from '../db/schema.ts'
import type { InvitationForm } from '../domain/joining.ts'
import type { Actor } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { enqueueLetter } from './enqueue-letter.ts'
import { eventBy } from './event-by.ts'
import { issueInvitation } from './issue-invitation.ts'

/** `waits`: for the coordinator's approval. */
export async function inviteOrganisation(
  ctx: ActingContext,
  networkId: string,
  { organisationId, ...form }: InvitationForm,
): Promise<{ id: string; waits: boolean }> {
  const coordinates = ctx.actor.coordinates.includes(networkId)
  if (!coordinates && !isPrimaryIn(ctx.actor, networkId)) throw new Problem('not_found', 'There is no such network.')
  return inTransaction(ctx, async trx => {
    const { settings } = await readNetwork(trx, networkId)
    const approved = coordinates || !settings.invitationsNeedApproval
    await assertNew(trx, ctx, networkId, form)
    const name = organisationId
      ? await unmanagedName(trx, networkId, organisationId, coordinates)
      : form.organisationName
    const given = {
      networkId,
      organisationId: organisationId ?? null,
      organisationName: name,
      role: 'primary' as const,
      approved,
    }
    const id = await issueInvitation(trx, ctx, { ...form, ...given })
    if (!approved) await tellCoordinators(trx, ctx, networkId, name)
    const party = coordinates ? 'coordinator' : 'organisation'
    await recordEvents(trx, ctx.now(), [
      eventBy(ctx, { action: 'inviteOrganisation', party, networkId, codes: { invitation: id } }),
    ])
    return { id, waits: !approved }
  })
}

function isPrimaryIn(actor: Actor, networkId: string): boolean {
  return actor.role === 'primary' && actor.scopes === null && actor.networks.some(({ id }) => id === networkId)
}

async function assertNew(trx: Transaction<DB>, ctx: ActingContext, networkId: string, form: InvitationForm) {
  if (await hasOpenInvitation(trx, { networkId }, form.email, ctx.now()))
    throw new Problem('invalid', 'This address has an invitation already. It can be sent again from the list.', {
      field: 'email',
    })
  if (form.organisationName && (await hasOrganisationNamed(trx, networkId, form.organisationName)))
    throw new Problem('invalid', 'An organisation of this name is in the network already.', {
      field: 'organisationName',
    })
}

/** One that is there already, such as by import, gets its first primary user this way. */
async function unmanagedName(trx: Transaction<DB>, networkId: string, id: string, coordinates: boolean) {
  const found = coordinates ? await findUnmanaged(trx, networkId, id) : null
  if (!found) throw new Problem('not_found', 'There is no such organisation without a primary user.')
  return found.name
}

function tellCoordinators(trx: Transaction<DB>, ctx: ActingContext, networkId: string, organisation: string) {
  const codes = { networkId, ...(organisation && { organisation }) }
  return enqueueLetter(trx, ctx, { template: 'invitation_waiting', codes, to: { coordinatorsOf: networkId } })
}
