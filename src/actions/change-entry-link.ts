/** FORM-13: a link is given another name, or taken back for good. */
import type { Transaction } from '../db/database.ts'
import { endEntryLink, renameEntryLink } from '../db/entry-links.ts'
import { recordEvents } from '../db/events.ts'
import type { DB } from '../db/schema.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

type Which = { networkId: string; id: string }

export function nameEntryLink(ctx: ActingContext, { networkId, id }: Which, label: string): Promise<void> {
  return change(ctx, { networkId, id }, 'nameEntryLink', trx => renameEntryLink(trx, networkId, id, label))
}

/** Whoever has the form open by it can no longer send. Doing it twice is doing it once. */
export function revokeEntryLink(ctx: ActingContext, { networkId, id }: Which): Promise<void> {
  const { userId } = ctx.actor
  return change(ctx, { networkId, id }, 'revokeEntryLink', trx => endEntryLink(trx, networkId, id, userId, ctx.now()))
}

function change(
  ctx: ActingContext,
  { networkId, id }: Which,
  action: string,
  work: (trx: Transaction<DB>) => Promise<boolean>,
): Promise<void> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    const there = await trx
      .selectFrom('entryLink')
      .select('id')
      .where('id', '=', id)
      .where('networkId', '=', networkId)
      .executeTakeFirst()
    if (!there) throw new Problem('not_found', 'There is no such link.')
    if (!(await work(trx))) return
    const codes = { part: 'entry-links', link: id }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action, networkId, codes })])
  })
}
