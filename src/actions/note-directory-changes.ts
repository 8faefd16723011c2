/** PUB-2: compares the public directories with what they were, for those who follow them. */
import { noteChanges } from '../db/open-data/changes.ts'
import { gatherTouches } from '../db/open-data/listed.ts'
import { type Context, inTransaction } from './context.ts'

export function noteDirectoryChanges(ctx: Context): Promise<number> {
  return inTransaction(ctx, async trx => {
    await gatherTouches(trx)
    return noteChanges(trx, ctx.now())
  })
}
