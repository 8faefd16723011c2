/** Sending a referral: everything that was filled in, the consent, the first asking and the messages, all in one transaction. */
import type { Transaction } from '../db/database.ts'
import type { DB } from '../db/schema.ts'
import { may } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, type Context, inTransaction } from './context.ts'
import type { Order, Referrer, Sent } from './sending/order.ts'
import { prepare } from './sending/prepare.ts'
import { write } from './sending/write.ts'

export type { Order, Referrer, Sent } from './sending/order.ts'

/** By a member: the draft that it comes from goes with it. */
export function sendReferral(ctx: ActingContext, order: Omit<Order, 'referrer'>): Promise<Sent> {
  return retryTaken(() =>
    inTransaction(ctx, async trx => {
      const sent = await sendWithin(trx, ctx, { ...order, referrer: referrerFor(ctx, order.networkId) })
      if (!sent.again) await trx.deleteFrom('draft').where('id', '=', order.submissionId).execute()
      return sent
    }),
  )
}

/** Whoever acts, as a referrer in this network; throws where they may not refer in it. */
export function referrerFor({ actor }: ActingContext, networkId: string): Referrer {
  const agreed = actor.networks.some(({ id, agreed }) => id === networkId && agreed)
  if (!agreed || !may(actor, 'refer')) throw new Problem('not_found', 'There is no such network.')
  return { userId: actor.userId, organisationId: actor.organisationId }
}

/** A new reference may by rare chance be taken: then the whole transaction is done again with another. */
export async function retryTaken<T>(send: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (tries > 1 && isReferenceTaken(error)) return retryTaken(send, tries - 1)
    throw error
  }
}

/** For those who do more in the same transaction. Whether this referrer may refer is decided before. */
export async function sendWithin(trx: Transaction<DB>, ctx: Context, order: Order): Promise<Sent> {
  const [first, ...others] = await prepare(trx, order, ctx.now())
  const sent = await write(trx, ctx, first, order)
  const connected: Sent['connected'] = []
  for (const part of others) {
    const { again: _, ...one } = await write(trx, ctx, part, {})
    connected.push(one)
  }
  return { ...sent, connected }
}

function isReferenceTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'referral_reference_key'
}
