/** PUB-3: reference and code lead to a key, which is good while that code is: ending the code closes every open page. */
import { timingSafeEqual } from 'node:crypto'
import { sign } from '../../auth/secrets.ts'
import type { Transaction } from '../../db/database.ts'
import { findCode, partsOf } from '../../db/own-page.ts'
import type { DB } from '../../db/schema.ts'
import { Problem } from '../../domain/problem.ts'
import { type Context, inTransaction } from '../context.ts'
import { guess } from '../own-guess.ts'

/** `stamp`: of the code by which it was opened. */
export type PageKey = { id: string; stamp: string }

export const asProgram = (ctx: Context): Context => ({ ...ctx, actor: null })

/** Keyed, for eight figures are soon tried out by whoever holds a copy of the database. */
export function hashOfCode(secret: string, referralId: string, typed: string): Buffer {
  return sign(secret, 'person code', referralId, typed.normalize('NFKC').replace(/[^\d]/g, ''))
}

export function openPage(
  ctx: Context,
  { reference, code, from }: { reference: string; code: string; from: string },
): Promise<PageKey | null> {
  return guess(ctx, { reference, from }, async parsed => {
    const row = await inTransaction(asProgram(ctx), trx => findCode(trx, parsed ?? ''))
    // Compared with something in any case, so that an unknown reference takes as long as a wrong code.
    const typed = hashOfCode(ctx.secret, row?.referralId ?? 'nobody', code)
    const isRight = timingSafeEqual(typed, row?.codeHash ?? Buffer.alloc(typed.length))
    return row && isRight ? { id: row.referralId, stamp: row.codeHash.toString('hex') } : null
  })
}

/** The ids that it opens; a Problem once the code was ended or another was given. */
export async function opened(trx: Transaction<DB>, { id, stamp }: PageKey): Promise<string[]> {
  const ids = await partsOf(trx, id, Buffer.from(stamp, 'hex'))
  if (ids.length === 0) throw new Problem('not_found', 'This code opens nothing any more.')
  return ids
}
