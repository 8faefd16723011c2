/** What a referrer without an account does: shows reference and code, looks, answers a question, withdraws. */
import { hashToken } from '../auth/secrets.ts'
import { findByReference, findQuestion, type OwnReferral, readOwnReferral } from '../db/own-referral.ts'
import { Problem } from '../domain/problem.ts'
import { actOnReferral } from './act-on-referral.ts'
import { type Context, inTransaction } from './context.ts'
import { linkToken } from './link-token.ts'
import { isOwnCode } from './own-code.ts'
import { guess } from './own-guess.ts'

const asProgram = (ctx: Context): Context => ({ ...ctx, actor: null })

/** The id that the reference and code stand for, or null; a Problem after too many guesses at one reference or from one place. */
export function openByCode(
  ctx: Context,
  { reference, code, from }: { reference: string; code: string; from: string },
): Promise<string | null> {
  return guess(ctx, { reference, from }, async parsed => {
    const id = parsed && (await inTransaction(asProgram(ctx), trx => findByReference(trx, parsed)))
    // Compared with something in any case, so that an unknown reference takes as long as a wrong code.
    return isOwnCode(ctx.secret, id ?? 'nobody', code) && id ? id : null
  })
}

export function readOwn(ctx: Context, id: string): Promise<OwnReferral | null> {
  return inTransaction(asProgram(ctx), trx => readOwnReferral(trx, id))
}

/** From the link of a message; null where it is not ours. Opening it spends nothing: a question is answered once by being answered. */
export async function openQuestion(ctx: Context, messageId: string, token: string) {
  const expected = hashToken(linkToken(ctx.secret, 'question', messageId))
  if (!expected.equals(hashToken(token))) return null
  return inTransaction(asProgram(ctx), trx => findQuestion(trx, messageId))
}

export async function answerOwn(ctx: Context, referralId: string, assignmentId: string, note: string): Promise<void> {
  const target = { referralId, assignmentId, action: 'answer', by: 'referrer' } as const
  await actOnReferral(asProgram(ctx), target, { note })
}

/** While it waits; once somebody helps, they are the ones to speak to. */
export async function withdrawOwn(ctx: Context, referralId: string, reasonId: string): Promise<void> {
  const own = await readOwn(ctx, referralId)
  if (!own) throw new Problem('not_found', 'There is no such referral.')
  if (own.status === 'withdrawn') return
  if (!own.mayWithdraw || own.reasons.every(({ id }) => id !== reasonId))
    throw new Problem('not_now', 'It cannot be withdrawn any more.')
  await actOnReferral(asProgram(ctx), { referralId, action: 'withdraw', by: 'referrer' }, { reasonId, note: '' })
}
