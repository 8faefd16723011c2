/** ADM-2, ADM-5: passkeys: register, remove, and sign in by one alone, which is both steps at once. */
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { askToRegister, readRegistration } from '../../auth/passkeys.ts'
import { readAccount } from '../../db/accounts.ts'
import { recordEvents } from '../../db/events.ts'
import { insertPasskey, listCredentials, removePasskey } from '../../db/passkeys.ts'
import { isOn, lockUser, readSecondStep } from '../../db/second-step.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, type Context, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { beginSession, type NewSession, type Visitor } from './begin-session.ts'
import { type PasskeyAnswer, parsed, sealChallenge, takeAnswer, takeChallenge } from './passkey-answer.ts'
import { recordSignIn } from './second-asked.ts'
import { afterRemoval, firstStep } from './second-step.ts'

const most = 20
const registering = (userId: string) => `new ${userId}`

export async function offerPasskey(ctx: ActingContext) {
  const { userId: id } = ctx.actor
  const { email, name } = await readAccount(ctx.db, id)
  const options = await askToRegister(ctx, { id, email, name }, await listCredentials(ctx.db, id))
  return { options, challenge: sealChallenge(ctx, options.challenge, registering(id)) }
}

const text = z.string().max(16_000)
const attestation = z.object({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
})

/** The recovery codes where it is the first second step. Null where the device's answer does not hold. */
export function addPasskey(
  ctx: ActingContext,
  sessionId: string,
  name: string,
  { challenge: sealed, answer }: PasskeyAnswer,
): Promise<{ codes: string[] } | null> {
  const { userId } = ctx.actor
  const read = attestation.safeParse(parsed(answer))
  return inTransaction(ctx, async trx => {
    const challenge = await takeChallenge(trx, ctx, sealed, registering(userId))
    if (!read.success || !challenge) return null
    const made = await readRegistration(ctx, challenge, read.data as RegistrationResponseJSON)
    if (!made) return null
    await lockUser(trx, userId)
    const before = await readSecondStep(trx, userId)
    if (before.passkeys >= most) throw new Problem('not_now', 'Remove a passkey first: there are 20.')
    if (!(await insertPasskey(trx, { ...made, userId, name, addedAt: ctx.now() }))) return null
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'addPasskey', party: 'user' })])
    return { codes: isOn(before) ? [] : await firstStep(trx, ctx, sessionId) }
  })
}

export function dropPasskey(ctx: ActingContext, id: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    await lockUser(trx, ctx.actor.userId)
    if (!(await removePasskey(trx, ctx.actor.userId, id))) throw new Problem('not_found', 'There is no such passkey.')
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'removePasskey', party: 'user' })])
    await afterRemoval(trx, ctx)
  })
}

/** Null where no account has this passkey, or its answer does not hold. */
export async function signInByPasskey(
  ctx: Context,
  answer: PasskeyAnswer,
  visitor: Visitor,
): Promise<NewSession | null> {
  const session = await inTransaction(ctx, async trx => {
    const passkey = await takeAnswer(trx, ctx, answer, null)
    if (!passkey) return null
    const { email } = await readAccount(trx, passkey.userId)
    await recordSignIn(trx, ctx, 'signIn', passkey.userId, { second: 'passkey' })
    return beginSession(trx, ctx, { id: passkey.userId, email }, visitor)
  })
  if (!session) await inTransaction(ctx, trx => recordSignIn(trx, ctx, 'signInRefused', null))
  return session
}
