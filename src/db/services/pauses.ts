/** Services that were paused until a day. */
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema.ts'

/** Those whose last day has passed, in London; they are paused no more. Returns them. */
export async function endPausesBefore(trx: Transaction<DB>, now: Date): Promise<string[]> {
  const rows = await trx
    .updateTable('service')
    .set({ pausedUntil: null, updatedAt: sql`clock_timestamp()` })
    .where('pausedUntil', '<', sql<string>`(${now}::timestamptz at time zone 'Europe/London')::date`)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
