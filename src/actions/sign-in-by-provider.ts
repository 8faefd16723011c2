/** ADM-5: signing in by single sign-on, for those who have an account or an invitation; nobody else gets one by it. */
import { type Checks, type Failure, finishAtProvider, type Provider } from '../auth/provider.ts'
import { hashToken, sign } from '../auth/secrets.ts'
import { minutesBefore } from '../db/actors.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { findInvitation } from '../db/invitations.ts'
import { addLink, emailOf, findAccounts, findInvitationFor } from '../db/provider-links.ts'
import type { DB } from '../db/schema.ts'
import { isOn, readSecondStep } from '../db/second-step.ts'
import { spendOnce } from '../db/spent-once.ts'
import { type Asserted, admit, type SsoRefusal } from '../domain/single-sign-on.ts'
import { beginSession, type NewSession, type Visitor } from './account/begin-session.ts'
import { askSecond, type SecondAsked } from './account/second-asked.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { linkToken } from './link-token.ts'

/** How long somebody may take at the provider. */
export const minutesAway = 10

/** `link`: of the invitation from which they went, if from one. */
export type Return = { back: URL; checks: Checks; visitor: Visitor; link: string | null }
export type Came =
  | { session: NewSession }
  /** The provider vouches for one factor alone, and the account has a second step of ours. */
  | { second: SecondAsked }
  /** They have no account yet; `link` is their invitation's. */
  | { invited: Asserted; link: string }
  | { refused: SsoRefusal | Failure | 'again'; code?: string }

/** The browser is back from the provider: once for each time that it was sent there. */
export async function signInByProvider(
  ctx: Context,
  provider: Provider,
  { back, checks, visitor, link }: Return,
): Promise<Came> {
  if (!(await spend(ctx, checks))) return { refused: 'again' }
  const outcome = await finishAtProvider(provider, back, checks)
  if (outcome.ok) return inTransaction(ctx, trx => enter(trx, ctx, outcome.asserted, { visitor, link }))
  if (outcome.why === 'broken') await inTransaction(ctx, trx => recordRefusal(trx, ctx, 'broken', null))
  return { refused: outcome.why, code: outcome.code }
}

/** Before the provider is asked, so that an address that was seen by somebody is worth nothing to them. */
function spend({ db, secret, now }: Context, { state }: Checks): Promise<boolean> {
  return spendOnce(db, sign(secret, 'single sign-on', state), minutesBefore(now(), -2 * minutesAway), now())
}

async function enter(
  trx: Transaction<DB>,
  ctx: Context,
  asserted: Asserted,
  { visitor, link }: Pick<Return, 'visitor' | 'link'>,
): Promise<Came> {
  const { known, named } = await findAccounts(trx, asserted)
  const admission = admit(asserted, known, named)
  if ('refused' in admission)
    return (await invitationOf(trx, ctx, asserted, admission, link)) ?? turnAway(trx, ctx, admission)
  const { userId } = admission
  if (admission.link && !(await linkTo(trx, ctx, userId, asserted)))
    return turnAway(trx, ctx, { refused: 'taken', userId })
  const second = await readSecondStep(trx, userId)
  if (!asserted.twoFactors && isOn(second)) {
    const who = { id: userId, email: await emailOf(trx, userId), changedAt: null }
    return { second: askSecond(ctx, who, second) }
  }
  await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'signIn', party: 'user', userId, codes: { by } })])
  return { session: await openProvided(trx, ctx, userId, asserted, visitor) }
}

const by = 'provider'

/** Of an account and one of the provider's people; false where either is linked to another already. */
export async function linkTo(trx: Transaction<DB>, ctx: Context, userId: string, asserted: Asserted): Promise<boolean> {
  if (!(await addLink(trx, { userId, ...asserted }, ctx.now()))) return false
  await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'linkProvider', party: 'user', userId })])
  return true
}

export async function openProvided(
  trx: Transaction<DB>,
  ctx: Context,
  id: string,
  { twoFactors }: Asserted,
  visitor: Visitor,
): Promise<NewSession> {
  const user = { id, email: await emailOf(trx, id) }
  return beginSession(trx, ctx, user, visitor, twoFactors ? 'two_factors' : 'one_factor')
}

type Refused = { refused: SsoRefusal; userId: string | null }

/** For whoever has no account: the invitation from which they went, or the newest to their address. */
async function invitationOf(
  trx: Transaction<DB>,
  { secret, now }: Context,
  invited: Asserted,
  { userId }: Refused,
  link: string | null,
): Promise<Came | null> {
  if (!invited.email || userId) return null
  const followed = link ? await findInvitation(trx, hashToken(link), now()) : null
  if (link && followed && isFor(followed, invited)) return { invited, link }
  const newest = await findInvitationFor(trx, invited.email, now())
  return newest && { invited, link: linkToken(secret, 'invitation', newest.id) }
}

export function isFor(invitation: { email: string }, { email }: Asserted): boolean {
  return email !== null && email.toLowerCase() === invitation.email.toLowerCase()
}

async function turnAway(trx: Transaction<DB>, ctx: Context, { refused, userId }: Refused): Promise<Came> {
  await recordRefusal(trx, ctx, refused, userId)
  return { refused }
}

/** Why, and never what the provider said of whom. */
async function recordRefusal(trx: Transaction<DB>, ctx: Context, why: string, userId: string | null) {
  const codes = { by, why }
  await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'signInRefused', party: 'user', userId, codes })])
}
