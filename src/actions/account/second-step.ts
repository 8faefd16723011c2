/** ADM-2, ADM-5: the second step turned on and off: the authenticator app and the recovery codes. */
import { hashRecoveryCode, newRecoveryCodes, plain } from '../../auth/recovery-codes.ts'
import { encrypt, seal, unseal } from '../../auth/sealing.ts'
import { newTotpSecret, totpStep } from '../../auth/totp.ts'
import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import type { DB } from '../../db/schema.ts'
import {
  isAskedForSecondStep,
  isOn,
  keepAuthenticator,
  lockUser,
  readSecondStep,
  removeAuthenticator,
  replaceRecoveryCodes,
} from '../../db/second-step.ts'
import { endSessionsOf } from '../../db/sessions.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { appPurpose } from './take-code.ts'

const setUpMinutes = 60
const setUp = (ctx: ActingContext) => ({ secret: ctx.secret, purpose: `set up ${appPurpose(ctx.actor.userId)}` })

/** A secret for an app, which the page carries sealed until a code of it comes back: nothing is kept before. */
export function offerApp(ctx: ActingContext): { secret: Uint8Array; key: string } {
  const secret = newTotpSecret()
  return { secret, key: seal(setUp(ctx), Buffer.from(secret).toString('base64url'), ctx.now(), setUpMinutes) }
}

/** The secret that was offered, or null where it is too old or another's. */
export function readOffer(ctx: ActingContext, key: string): Uint8Array | null {
  const opened = unseal(setUp(ctx), key, ctx.now())
  return opened.ok ? Buffer.from(String(opened.value), 'base64url') : null
}

/** The recovery codes where it is the first second step. Null where the code is not one of this secret. Every other session ends. */
export async function turnOnApp(
  ctx: ActingContext,
  sessionId: string,
  secret: Uint8Array,
  code: string,
): Promise<{ codes: string[] } | null> {
  const { userId } = ctx.actor
  const step = totpStep(secret, plain(code), ctx.now())
  if (step === null) return null
  const kept = encrypt({ secret: ctx.secret, purpose: appPurpose(userId) }, secret)
  return inTransaction(ctx, async trx => {
    await lockUser(trx, userId)
    const wasOn = isOn(await readSecondStep(trx, userId))
    await keepAuthenticator(trx, userId, { secret: kept, addedAt: ctx.now(), lastStep: step })
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'addAuthenticator', party: 'user' })])
    return { codes: wasOn ? [] : await firstStep(trx, ctx, sessionId) }
  })
}

/** With the first second step come recovery codes, and who came in without it elsewhere is out. */
export async function firstStep(trx: Transaction<DB>, ctx: ActingContext, sessionId: string): Promise<string[]> {
  await endSessionsOf(trx, ctx.actor.userId, { allBut: sessionId })
  return writeCodes(trx, ctx)
}

/** The former ones are worth nothing any more. */
export function renewCodes(ctx: ActingContext): Promise<string[]> {
  return inTransaction(ctx, async trx => {
    await lockUser(trx, ctx.actor.userId)
    if (!isOn(await readSecondStep(trx, ctx.actor.userId))) throw off()
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'renewRecoveryCodes', party: 'user' })])
    return writeCodes(trx, ctx)
  })
}

export function turnOffApp(ctx: ActingContext): Promise<void> {
  return inTransaction(ctx, async trx => {
    await lockUser(trx, ctx.actor.userId)
    if (!(await removeAuthenticator(trx, ctx.actor.userId))) throw off()
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'removeAuthenticator', party: 'user' })])
    await afterRemoval(trx, ctx)
  })
}

/** The last way is kept where a network asks for one; without any, recovery codes open nothing. */
export async function afterRemoval(trx: Transaction<DB>, ctx: ActingContext): Promise<void> {
  const { userId, administrator, coordinates } = ctx.actor
  if (isOn(await readSecondStep(trx, userId))) return
  if (await isAskedForSecondStep(trx, { administrator, coordinates }))
    throw new Problem(
      'not_now',
      'Your network asks for two-step verification. Add another way first, then remove this one.',
    )
  await replaceRecoveryCodes(trx, userId, [])
}

async function writeCodes(trx: Transaction<DB>, ctx: ActingContext): Promise<string[]> {
  const codes = newRecoveryCodes()
  await replaceRecoveryCodes(trx, ctx.actor.userId, codes.map(hashRecoveryCode))
  return codes
}

function off(): Problem {
  return new Problem('not_now', 'Two-step verification is off already.')
}
