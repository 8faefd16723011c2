/** Whether anybody is here yet, and what the code of the first run is made from. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from './schema.ts'

/** True from the first account on, whoever made it. */
export async function isSetUp(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select exists (select from "user") or exists (select from set_up where used_at is not null) as done`.execute(db)
  return rows[0]?.done ?? true
}

export type SetUpNonce = { nonce: Buffer; expiresAt: Date }

/** The one there is, unless its time is over: then the one given. All processes that ask find the same. */
export async function keepNonce(db: Kysely<DB>, fresh: SetUpNonce, now: Date): Promise<SetUpNonce | null> {
  await sql`
    insert into set_up (nonce, expires_at) values (${fresh.nonce}, ${fresh.expiresAt})
    on conflict (only_one) do update set nonce = excluded.nonce, expires_at = excluded.expires_at
    where set_up.expires_at <= ${now} and set_up.used_at is null`.execute(db)
  return findNonce(db)
}

export async function findNonce(db: Kysely<DB>): Promise<SetUpNonce | null> {
  const { rows } = await sql<SetUpNonce>`select nonce, expires_at from set_up where used_at is null`.execute(db)
  return rows[0] ?? null
}

/** Once: false where somebody else was first, or anybody has an account. */
export async function useNonce(trx: Transaction<DB>, nonce: Buffer, now: Date): Promise<boolean> {
  const { rows } = await sql`update set_up set used_at = ${now} where nonce = ${nonce} and used_at is null
    and not exists (select from "user") returning 1`.execute(trx)
  return rows.length > 0
}
