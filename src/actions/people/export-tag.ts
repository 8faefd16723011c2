/** Taking a tag's people away as a file: each of them was read, and who did it is on record. */
import { recordEvents } from '../../db/events.ts'
import { recordViews } from '../../db/people/read.ts'
import { type ExportRow, exportTag, readTag } from '../../db/people/tags.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { keeperOf } from './keeper.ts'

export function exportPeople(ctx: ActingContext, tagId: string): Promise<{ name: string; rows: ExportRow[] }> {
  const organisationId = keeperOf(ctx)
  const { userId, tokenId } = ctx.actor
  return inTransaction(ctx, async trx => {
    const tag = await readTag(trx, organisationId, tagId)
    if (!tag) throw new Problem('not_found', 'There is no such tag.')
    const rows = await exportTag(trx, tagId)
    const ids = rows.map(({ id }) => id)
    const at = ctx.now()
    await recordViews(trx, ids, { userId, organisationId, tokenId }, 'csv', at)
    const codes = { tag: tagId, people: ids.length }
    await recordEvents(trx, at, [eventBy(ctx, { action: 'exportPeople', party: 'keeper', codes })])
    return { name: tag.name, rows }
  })
}
