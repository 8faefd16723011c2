/** What every action is given: the database, who acts and the moment. One action, one transaction. */
import type { Kysely } from 'kysely'
import { actAs, type Transaction, type Who } from '../db/database.ts'
import type { DB } from '../db/schema.ts'
import type { Actor } from '../domain/policy.ts'

/** `actor` null: the program itself, such as its clock. `secret` keys what is hashed or signed. */
export type Context = {
  db: Kysely<DB>
  actor: Actor | null
  now: () => Date
  secret: string
  /** For Message-IDs and links: https://example.org */
  baseUrl: string
}
export type ActingContext = Context & { actor: Actor }

export function whoIs(actor: Actor | null): Who {
  if (!actor) return { userId: null, organisationId: null, system: true }
  return { userId: actor.userId, organisationId: actor.organisationId }
}

export function inTransaction<T>({ db, actor }: Context, work: (trx: Transaction<DB>) => Promise<T>): Promise<T> {
  return actAs(db, whoIs(actor), work)
}
