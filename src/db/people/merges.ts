/** Two records of one person. No row moves: the absorbed record points at the one that stays, and a row says so until it is undone. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

/** Both held, always in the same order, so that two who merge at once do not wait for each other forever. */
export async function holdBoth(
  trx: Kysely<DB>,
  ids: readonly [string, string],
  organisationId: string,
): Promise<{ id: string; mergedIntoId: string | null }[]> {
  const { rows } = await sql<{ id: string; mergedIntoId: string | null }>`
    select id, merged_into_id from person where id = any(${[...ids]}::uuid[]) and organisation_id = ${organisationId}
    order by id for update`.execute(trx)
  return rows
}

type Pair = { fromId: string; intoId: string; organisationId: string }

export async function insertMerge(
  trx: Kysely<DB>,
  { fromId, intoId, organisationId }: Pair,
  { userId, at }: { userId: string; at: Date },
): Promise<string> {
  await sql`update person set merged_into_id = ${intoId} where id = ${fromId} or merged_into_id = ${fromId}`.execute(
    trx,
  )
  const { id } = await trx
    .insertInto('personMerge')
    .values({ organisationId, fromId, intoId, mergedBy: userId, mergedAt: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type StandingMerge = { id: string; fromId: string; intoId: string; rootId: string }

/** With the record that stays, held. Null where it is not there or undone already. */
export async function holdMerge(trx: Kysely<DB>, id: string, organisationId: string): Promise<StandingMerge | null> {
  await sql`select p.id from person_merge m join person f on f.id = m.from_id join person p on p.id = f.merged_into_id
    where m.id = ${id} and m.organisation_id = ${organisationId} for update of p`.execute(trx)
  const { rows } = await sql<StandingMerge>`
    select m.id, m.from_id, m.into_id, f.merged_into_id as root_id from person_merge m join person f on f.id = m.from_id
    where m.id = ${id} and m.organisation_id = ${organisationId} and m.undone_at is null for update of m`.execute(trx)
  return rows[0] ?? null
}

/** The record stands by itself again, with those that had been merged into it before. */
export async function endMerge(
  trx: Kysely<DB>,
  { id, fromId }: StandingMerge,
  { userId, at }: { userId: string; at: Date },
): Promise<void> {
  await trx.updateTable('personMerge').set({ undoneBy: userId, undoneAt: at }).where('id', '=', id).execute()
  await sql`update person set merged_into_id = nullif(${fromId}::uuid, id)
    where id in (select id from absorbed_by(${fromId}))`.execute(trx)
}

/** They were taken for one person and are two: not asked again. */
export async function insertDistinct(
  trx: Kysely<DB>,
  ids: readonly [string, string],
  organisationId: string,
  { userId, at }: { userId: string; at: Date },
): Promise<void> {
  await sql`insert into person_distinct (one_id, other_id, organisation_id, said_by, said_at)
    select least(a, b), greatest(a, b), ${organisationId}::uuid, ${userId}::uuid, ${at}::timestamptz
    from (values (${ids[0]}::uuid, ${ids[1]}::uuid)) as pair(a, b) on conflict do nothing`.execute(trx)
}
