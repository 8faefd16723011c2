/** How far each imported file has come: what makes an import resumable, and a repeat of it do nothing. */
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { DB } from './schema.ts'

/** `lines`: the last line that is committed. `fingerprint`: of the file's content. */
export type Batch = { id: string; lines: number; imported: number; skipped: number; finishedAt: Date | null }

export async function openBatch(db: Kysely<DB>, kind: string, file: string, fingerprint: string): Promise<Batch> {
  const columns = ['id', 'lines', 'imported', 'skipped', 'finishedAt'] as const
  await db
    .insertInto('importBatch')
    .values({ kind, file, fingerprint })
    .onConflict(on => on.doNothing())
    .execute()
  const found = db.selectFrom('importBatch').select(columns).where('kind', '=', kind).where('file', '=', file)
  return found.where('fingerprint', '=', fingerprint).executeTakeFirstOrThrow()
}

/** In the transaction of the rows that it counts. */
export async function markBatch(
  trx: Transaction<DB>,
  { id, lines, imported, skipped }: Batch,
  finished: boolean,
): Promise<void> {
  const finishedAt = finished ? sql<Date>`now()` : null
  await trx
    .updateTable('importBatch')
    .set({ lines, imported, skipped, finishedAt, updatedAt: sql`now()` })
    .where('id', '=', id)
    .execute()
}

/** One import of a kind at a time, whoever runs it: false while another does. Held until the connection closes. */
export async function claimImport(connection: Kysely<DB>, kind: string): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`
    select pg_try_advisory_lock(hashtext('onward import'), hashtext(${kind})) as claimed`.execute(connection)
  return rows[0]?.claimed ?? false
}

export async function releaseImport(connection: Kysely<DB>, kind: string): Promise<void> {
  await sql`select pg_advisory_unlock(hashtext('onward import'), hashtext(${kind}))`.execute(connection)
}
