/** ADM-1: an administrator makes a network in the browser and says who coordinates it: themselves, or whoever they invite. */
import type { Transaction } from '../db/database.ts'
import { findOrganisations } from '../db/organisations.ts'
import type { DB } from '../db/schema.ts'
import { addMembership, grantInNetwork, listMemberships, readEmail } from '../db/users.ts'
import { type NetworkStart, slugOf } from '../domain/network-start.ts'
import { may } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { beginSession, type NewSession, type Visitor } from './account/begin-session.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { makeNetwork } from './create-network.ts'
import { assertTheirs } from './invite-coordinator.ts'
import { issueInvitation } from './issue-invitation.ts'

/** `session`: a role that changes ends every session; whoever coordinates from now on goes on in a new one. */
export type Started = { id: string; session: NewSession | null }

export function startNetwork(ctx: ActingContext, start: NetworkStart, visitor: Visitor): Promise<Started> {
  if (!may(ctx.actor, 'administer')) throw new Problem('not_found', 'There is no such page.')
  return inTransaction(ctx, async trx => {
    const known = await knownOrganisation(trx, ctx, start)
    const { id, organisationId } = await makeNetwork(trx, ctx, {
      ...{ name: start.name, slug: start.slug || slugOf(start.name), areas: [] },
      coordinator: known ?? { name: start.organisationName },
    })
    if (start.coordinator === 'invite') {
      await invite(trx, ctx, start, id, organisationId)
      return { id, session: null }
    }
    await coordinate(trx, ctx, id, organisationId)
    const email = await readEmail(trx, ctx.actor.userId)
    return { id, session: await beginSession(trx, ctx, { id: ctx.actor.userId, email }, visitor) }
  })
}

/** Administrators read no content (SECURITY): one that is there already may be named only by somebody who works for it, or for them. */
async function knownOrganisation(trx: Transaction<DB>, { actor }: ActingContext, start: NetworkStart) {
  const [known] = await findOrganisations(trx, start.organisationName)
  if (!known) return null
  if (start.coordinator === 'self') {
    const mine = await listMemberships(trx, actor.userId)
    if (!mine.some(({ organisationId }) => organisationId === known.id))
      throw new Problem('invalid', 'This organisation is here already.', { field: 'coordinator', reason: 'not_yours' })
  } else await assertTheirs(trx, known.id, start.email)
  return known
}

async function coordinate(trx: Transaction<DB>, { actor }: ActingContext, networkId: string, organisationId: string) {
  const mine = await listMemberships(trx, actor.userId)
  if (!mine.some(one => one.organisationId === organisationId))
    await addMembership(trx, { userId: actor.userId, organisationId, role: 'primary' })
  await grantInNetwork(trx, [{ userId: actor.userId, networkId, role: 'coordinator' }])
}

async function invite(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { personName, email }: NetworkStart,
  networkId: string,
  organisationId: string,
) {
  const role = 'coordinator' as const
  await issueInvitation(trx, ctx, {
    ...{ networkId, organisationId, organisationName: '', role, personName, email, approved: true },
  })
}
