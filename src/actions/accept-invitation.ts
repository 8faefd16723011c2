/** NET-2: whoever is invited makes their account and their organisation, by the link, once; an account that exists is used. */
import { isCommonPassword } from '../auth/common-passwords.ts'
import { hashPassword, passwordLength } from '../auth/password.ts'
import { hashToken } from '../auth/secrets.ts'
import { setPassword } from '../db/credentials.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import {
  changeInvitation,
  findInvitation,
  findUnmanaged,
  hasOrganisationNamed,
  type Invitation,
  useInvitation,
} from '../db/invitations.ts'
import { insertOrganisation, joinNetwork } from '../db/organisations.ts'
import type { DB } from '../db/schema.ts'
import { addMembership, findUser, grantInNetwork, insertUser, listMemberships } from '../db/users.ts'
import type { AcceptanceForm } from '../domain/joining.ts'
import { Problem } from '../domain/problem.ts'
import type { Asserted } from '../domain/single-sign-on.ts'
import { beginSession, type NewSession, type Visitor } from './account/begin-session.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { isFor, linkTo, openProvided } from './sign-in-by-provider.ts'

/** `session` null: they were signed in already. */
export type Accepted = { userId: string; describes: boolean; session: NewSession | null }

/** `proof`: what an identity provider vouched for just now; for the address that was invited it stands for a password. */
export type AcceptedBy = Visitor & { proof?: Asserted | null }

/** What is refused leaves the link good for another try. Throws `not_now` where it does not work any more. */
export async function acceptInvitation(
  ctx: Context,
  { link, ...form }: AcceptanceForm,
  { proof = null, ...visitor }: AcceptedBy,
): Promise<Accepted> {
  const now = ctx.now()
  const invitation = await findInvitation(ctx.db, hashToken(link), now)
  if (!invitation) throw usedUp()
  const known = await findUser(ctx.db, invitation.email)
  if (known && known.id !== ctx.actor?.userId)
    throw new Problem('not_signed_in', 'Sign in first, then follow the link.')
  const provided = proof && isFor(invitation, proof) ? proof : null
  if (!known) assertOwnName(form)
  const hash = known || provided ? null : await hashOf(form, invitation.email)
  return inTransaction(ctx, async trx => {
    if (!(await useInvitation(trx, invitation.id, now))) throw usedUp()
    const userId = known?.id ?? (await addAccount(trx, form.name, invitation.email, hash, now))
    const organisationId = await admit(trx, invitation, form, userId, now)
    await changeInvitation(trx, invitation.id, { userId, ...(organisationId && { organisationId }) })
    await recordAccepted(trx, ctx, invitation, { userId, organisationId })
    const session = known ? null : await open(trx, ctx, { userId, email: invitation.email, visitor, provided })
    return { userId, describes: invitation.role === 'primary', session }
  })
}

function usedUp(): Problem {
  return new Problem('not_now', 'This invitation was used, withdrawn, or is too old. Ask for another.')
}

function assertOwnName({ name }: Pick<AcceptanceForm, 'name'>): void {
  if (name === '') throw new Problem('invalid', 'Enter your name.', { field: 'name', reason: 'required' })
}

function hashOf({ name, password }: Pick<AcceptanceForm, 'name' | 'password'>, email: string): Promise<string> {
  if (password.length < passwordLength.least || password.length > passwordLength.most)
    throw new Problem('invalid', 'Choose a password of at least 12 characters.', { field: 'password', reason: 'short' })
  if (isCommonPassword(password, [name, email]))
    throw new Problem('invalid', 'Choose a password that is harder to guess.', { field: 'password', reason: 'common' })
  return hashPassword(password)
}

/** The link came by email, so the address is theirs. `hash` null: they sign in at their provider. */
async function addAccount(
  trx: Transaction<DB>,
  name: string,
  email: string,
  hash: string | null,
  now: Date,
): Promise<string> {
  const userId = await insertUser(trx, { name, email })
  if (!userId) throw new Problem('conflict', 'An account was made for this address meanwhile. Sign in first.')
  if (hash) await setPassword(trx, userId, hash, now)
  await trx.updateTable('user').set({ emailVerified: true }).where('id', '=', userId).execute()
  return userId
}

