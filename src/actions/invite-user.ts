/** ORG-2: a primary user invites colleagues; a coordinator those who look after the network, read its figures, or manage a member's entry. */
import { listColleagues, listGranted } from '../db/colleagues.ts'
import type { Transaction } from '../db/database.ts'
import { networksOfOrganisation } from '../db/directory/organisations.ts'
import { recordEvents } from '../db/events.ts'
import { hasOpenInvitation } from '../db/invitations.ts'
import { readNetwork } from '../db/networks.ts'
import type { DB } from '../db/schema.ts'
import { may } from '../domain/policy.ts'
import { rolesKept } from '../domain/policy-on-accounts.ts'
import { Problem } from '../domain/problem.ts'
import type { UserInvitation } from '../domain/users.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { issueInvitation } from './issue-invitation.ts'

export type InvitedTo = { organisationId: string } | { networkId: string }

/** Returns the invitation's id. */
export function inviteUser(ctx: ActingContext, to: InvitedTo, form: UserInvitation): Promise<string> {
  return inTransaction(ctx, async trx => {
    await assertMay(trx, ctx, to, form.role)
    await assertNew(trx, ctx, to, form.email)
    const place = await placeOf(trx, to, form.role)
    const id = await issueInvitation(trx, ctx, { ...form, ...place, organisationName: '', approved: true })
    const codes = {
      invitation: id,
      role: form.role,
      ...(place.organisationId && { organisation: place.organisationId }),
    }
    const party = 'networkId' in to ? 'coordinator' : 'organisation'
    await recordEvents(trx, ctx.now(), [
      eventBy(ctx, { action: 'inviteUser', party, networkId: place.networkId, codes }),
    ])
    return id
  })
}

async function assertMay(trx: Transaction<DB>, { actor }: ActingContext, to: InvitedTo, role: UserInvitation['role']) {
  if ('networkId' in to) {
    if (!may(actor, 'coordinate') || !actor.coordinates.includes(to.networkId))
      throw new Problem('not_found', 'There is no such network.')
    if (role === 'member' || role === 'primary') throw wrongRole()
    return
  }
  const networkIds = await networksOfOrganisation(trx, to.organisationId)
  const kept = rolesKept(actor, { id: to.organisationId, networkIds })
  if (kept.length === 0) throw new Problem('not_found', 'There is no such organisation.')
  if (!kept.some(one => one === role)) throw wrongRole()
}

function wrongRole(): Problem {
  return new Problem('invalid', 'Choose one of the roles.', { field: 'role' })
}

async function assertNew(trx: Transaction<DB>, ctx: ActingContext, to: InvitedTo, email: string) {
  const own = email.toLowerCase()
  const there =
    'networkId' in to
      ? await listGranted(trx, to.networkId)
      : (await listColleagues(trx, to.organisationId)).filter(({ endedAt }) => endedAt === null)
  if (there.some(one => one.email.toLowerCase() === own))
    throw new Problem('invalid', 'This person is here already.', { field: 'email' })
  if (await hasOpenInvitation(trx, to, email, ctx.now()))
    throw new Problem('invalid', 'This address has an invitation already. It can be sent again from the list.', {
      field: 'email',
    })
}

/** Whoever looks after a network works in the organisation that coordinates it. */
async function placeOf(trx: Transaction<DB>, to: InvitedTo, role: UserInvitation['role']) {
  if ('organisationId' in to) return { networkId: null, organisationId: to.organisationId }
  const { coordinatingOrganisationId } = await readNetwork(trx, to.networkId)
  return { networkId: to.networkId, organisationId: role === 'coordinator' ? coordinatingOrganisationId : null }
}
