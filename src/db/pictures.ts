/** Pictures that organisations uploaded: where they are kept and what they show, in words. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Focus, Framed } from '../domain/picture-cut.ts'
import type { Actor } from '../domain/policy.ts'
import { publicPlaces } from './open-data/public.ts'
import type { DB } from './schema.ts'

export type NewPicture = {
  organisationId: string
  storageKey: string
  /** Of what entries show of it, if that is not all. */
  cutKey?: string
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

/** As entries show it: `x` and `y` of what matters most, in percent. */
export type EntryPicture = Framed & { id: string; alt: string }

/** Of a picture `p` that may be absent. */
export const entryPicture = sql`case when p.id is not null then json_build_object('id', p.id, 'alt', p.alt,
  'width', p.width, 'height', p.height, 'x', p.focus_x, 'y', p.focus_y) end`

export function readPictureFile(trx: Transaction<DB>, id: string) {
  const columns = ['storageKey', 'cutKey', 'type'] as const
  return trx.selectFrom('picture').select(columns).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

export async function saveCut(trx: Transaction<DB>, id: string, { x, y, cutKey }: Focus & { cutKey: string }) {
  await trx.updateTable('picture').set({ focusX: x, focusY: y, cutKey }).where('id', '=', id).execute()
}

/** To everybody if it stands on an entry that everybody may read or is the logo of an organisation or a network, else to those who may read the directory. */
export async function findPicture(
  db: Kysely<DB>,
  actor: Actor | null,
  id: string,
): Promise<{ storageKey: string; cutKey: string | null; type: string } | null> {
  const { rows } = await sql<{ storageKey: string; cutKey: string | null; type: string; isPublic: boolean }>`
    select p.storage_key, p.cut_key, p.type, exists (select from (${publicPlaces}) x join service s on s.id = x.service_id where s.picture_id = p.id)
      or exists (select from organisation o where o.logo_file_id = p.id)
      or exists (select from network n where n.logo_file_id = p.id and n.archived_at is null) as is_public
    from picture p where p.id = ${id}`.execute(db)
  const [row] = rows
  return row && (row.isPublic || actor !== null) ? row : null
}
