/** RES-17: the one way in which what a colleague handles goes to another: moved, written down, and told to who takes it. */
import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import { type Between, type Given, giveAll, giveDrafts } from '../../db/hand-overs.ts'
import type { DB } from '../../db/schema.ts'
import type { Context } from '../context.ts'
import { enqueueLetter } from '../enqueue-letter.ts'

/** `handOverId`: of cover, after which it goes back. Left out it is for good, and drafts go too. */
export async function giveWork(
  trx: Transaction<DB>,
  ctx: Context,
  between: Between,
  cover: { id: string; until: string } | null = null,
): Promise<{ open: number; drafts: number }> {
  const given = await giveAll(trx, between, cover?.id ?? null)
  const drafts = cover ? 0 : await giveDrafts(trx, between)
  await recordGiven(trx, ctx, between.organisationId, given, between.to)
  if (given.length + drafts > 0 || cover)
    await tellTaker(trx, ctx, between.to, { count: given.length, drafts, until: cover?.until ?? null })
  return { open: given.length, drafts }
}

/** One event on each referral, as its history tells. */
export async function recordGiven(
  trx: Transaction<DB>,
  { actor, now }: Context,
  organisationId: string | null,
  given: readonly Given[],
  handler: string,
): Promise<void> {
  await recordEvents(
    trx,
    now(),
    given.map(one => ({
      ...{ action: 'handler', party: actor ? 'recipient' : 'system', noteId: null, codes: { handler } },
      ...{ ...one, userId: actor?.userId ?? null, organisationId },
    })),
  )
}

/** How much, never what or whose; who gives work to themselves is not written to. */
export function tellTaker(
  trx: Transaction<DB>,
  ctx: Context,
  userId: string,
  codes: { count: number; drafts?: number; until?: string | null },
): Promise<void> {
  return enqueueLetter(trx, ctx, { template: 'work_handed', codes, to: { userId } })
}
