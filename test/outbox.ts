/** What became of messages, read from the outbox itself. */
import { sql } from 'kysely'
import type { Database } from '#src/db/database.ts'
import type { Asked } from './asked.ts'

type Owned = Pick<Database, 'owner'>

/** Each message of the referral as "status error". */
export async function statusesOf({ owner }: Owned, { id }: Asked): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`select concat_ws(' ', status, last_error) as line from message
    where referral_id = ${id.referral} order by line`.execute(owner)
  return rows.map(({ line }) => line)
}

export async function countOf({ owner }: Owned, status: string, worlds: readonly Asked[]): Promise<number> {
  const ids = worlds.map(({ id }) => id.referral)
  const { rows } = await sql<{ count: number }>`
    select count(*) from message where status = ${status} and referral_id = any(${ids}::uuid[])`.execute(owner)
  return rows[0]?.count ?? 0
}

/** As if the wait after a failure had passed. */
export async function makeDue({ owner }: Owned): Promise<void> {
  await sql`update message set next_attempt_at = now() where status = 'queued'`.execute(owner)
}

export function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000)
}
