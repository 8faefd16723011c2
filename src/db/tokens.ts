/** API tokens, by the hash of what was shown once. */
import type { Kysely } from 'kysely'
import type { Scope } from '../domain/policy.ts'
import { minutesBefore } from './actors.ts'
import type { DB } from './schema.ts'

export type NewApiToken = {
  userId: string
  organisationId: string | null
  name: string
  hash: Buffer
  scopes: Scope[]
  expiresAt: Date
}

export async function insertToken(db: Kysely<DB>, token: NewApiToken): Promise<string> {
  const { id } = await db.insertInto('token').values(token).returning('id').executeTakeFirstOrThrow()
  return id
}

/** At most once a minute, whatever the number of processes. */
export async function touchToken(db: Kysely<DB>, id: string, at: Date): Promise<void> {
  await db
    .updateTable('token')
    .set({ lastUsedAt: at })
    .where('id', '=', id)
    .where(({ eb, or }) => or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<', minutesBefore(at, 1))]))
    .execute()
}

export type OwnToken = {
  id: string
  name: string
  scopes: string[]
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

/** A user's own, newest first; never their hashes. */
export function listTokens(db: Kysely<DB>, userId: string): Promise<OwnToken[]> {
  return db
    .selectFrom('token')
    .select(['id', 'name', 'scopes', 'expiresAt', 'lastUsedAt', 'revokedAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt', 'desc')
    .limit(50)
    .execute()
}

/** `before`: it was revoked already. */
export async function revokeToken(
  db: Kysely<DB>,
  userId: string,
  id: string,
  now: Date,
): Promise<'now' | 'before' | 'unknown'> {
  const own = await db
    .selectFrom('token')
    .select('id')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (!own) return 'unknown'
  const { numUpdatedRows } = await db
    .updateTable('token')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n ? 'now' : 'before'
}
