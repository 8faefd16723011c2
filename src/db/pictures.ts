/** Pictures that organisations uploaded: where they are kept and what they show, in words. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Actor } from '../domain/policy.ts'
import type { DB } from './schema.ts'

export type NewPicture = {
  organisationId: string
  storageKey: string
  type: string
  width: number
  height: number
  alt: string
  addedBy: string
}

export async function insertPicture(trx: Transaction<DB>, picture: NewPicture): Promise<string> {
  const { id } = await trx.insertInto('picture').values(picture).returning('id').executeTakeFirstOrThrow()
  return id
}

/** To everybody if it stands on a public entry or is an organisation's logo, else to those who may read the directory. */
export async function findPicture(
  db: Kysely<DB>,
  actor: Actor | null,
  id: string,
): Promise<{ storageKey: string; type: string } | null> {
  const { rows } = await sql<{ storageKey: string; type: string; isPublic: boolean }>`
    select p.storage_key, p.type, exists (select from service s join service_in_network i on i.service_id = s.id
        where s.picture_id = p.id and i.listed and s.status <> 'archived')
      or exists (select from organisation o where o.logo_file_id = p.id) as is_public
    from picture p where p.id = ${id}`.execute(db)
  const [row] = rows
  return row && (row.isPublic || actor !== null) ? row : null
}
