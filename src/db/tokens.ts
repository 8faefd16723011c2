/** API tokens, by the hash of what was shown once. */
import type { Kysely } from 'kysely'
import type { Scope } from '../domain/policy.ts'
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
