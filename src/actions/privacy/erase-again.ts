/** PRIV-2: a database that was restored from before an erasure erases the same again. Give it a context without an actor. */
import { listUndone, recordErasures, type Undone } from '../../db/privacy/erasures.ts'
import { groupsOf } from '../../db/privacy/retention.ts'
import { wipePeople, wipeReferrals } from '../../db/privacy/wipe.ts'
import { type Context, inTransaction } from '../context.ts'

/** `known`: erased since the copy was made, by a list kept beside it. How many were erased again. */
export function eraseAgain(ctx: Context, known: readonly Undone[] = []): Promise<number> {
  return inTransaction(ctx, async trx => {
    await recordErasures(trx, known, ctx.now())
    const undone = await listUndone(trx)
    for (const why of ['retention', 'request'] as const) {
      const ids = (kind: Undone['kind']) =>
        undone.filter(one => one.kind === kind && one.why === why).map(({ id }) => id)
      await wipeReferrals(trx, ids('referral'), why, ctx.now())
      await wipePeople(trx, await groupsOf(trx, ids('person')), why, ctx.now())
    }
    return undone.length
  })
}
