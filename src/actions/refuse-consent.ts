/** FORM-11: the person said no. Nothing about them is kept: the draft goes, and the needs are counted without identity. */
import type { Place } from '../domain/area.ts'
import { type ActingContext, inTransaction } from './context.ts'

/** `parts`: the needs of each network that it would have gone to (NET-4). */
export type Refusal = {
  draftId: string
  parts: readonly { networkId: string; needs: readonly string[] }[]
  place: Place | null
}

export function refuseConsent(ctx: ActingContext, { draftId, parts, place }: Refusal): Promise<void> {
  return inTransaction(ctx, async trx => {
    const month = `${ctx.now().toISOString().slice(0, 7)}-01`
    // Deleting it decides whether it counts, so that sending the page again does not count it twice.
    const { numDeletedRows } = await trx
      .deleteFrom('draft')
      .where('id', '=', draftId)
      .where('userId', '=', ctx.actor.userId)
      .executeTakeFirst()
    const authorityCode = place?.authority ?? null
    const rows = parts.flatMap(({ networkId, needs }) =>
      needs.map(categoryId => ({ networkId, categoryId, authorityCode, month })),
    )
    if (numDeletedRows > 0n && rows.length > 0) await trx.insertInto('consentRefusal').values(rows).execute()
  })
}
