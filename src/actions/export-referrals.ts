/**
 * LST-6: the list as rows of a file, page by page in transactions of their own: a slow reader holds neither memory nor a
 * connection, however many there are. What was taken is recorded, also when the reader leaves halfway.
 */

import { recordEvents } from '../db/events.ts'
import { type Cursor, readCursor } from '../db/referrals/cursor.ts'
import { type ExportedPerson, readExported } from '../db/referrals/export.ts'
import { type Filters, listReferrals, type ReferralRow } from '../db/referrals/list.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

/** `person`: null where it was not asked for, or is not for this viewer. */
export type ExportedRow = { row: ReferralRow; person: ExportedPerson | null }
/** `people`: with names and contact details. `format`: for the record. */
export type Wish = { filters: Filters; people: boolean; format: 'csv' | 'xlsx' }

const pageSize = 500

export async function* exportReferrals(ctx: ActingContext, wish: Wish): AsyncGenerator<ExportedRow> {
  const taken = new Map<string, number>()
  try {
    for (let cursor: Cursor | null = null, more = true; more; ) {
      const { rows, next } = await readPage(ctx, wish, cursor)
      for (const one of rows) {
        taken.set(one.row.networkId, (taken.get(one.row.networkId) ?? 0) + 1)
        yield one
      }
      cursor = readCursor(next ?? undefined)
      more = cursor !== null
    }
  } finally {
    await record(ctx, wish, taken)
  }
}

function readPage(ctx: ActingContext, { filters, people }: Wish, cursor: Cursor | null) {
  const { userId, organisationId, tokenId = null } = ctx.actor
  return inTransaction(ctx, async trx => {
    const { rows, next } = await listReferrals(trx, ctx.actor, filters, cursor, pageSize)
    const readable = people ? rows.filter(({ sight }) => sight === 'full').map(({ id }) => id) : []
    const persons = await readExported(trx, readable, { userId, organisationId, tokenId }, ctx.now())
    return { rows: rows.map(row => ({ row, person: persons.get(row.id) ?? null })), next }
  })
}

/** In each network that it was taken from; of what was asked only codes, and of a search that there was one. */
async function record(ctx: ActingContext, { filters, people, format }: Wish, taken: ReadonlyMap<string, number>) {
  const { ids, networkIds: _, ...asked } = filters
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== false))
  const codes = { format, people, ...given, ...(ids && { found: ids.length }) }
  const counts = taken.size > 0 ? [...taken] : [[null, 0] as const]
  await inTransaction(ctx, trx =>
    recordEvents(
      trx,
      ctx.now(),
      counts.map(([networkId, count]) => eventBy(ctx, { action: 'exported', networkId, codes: { ...codes, count } })),
    ),
  )
}
