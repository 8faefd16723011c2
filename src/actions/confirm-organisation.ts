/** ORG-4: somebody of the organisation says that its entry is right: signed in, or by the link of the three-monthly letter. */
import { isSigned } from '../auth/secrets.ts'
import { type ConfirmLetter, findConfirmLetter } from '../db/confirmations.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { findProfile, markConfirmed, type Profile, readProfile } from '../db/profiles.ts'
import type { DB } from '../db/schema.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

const linkDays = 100

export function confirmOrganisation(ctx: ActingContext, organisationId: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    await readProfile(trx, ctx.actor, organisationId)
    await confirm(trx, ctx, organisationId, ctx.actor.userId)
  })
}

/** Looking uses nothing up. Null where the link is wrong or too old. `done`: confirmed since it was written. */
export async function readConfirmLink(
  ctx: Context,
  { messageId, token }: { messageId: string; token: string },
): Promise<{ profile: Profile; letter: ConfirmLetter; done: boolean } | null> {
  if (!isSigned(token, ctx.secret, 'link confirm', messageId)) return null
  const letter = await findConfirmLetter(ctx.db, messageId)
  const profile = letter && (await findProfile(ctx.db, letter.organisationId))
  if (!letter || !profile || ctx.now().getTime() - letter.createdAt.getTime() > linkDays * 86_400_000) return null
  return { profile, letter, done: profile.confirmedAt !== null && profile.confirmedAt > letter.createdAt }
}

/** Once: whoever comes after it was confirmed changes nothing. */
export async function confirmByLink(ctx: Context, link: { messageId: string; token: string }): Promise<void> {
  const found = await readConfirmLink(ctx, link)
  if (!found) throw new Problem('not_now', 'This link does not work any more. Sign in to confirm.')
  if (found.done) return
  const { organisationId, userId } = found.letter
  await inTransaction({ ...ctx, actor: null }, trx => confirm(trx, ctx, organisationId, userId))
}

async function confirm(trx: Transaction<DB>, ctx: Context, organisationId: string, by: string | null): Promise<void> {
  await markConfirmed(trx, organisationId, { at: ctx.now(), by })
  const who = { party: 'organisation', userId: by, organisationId }
  const event = { action: 'confirmOrganisation', ...who, codes: { organisation: organisationId } }
  await recordEvents(trx, ctx.now(), [eventBy(ctx, event)])
}
