/** RPT-3: makes the fixed tables of each quarter, once: what is told cannot change under those who read it. */
import { keepTable, listUnpublished, tally } from '../db/reports/published.ts'
import { daysOfQuarter, publish, publishedNames, quartersTold } from '../domain/published.ts'
import { dayOf } from '../domain/week.ts'
import { type Context, inTransaction } from './context.ts'

/** Returns how many quarters of how many networks were made; two at once make the same, and one is kept. */
export async function publishTables(ctx: Context): Promise<number> {
  const due = await listUnpublished(ctx.db, quartersTold(dayOf(ctx.now())))
  for (const { networkId, quarter } of due)
    await inTransaction({ ...ctx, actor: null }, async trx => {
      for (const name of publishedNames) {
        const body = publish(await tally(trx, networkId, daysOfQuarter(quarter), name))
        await keepTable(trx, { networkId, quarter, name, body, at: ctx.now() })
      }
    })
  return due.length
}
