/** Messages whose kept letter is to go from the disk. */
import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'

export function listToForget(db: Kysely<DB>, limit: number): Promise<{ id: string; messageId: string }[]> {
  return db.selectFrom('message').select(['id', 'messageId']).where('toForget', '=', true).limit(limit).execute()
}

export async function markForgotten(db: Kysely<DB>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('message')
    .set({ toForget: false })
    .where('id', 'in', [...ids])
    .execute()
}
