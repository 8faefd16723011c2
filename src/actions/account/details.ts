/** ADM-2: one's own name and language. */
import { changeAccount } from '../../db/accounts.ts'
import { recordEvents } from '../../db/events.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'

/** The audit tells which was changed, never to what. */
export function changeDetails(ctx: ActingContext, change: { name?: string; language?: 'en' | 'cy' }): Promise<void> {
  const what = Object.keys(change).sort().join(' ')
  return inTransaction(ctx, async trx => {
    if (what === '') return
    await changeAccount(trx, ctx.actor.userId, change)
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'changeOwnDetails', party: 'user', codes: { what } })])
  })
}
