/** FORM-11 without an account: the person said no. Nothing about them was ever kept; the needs are counted without identity, once. */
import { sign } from '../auth/secrets.ts'
import { spendOnce } from '../db/spent-once.ts'
import type { Place } from '../domain/area.ts'
import { entryMinutes } from '../domain/entry.ts'
import { type Context, inTransaction } from './context.ts'

/** `parts`: the needs of each network that it would have gone to (NET-4). */
export type LinkRefusal = {
  submissionId: string
  parts: readonly { networkId: string; needs: readonly string[] }[]
  place: Place | null
}

export function refuseByLink(given: Context, { submissionId, parts, place }: LinkRefusal): Promise<void> {
  const ctx = { ...given, actor: null }
  return inTransaction(ctx, async trx => {
    const at = ctx.now()
    const hash = sign(ctx.secret, 'refused', submissionId)
    const isNew = await spendOnce(trx, hash, new Date(at.getTime() + 2 * entryMinutes * 60_000), at)
    const month = `${at.toISOString().slice(0, 7)}-01`
    const authorityCode = place?.authority ?? null
    const rows = parts.flatMap(({ networkId, needs }) =>
      needs.map(categoryId => ({ networkId, categoryId, authorityCode, month })),
    )
    if (isNew && rows.length > 0) await trx.insertInto('consentRefusal').values(rows).execute()
  })
}
