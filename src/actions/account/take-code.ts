/** A code of the authenticator app, or a recovery code: each works once, whoever comes with it again and however soon. */
import { hashRecoveryCode, plain } from '../../auth/recovery-codes.ts'
import { decrypt } from '../../auth/sealing.ts'
import { totpStep } from '../../auth/totp.ts'
import type { Transaction } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import { findAuthenticator, useRecoveryCode, useStep } from '../../db/second-step.ts'
import type { Context } from '../context.ts'

type Ctx = Pick<Context, 'secret' | 'now'>

/** Which of both it was, or null. */
export async function takeCode(
  trx: Transaction<DB>,
  ctx: Ctx,
  userId: string,
  typed: string,
): Promise<'app' | 'recovery' | null> {
  const code = plain(typed)
  if (!/^\d{6}$/.test(code))
    return (await useRecoveryCode(trx, userId, hashRecoveryCode(code), ctx.now())) ? 'recovery' : null
  const encrypted = await findAuthenticator(trx, userId)
  if (!encrypted) return null
  const step = totpStep(decrypt({ secret: ctx.secret, purpose: appPurpose(userId) }, encrypted), code, ctx.now())
  return step !== null && (await useStep(trx, userId, step)) ? 'app' : null
}

/** Encrypted for one account: copied to another's row, it opens nothing. */
export function appPurpose(userId: string): string {
  return `authenticator ${userId}`
}
