/** Who read what of whom: RES-14, append-only. */
import type { Insertable, Kysely } from 'kysely'
import type { DB, ViewRecord } from './schema.ts'

export async function recordView(trx: Kysely<DB>, view: Insertable<ViewRecord>): Promise<void> {
  await trx.insertInto('viewRecord').values(view).execute()
}
