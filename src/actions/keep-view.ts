/** A list of referrals kept under a name, for its owner alone. */
import { deleteView, keepView as insertView } from '../db/referrals/views.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'

/** `search`: of the list's address. `words`: the saved search that it stands on. One of the same name is replaced. */
export async function keepView(
  ctx: ActingContext,
  view: { name: string; search: string; words: string | undefined },
): Promise<void> {
  await inTransaction(ctx, async trx => {
    if (!(await insertView(trx, ctx.actor.userId, view)))
      throw new Problem('invalid', 'There are too many saved views.', { field: 'name' })
  })
}

export function forgetView(ctx: ActingContext, id: string): Promise<void> {
  return inTransaction(ctx, trx => deleteView(trx, ctx.actor.userId, id))
}
