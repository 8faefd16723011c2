/** RES-2: the daily letters, each morning at half past seven. Give it a context without an actor. */
import { insertDigests } from '../db/digests.ts'
import { digestMoment } from '../domain/notices.ts'
import { type Context, inTransaction } from './context.ts'

/** How many events went into letters. */
export function writeDigests(ctx: Context): Promise<number> {
  return inTransaction(ctx, trx => insertDigests(trx, new URL(ctx.baseUrl).hostname, digestMoment(ctx.now())))
}
