/** Lists that somebody keeps under a name: the filters as they stand in the address. Run inside actAs; the rows are their owner's alone. */
import { type Kysely, sql } from 'kysely'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'

/** `search`: of the list's address, without the question mark. */
export type SavedView = { id: string; name: string; search: string }

/** How many a person may keep. */
export const mostViews = 20

export async function listViews(trx: Kysely<DB>, userId: string): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`${kept} select id, name, body ->> 'search' as search from saved_search
    where user_id = ${userId} and kind = 'referral_view' order by lower(name), id`.execute(trx)
  return rows
}

/** One of the same name is replaced. A search by words that it stands on is kept with it. False: there are too many. */
export async function keepView(
  trx: Kysely<DB>,
  userId: string,
  { name, search, words }: { name: string; search: string; words: string | undefined },
): Promise<boolean> {
  await sql`delete from saved_search where user_id = ${userId} and kind = 'referral_view' and lower(name) = lower(${name})`.execute(
    trx,
  )
  const { length } = await listViews(trx, userId)
  if (length >= mostViews) return false
  const body = JSON.stringify({ search, ...(words && { words }) })
  await trx.insertInto('savedSearch').values({ userId, kind: 'referral_view', name, body }).execute()
  return true
}

export async function deleteView(trx: Kysely<DB>, userId: string, id: string): Promise<void> {
  await sql`delete from saved_search where id = ${id} and user_id = ${userId} and kind = 'referral_view'`.execute(trx)
}
