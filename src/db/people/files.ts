/** Files of a person's record: the rows; what they hold is in the file store. Run inside actAs. */
import { type Kysely, sql } from 'kysely'
import type { StoredFile } from '../files.ts'
import type { DB } from '../schema.ts'

export async function countPersonFiles(trx: Kysely<DB>, personId: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from file where ${ofPerson(personId)}`.execute(trx)
  return rows[0]?.count ?? 0
}

/** Of the record or of one merged into it; null where it was removed. */
export async function findPersonFile(trx: Kysely<DB>, personId: string, id: string): Promise<StoredFile | null> {
  const { rows } = await sql<StoredFile>`
    select id, name, type, bytes, state, storage_key, added_by_user_id, added_by_organisation_id
    from file where id = ${id} and ${ofPerson(personId)}`.execute(trx)
  return rows[0] ?? null
}

function ofPerson(personId: string) {
  return sql`removed_at is null and person_id in (select id from person where id = ${personId} or merged_into_id = ${personId})`
}
