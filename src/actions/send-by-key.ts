/** A client's sending, once however often it is posted: the key is claimed in the transaction that sends. */
import { randomUUID } from 'node:crypto'
import { sign } from '../auth/secrets.ts'
import type { Transaction } from '../db/database.ts'
import { type Claimed, claimKey } from '../db/idempotency.ts'
import type { DB } from '../db/schema.ts'
import { Problem } from '../domain/problem.ts'
import type { Sending, Submission } from '../domain/submission.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { retryTaken, type Sent, sendWithin } from './send-referral.ts'

export type Posted = Omit<Sending, 'shortlist'> & {
  networkId: string
  submission: Submission
  shortlist?: string[] | undefined
}

/** `key`: the client's Idempotency-Key. With another body it is refused; after a refusal it is free again. */
export function sendByKey(ctx: ActingContext, posted: Posted, key: string | null): Promise<Sent> {
  const { networkId, submission, ...sending } = posted
  return retryTaken(() =>
    inTransaction(ctx, async trx => {
      const id = randomUUID()
      const earlier = key ? await claim(trx, ctx, posted, key, id) : null
      if (earlier) return { ...earlier, again: true }
      return sendWithin(trx, ctx, { id, networkId, submissionId: id, submission, sending, origin: 'api' })
    }),
  )
}

async function claim(trx: Transaction<DB>, ctx: ActingContext, posted: Posted, key: string, id: string) {
  const hash = sign(ctx.secret, 'idempotency', JSON.stringify(posted))
  const claimed: Claimed = await claimKey(trx, { userId: ctx.actor.userId, key, hash, referralId: id, at: ctx.now() })
  if (claimed === 'new') return null
  if (!claimed.hash.equals(hash))
    throw new Problem('conflict', 'This Idempotency-Key came with another referral before.', {
      field: 'Idempotency-Key',
    })
  return { id: claimed.id, reference: claimed.reference }
}
