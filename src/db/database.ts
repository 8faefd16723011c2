/** Connections to PostgreSQL. */
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { actingDialect } from './acting.ts'
import { types } from './parsers.ts'
import { keepPlans, sparing } from './plans.ts'
import type { DB } from './schema.ts'

export type { Transaction } from 'kysely'
export { actAs, type Who } from './acting.ts'
export { isUnavailable } from './unavailable.ts'

export type Database = {
  /** Everything people do: each connection is `onward_app`, which owns nothing and obeys row-level security. */
  db: Kysely<DB>
  /** The login role, which owns the tables: maintenance, imports and jobs only. */
  owner: Kysely<DB>
  /** The connections of `owner`, for libraries that want a pool. */
  ownerPool: Pool
  close(): Promise<void>
}

/** `max`: how many connections people's requests may use at once. Connects at the first query, not before. */
export function openDatabase(url: string, { max = 12 }: { max?: number } = {}): Database {
  const ownerPool = openPool(url, 5, asOwner)
  const db = new Kysely<DB>({ dialect: actingDialect(openPool(url, max, asApp)), plugins })
  const owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool: ownerPool }), plugins })
  const close = async () => {
    await Promise.all([db.destroy(), owner.destroy()])
    if (!ownerPool.ended) await ownerPool.end() // Kysely ends no pool that it never asked
  }
  return { db, owner, ownerPool, close }
}

/** The keys inside stored documents are people's own and stay as they are; only columns are renamed. */
const plugins = [sparing(new CamelCasePlugin({ maintainNestedObjectKeys: true, underscoreBeforeDigits: true }))]

/** Rows lie in memory or on a solid disk, where fetching one by an index costs hardly more than reading past it. */
const asOwner = 'set jit = off; set random_page_cost = 1.1'
const asApp = `
  ${asOwner};
  set role onward_app;
  set statement_timeout = '20s';
  set lock_timeout = '10s';
  set idle_in_transaction_session_timeout = '20s'`

function openPool(url: string, max: number, session: string) {
  const pool = new Pool({
    connectionString: url,
    max,
    types,
    fallback_application_name: 'onward',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    maxLifetimeSeconds: 3600,
    keepAlive: true,
    onConnect: async client => {
      client.on('error', () => {}) // cut while in use: the query says it; unheard, it would end the program
      await client.query(session)
      keepPlans(client)
    },
  })
  return pool.on('error', () => {}) // an idle connection broke: the pool drops it and the next query opens another
}
