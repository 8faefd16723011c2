/** Showing again that it is oneself, before what matters most: the password, and the second step where there is one; or a passkey alone. */
import { verifyPassword } from '../../auth/password.ts'
import { readAccount, readPasswordHash } from '../../db/accounts.ts'
import { recordEvents } from '../../db/events.ts'
import { isOn, readSecondStep } from '../../db/second-step.ts'
import { proveSession } from '../../db/sessions.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import type { Visitor } from './begin-session.ts'
import { countTry } from './guessing.ts'
import { type PasskeyAnswer, takeAnswer } from './passkey-answer.ts'
import { takeCode } from './take-code.ts'

export type Proof = { password: string; code: string } | { passkey: PasskeyAnswer }
/** What was wrong, or null. */
export type Disproved = 'password' | 'code' | 'passkey' | null

export async function prove(
  ctx: ActingContext,
  sessionId: string,
  proof: Proof,
  { device }: Visitor,
): Promise<Disproved> {
  const { userId: id } = ctx.actor
  const { email } = await readAccount(ctx.db, id)
  const { forgive } = await countTry(ctx, 'password', { id, email }, device)
  const wrong = await check(ctx, proof)
  if (!wrong) await forgive()
  await inTransaction(ctx, async trx => {
    if (!wrong) await proveSession(trx, sessionId, ctx.now())
    const action = wrong ? 'proofRefused' : 'prove'
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action, party: 'user' })])
  })
  return wrong
}

async function check(ctx: ActingContext, proof: Proof): Promise<Disproved> {
  const { userId: id } = ctx.actor
  if ('passkey' in proof)
    return (await inTransaction(ctx, trx => takeAnswer(trx, ctx, proof.passkey, id))) ? null : 'passkey'
  if (!(await verifyPassword(await readPasswordHash(ctx.db, id), proof.password))) return 'password'
  if (!isOn(await readSecondStep(ctx.db, id))) return null
  return (await inTransaction(ctx, trx => takeCode(trx, ctx, id, proof.code))) ? null : 'code'
}
