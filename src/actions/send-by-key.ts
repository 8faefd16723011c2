/** A client's sending, once however often it is posted: the key is claimed in the transaction that sends. */
import { randomUUID } from 'node:crypto'
import { findSentBeside, requireSent } from '../db/referrals/submission.ts'
import type { Sending, Submission } from '../domain/submission.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { madeBefore } from './made-before.ts'
import { referrerFor, retryTaken, type Sent, sendWithin } from './send-referral.ts'

export type Posted = Omit<Sending, 'shortlist'> & {
  networkId: string
  submission: Submission
  shortlist?: string[] | undefined
  startsFrom?: string | undefined
  attachments?: string[] | undefined
}

/** `key`: the client's Idempotency-Key. */
export function sendByKey(ctx: ActingContext, posted: Posted, key: string | null): Promise<Sent> {
  const { networkId, submission, startsFrom, attachments = [], ...sending } = posted
  return retryTaken(() =>
    inTransaction(ctx, async trx => {
      const referrer = referrerFor(ctx, networkId)
      const id = randomUUID()
      const earlier = await madeBefore(trx, ctx, { key, posted: ['referral', posted], id })
      if (earlier)
        return {
          ...(await requireSent(trx, earlier)),
          networkId,
          again: true,
          connected: await findSentBeside(trx, earlier),
        }
      const order = { id, networkId, submissionId: id, submission, sending, startsFrom, attachments }
      return sendWithin(trx, ctx, { ...order, origin: 'api', referrer })
    }),
  )
}
