/** ORG-4: the three-monthly letter to the primary users of organisations that have not confirmed. Give it a context without an actor. */
import { claimUnconfirmed } from '../db/confirmations.ts'
import { askedBefore, overdueBefore } from '../domain/confirmation.ts'
import { type Context, inTransaction } from './context.ts'
import { enqueueLetter } from './enqueue-letter.ts'

const batch = 100

/** How many organisations were asked; each once, whoever runs it. */
export function askForConfirmation(ctx: Context): Promise<number> {
  return inTransaction(ctx, async trx => {
    const now = ctx.now()
    const due = await claimUnconfirmed(trx, { now, due: overdueBefore(now), asked: askedBefore(now) }, batch)
    for (const { id, name, networkId } of due) {
      const codes = { networkId, organisationId: id, organisation: name }
      await enqueueLetter(trx, ctx, { template: 'confirm', codes, to: { primariesOf: [id] } })
    }
    return due.length
  })
}
