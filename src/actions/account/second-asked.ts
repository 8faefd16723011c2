/** Between the password and the second step: who it is travels with the page, sealed, for ten minutes; the server keeps nothing. */
import { z } from 'zod'
import { seal, unseal } from '../../auth/sealing.ts'
import { findCredential } from '../../db/credentials.ts'
import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import type { DB } from '../../db/schema.ts'
import type { SecondStep } from '../../db/second-step.ts'
import { findUser } from '../../db/users.ts'
import { Problem } from '../../domain/problem.ts'
import type { Context } from '../context.ts'
import { eventBy } from '../event-by.ts'

/** `changedAt`: of the password that was right: another one set meanwhile makes the key worthless. Null: they came by single sign-on. */
const holder = z.object({ id: z.uuid(), email: z.string(), changedAt: z.iso.datetime().nullable() })
export type Holder = z.infer<typeof holder>

/** `key`: what the page of the second step carries. */
export type SecondAsked = { key: string; app: boolean; passkey: boolean }

const purpose = 'second step'
const minutes = 10

type Ctx = Pick<Context, 'db' | 'secret' | 'now'>

export function askSecond(
  { secret, now }: Pick<Context, 'secret' | 'now'>,
  who: Holder,
  { appSince, passkeys }: Pick<SecondStep, 'appSince' | 'passkeys'>,
): SecondAsked {
  const key = seal({ secret, purpose }, who, now(), minutes)
  return { key, app: appSince !== null, passkey: passkeys > 0 }
}

/** Throws where the key is too old, not ours, or the account changed since. */
export async function readSecondKey({ db, secret, now }: Ctx, key: string): Promise<Holder> {
  const opened = unseal({ secret, purpose }, key, now())
  const read = holder.safeParse(opened.ok ? opened.value : null)
  if (!read.success) throw over()
  const { id, email, changedAt } = read.data
  const credential = changedAt && (await findCredential(db, email))
  const stands = credential
    ? credential.userId === id && credential.changedAt.toISOString() === changedAt
    : changedAt === null && (await findUser(db, email))?.id === id
  if (!stands) throw over()
  return read.data
}

function over(): Problem {
  return new Problem('not_now', 'This took too long, or something changed meanwhile. Sign in again.')
}

/** The audit tells who came and who was refused, never what was typed. */
export async function recordSignIn(
  trx: Transaction<DB>,
  ctx: Context,
  action: 'signIn' | 'signInRefused' | 'secondStepRefused',
  userId: string | null,
  codes: Record<string, string> = {},
): Promise<void> {
  await recordEvents(trx, ctx.now(), [eventBy(ctx, { action, party: 'user', userId, codes })])
}
