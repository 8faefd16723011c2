/** What a client of the API posts is made once, however often it comes: the key is claimed in the transaction that makes it. */
import { sign } from '../auth/secrets.ts'
import type { Transaction } from '../db/database.ts'
import { claimKey } from '../db/idempotency.ts'
import type { DB } from '../db/schema.ts'
import { Problem } from '../domain/problem.ts'
import type { ActingContext } from './context.ts'

/** `again`: it was made before, by the same request with the same key. */
export type Made = { id: string; again: boolean }
/** `key`: the client's Idempotency-Key, if it sent one; `id`: of what is about to be made. */
type Request = { key: string | null | undefined; posted: readonly [what: string, ...unknown[]]; id: string }

/** The id of what the same request made before. With another request the key is refused; after a refusal it is free again. */
export async function madeBefore(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { key, posted, id }: Request,
): Promise<string | null> {
  if (!key) return null
  const requestHash = sign(ctx.secret, 'idempotency', JSON.stringify(posted))
  const claimed = await claimKey(trx, { userId: ctx.actor.userId, key, requestHash, madeId: id, at: ctx.now() })
  if (claimed === 'new') return null
  if (claimed.requestHash.equals(requestHash)) return claimed.madeId
  throw new Problem('conflict', 'This Idempotency-Key came with another request before.', { field: 'Idempotency-Key' })
}