/** Into the network, the organisation, or both. Returns the organisation that they belong to by it. */
async function admit(
  trx: Transaction<DB>,
  invitation: Invitation,
  form: Pick<AcceptanceForm, 'joinAs' | 'organisationName'>,
  userId: string,
  now: Date,
): Promise<string | null> {
  const { networkId, organisationId, role } = invitation
  if (role === 'coordinator' || role === 'commissioner') {
    if (networkId) await grantInNetwork(trx, [{ userId, networkId, role }])
    if (organisationId)
      await joinOrganisation(trx, userId, organisationId, await placeIn(trx, networkId, organisationId))
    return organisationId
  }
  if (!networkId && organisationId) {
    await addMembership(trx, { userId, organisationId, role })
    return organisationId
  }
  return networkId ? organisationFor(trx, { ...invitation, networkId, role }, form, userId, now) : null
}

/** Whoever is the first in a coordinating organisation manages it too. */
async function placeIn(trx: Transaction<DB>, networkId: string | null, organisationId: string) {
  return networkId && (await findUnmanaged(trx, networkId, organisationId)) ? 'primary' : 'member'
}

async function joinOrganisation(
  trx: Transaction<DB>,
  userId: string,
  organisationId: string,
  role: 'primary' | 'member',
): Promise<void> {
  const mine = await listMemberships(trx, userId)
  if (!mine.some(one => one.organisationId === organisationId))
    await addMembership(trx, { userId, organisationId, role })
}

/** The one that the invitation names, one of their own, or a new one. */
async function organisationFor(
  trx: Transaction<DB>,
  { networkId, organisationId, role, email }: Invitation & { networkId: string; role: 'primary' | 'member' },
  { joinAs, organisationName }: Pick<AcceptanceForm, 'joinAs' | 'organisationName'>,
  userId: string,
  now: Date,
): Promise<string> {
  const mine = await listMemberships(trx, userId)
  const chosen = organisationId ?? mine.find(one => one.organisationId === joinAs)?.organisationId
  if (!chosen) await assertName(trx, networkId, organisationName)
  const id = chosen ?? (await insertOrganisation(trx, { name: organisationName, email }))
  await joinOrganisation(trx, userId, id, role)
  await joinNetwork(trx, networkId, id, now)
  return id
}

async function assertName(trx: Transaction<DB>, networkId: string, name: string): Promise<void> {
  if (name === '')
    throw new Problem('invalid', 'Enter the name of your organisation.', {
      field: 'organisationName',
      reason: 'required',
    })
  if (await hasOrganisationNamed(trx, networkId, name))
    throw new Problem('invalid', 'An organisation of this name is in the network already. Ask it for an account.', {
      ...{ field: 'organisationName', reason: 'taken' },
    })
}

function recordAccepted(
  trx: Transaction<DB>,
  ctx: Context,
  { id, networkId, role }: Invitation,
  { userId, organisationId }: { userId: string; organisationId: string | null },
) {
  const who = { party: 'organisation', userId, organisationId }
  const codes = { invitation: id, role, ...(organisationId && { organisation: organisationId }) }
  return recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'acceptInvitation', networkId, ...who, codes })])
}

type Newcomer = { userId: string; email: string; visitor: Visitor; provided: Asserted | null }

async function open(trx: Transaction<DB>, ctx: Context, newcomer: Newcomer): Promise<NewSession> {
  const { userId, email, visitor, provided } = newcomer
  if (!provided) return beginSession(trx, ctx, { id: userId, email }, visitor)
  if (!(await linkTo(trx, ctx, userId, provided)))
    throw new Problem('conflict', 'An account was made for this sign-in meanwhile. Sign in first.')
  return openProvided(trx, ctx, userId, provided, visitor)
}
