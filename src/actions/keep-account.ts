/** ORG-2, NET-5: what those who keep an account do to it: name and role, a link for a new password, leaving, coming back. */
import {
  type Colleague,
  changeMembership,
  findColleague,
  listColleagues,
  lockColleagues,
  renameUser,
  settleAccount,
} from '../db/colleagues.ts'
import type { Transaction } from '../db/database.ts'
import { networksOfOrganisation } from '../db/directory/organisations.ts'
import { recordEvents } from '../db/events.ts'
import { listHandOvers, readOpenWork } from '../db/hand-overs.ts'
import type { DB } from '../db/schema.ts'
import { readStanding, takeSecondStepOff } from '../db/second-step.ts'
import { endSessionsOf } from '../db/sessions.ts'
import { mayTakeSecondStepOff, rolesKept } from '../domain/policy-on-accounts.ts'
import { Problem } from '../domain/problem.ts'
import type { AccountForm } from '../domain/users.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { sendLink } from './create-user.ts'
import { enqueueMessage } from './enqueue-message.ts'
import { eventBy } from './event-by.ts'
import { giveWork } from './hand-over/give-work.ts'
import { endAllOf } from './hand-over/hand-over.ts'

/** A role that changes ends their sessions. One's own stays as it is. */
export function changeAccount(
  ctx: ActingContext,
  id: string,
  { name, role, asksReports, seesReports }: AccountForm,
): Promise<void> {
  return keep(ctx, id, 'changeUser', async (trx, colleague) => {
    if (name !== colleague.name) await renameUser(trx, colleague.userId, name)
    const told = asksReports ? await letSeeReports(trx, colleague, seesReports === 'yes') : {}
    if (!role || role === colleague.role) return told
    if (colleague.userId === ctx.actor.userId) throw ownPart()
    await assertAnotherPrimary(trx, colleague)
    await changeMembership(trx, id, { role })
    return { ...told, role }
  })
}

/** RPT-3: primary users see them anyway. */
async function letSeeReports(trx: Transaction<DB>, { id, maySeeReports }: Colleague, sees: boolean) {
  if (sees === maySeeReports) return {}
  await changeMembership(trx, id, { maySeeReports: sees })
  return { seesReports: sees }
}

/** Their sessions go on until they choose a new password. */
export function sendNewPassword(ctx: ActingContext, id: string): Promise<void> {
  return keep(ctx, id, 'sendNewPassword', async (trx, { userId, endedAt }) => {
    if (endedAt) throw new Problem('not_now', 'They have no account here any more.')
    await sendLink(trx, ctx, userId)
    return {}
  })
}

/** ADM-2: for who lost phone, passkeys and codes. They are signed out everywhere, told by email, and sign in with the password alone. */
export function removeSecondStep(ctx: ActingContext, id: string): Promise<void> {
  return keep(ctx, id, 'removeSecondStep', async (trx, { userId }) => {
    if (!mayTakeSecondStepOff(ctx.actor, { userId, ...(await readStanding(trx, userId)) }))
      throw new Problem('not_allowed', 'Somebody who may do more takes this second step off.')
    if (!(await takeSecondStepOff(trx, userId))) return null
    await endSessionsOf(trx, userId, { allBut: null })
    await enqueueMessage(trx, ctx, { template: 'second_step_off', userId })
    return {}
  })
}

/** They cannot sign in for the organisation from this moment; what they handle and the drafts that they began go to `to`, a colleague's membership. */
export function endMembership(ctx: ActingContext, id: string, to: string): Promise<void> {
  return keep(ctx, id, 'endMembership', async (trx, colleague) => {
    if (colleague.endedAt) return null
    if (colleague.userId === ctx.actor.userId) throw ownPart()
    await assertAnotherPrimary(trx, colleague)
    const { organisationId, userId } = colleague
    await endAllOf(trx, ctx, await listHandOvers(trx, organisationId, userId), userId)
    const taker = await takerOf(trx, colleague, to)
    const handed = taker && (await giveWork(trx, ctx, { organisationId, from: userId, to: taker.userId }))
    await changeMembership(trx, id, { endedAt: ctx.now() })
    await settleAccount(trx, userId, ctx.now())
    return taker ? { handedTo: taker.userId, handed: handed?.open } : {}
  })
}

export function restoreMembership(ctx: ActingContext, id: string): Promise<void> {
  return keep(ctx, id, 'restoreMembership', async (trx, { endedAt, userId }) => {
    if (!endedAt) return null
    await changeMembership(trx, id, { endedAt: null })
    await settleAccount(trx, userId, ctx.now())
    return {}
  })
}

/** `work` returns what else the event tells, or null where nothing was done. */
function keep(
  ctx: ActingContext,
  id: string,
  action: string,
  work: (trx: Transaction<DB>, colleague: Colleague) => Promise<Record<string, unknown> | null>,
): Promise<void> {
  return inTransaction(ctx, async trx => {
    const found = await findColleague(trx, id)
    if (found) await lockColleagues(trx, found.organisationId)
    const colleague = await findColleague(trx, id)
    if (!colleague || !(await isKept(trx, ctx, colleague))) throw new Problem('not_found', 'There is no such account.')
    const told = await work(trx, colleague)
    if (!told) return
    const codes = { user: colleague.userId, organisation: colleague.organisationId, ...told }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action, party: 'organisation', codes })])
  })
}

async function isKept(trx: Transaction<DB>, { actor }: ActingContext, { organisationId, role }: Colleague) {
  const networkIds = await networksOfOrganisation(trx, organisationId)
  return rolesKept(actor, { id: organisationId, networkIds }).includes(role)
}

async function assertAnotherPrimary(trx: Transaction<DB>, { id, role, organisationId }: Colleague): Promise<void> {
  if (role !== 'primary') return
  const others = (await listColleagues(trx, organisationId)).filter(one => one.id !== id && !one.endedAt)
  if (!others.some(one => one.role === 'primary'))
    throw new Problem('not_now', 'An organisation keeps at least one primary user. Make somebody else one first.')
}

async function takerOf(trx: Transaction<DB>, { id, userId, organisationId }: Colleague, to: string) {
  const { open, drafts } = await readOpenWork(trx, organisationId, userId, 0)
  if (open + drafts === 0) return null
  const colleagues = await listColleagues(trx, organisationId)
  const taker = colleagues.find(one => one.id === to && one.id !== id && !one.endedAt)
  if (!taker) throw new Problem('invalid', 'Choose who takes over what is open.', { field: 'to' })
  return taker
}

function ownPart(): Problem {
  return new Problem('not_allowed', 'Somebody else changes your own role, or ends your account.')
}
