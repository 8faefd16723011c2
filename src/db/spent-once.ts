/** What works once and never again: a solved proof of work, a refusal that was counted. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

/** False where it was spent before. `hash`: keyed, so that the table tells nothing. */
export async function spendOnce(db: Kysely<DB>, hash: Buffer, expiresAt: Date, now: Date): Promise<boolean> {
  await sql`delete from spent_once where ctid = any(array(
    select ctid from spent_once where expires_at < ${now} limit 50 for update skip locked))`.execute(db)
  const { rows } = await sql`
    insert into spent_once (hash, expires_at) values (${hash}, ${expiresAt}) on conflict do nothing returning 1`.execute(
    db,
  )
  return rows.length > 0
}
