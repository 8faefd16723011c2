/** Searches of the directory, kept for whoever made them, under an opaque id. Run inside actAs. */
import { type Kysely, sql } from 'kysely'
import { type DirectorySearch, directorySearch } from '../../domain/directory-search.ts'
import type { DB } from '../schema.ts'

export type RecentSearch = { id: string; asked: DirectorySearch; usedAt: Date }

const mostKept = 20

/** The same search again is the same row. `found`: how many results it had. */
export async function keepSearch(
  trx: Kysely<DB>,
  userId: string,
  asked: DirectorySearch,
  { found, at }: { found: number; at: Date },
): Promise<string> {
  const body = JSON.stringify({ asked, found })
  const { rows } = await sql<{ id: string }>`
    with same as (update saved_search set used_at = ${at}, body = ${body}::jsonb
      where user_id = ${userId} and kind = 'directory' and body -> 'asked' = ${JSON.stringify(asked)}::jsonb returning id),
    new as (insert into saved_search (user_id, kind, body, created_at, used_at)
      select ${userId}::uuid, 'directory', ${body}::jsonb, ${at}::timestamptz, ${at}::timestamptz where not exists (select from same) returning id)
    select id from same union all select id from new`.execute(trx)
  await sql`delete from saved_search where user_id = ${userId} and kind = 'directory' and name is null and id not in (
    select id from saved_search where user_id = ${userId} and kind = 'directory' order by used_at desc limit ${mostKept})`.execute(
    trx,
  )
  return rows[0]?.id ?? ''
}

export async function readSearch(trx: Kysely<DB>, userId: string, id: string): Promise<DirectorySearch | null> {
  const row = await trx
    .selectFrom('savedSearch')
    .select('body')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('kind', '=', 'directory')
    .executeTakeFirst()
  return row ? asked(row.body) : null
}

/** Those that found something, the latest first. */
export async function listRecent(trx: Kysely<DB>, userId: string, most: number): Promise<RecentSearch[]> {
  const rows = await trx
    .selectFrom('savedSearch')
    .select(['id', 'body', 'usedAt'])
    .where('userId', '=', userId)
    .where('kind', '=', 'directory')
    .where(sql<boolean>`(body ->> 'found')::int > 0`)
    .orderBy('usedAt', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ id, body, usedAt }) => {
    const read = asked(body)
    return read ? [{ id, asked: read, usedAt }] : []
  })
}

export async function forgetSearches(trx: Kysely<DB>, userId: string): Promise<void> {
  await trx.deleteFrom('savedSearch').where('userId', '=', userId).where('kind', '=', 'directory').execute()
}

function asked(body: unknown): DirectorySearch | null {
  const { asked: stored } = (body ?? {}) as { asked?: unknown }
  return directorySearch.safeParse(stored).data ?? null
}
