/** Looking for a person by name: the words are kept under an opaque id, its owner's alone, so that no address tells them. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

export type PeopleSearch = { words: string; ids: string[] }

/** How many of somebody's latest searches are kept. */
const kept = 20
const most = 100

export async function savePeopleSearch(trx: Kysely<DB>, userId: string, words: string): Promise<string> {
  const { id } = await trx
    .insertInto('savedSearch')
    .values({ userId, kind: 'people', body: JSON.stringify({ words }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`delete from saved_search where user_id = ${userId} and kind = 'people' and id not in (
    select id from saved_search where user_id = ${userId} and kind = 'people' order by created_at desc limit ${kept})`.execute(
    trx,
  )
  return id
}

/** Null where there is no such search of theirs. */
export async function runPeopleSearch(trx: Kysely<DB>, userId: string, id: string): Promise<PeopleSearch | null> {
  const row = await trx
    .selectFrom('savedSearch')
    .select('body')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('kind', '=', 'people')
    .executeTakeFirst()
  const { words } = (row?.body ?? {}) as { words?: string }
  return words === undefined ? null : { words, ids: await findPeople(trx, words) }
}

/** By name or telephone number, best first; the function knows for whom it searches. */
export async function findPeople(trx: Kysely<DB>, words: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select person_id from search_own_people(${words}, ${most})`.execute(
    trx,
  )
  return rows.map(({ personId }) => personId)
}
