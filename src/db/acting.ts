/** Every transaction that touches a person says who acts; row-level security listens. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { CompiledQuery, type Dialect, type Driver, type Kysely, PostgresDialect, type Transaction } from 'kysely'
import { escapeLiteral, type Pool } from 'pg'
import type { DB } from './schema.ts'

/** `system`: the program itself, such as its clock; nobody's request may say so. */
export type Who = { userId: string | null; organisationId: string | null; system?: boolean }

export function actAs<T>(db: Kysely<DB>, who: Who, work: (trx: Transaction<DB>) => Promise<T>): Promise<T> {
  return acting.run(who, () => db.transaction().execute(trx => acting.exit(() => work(trx))))
}

/** What carries `who` to the first word of the transaction, where it costs no round trip of its own. */
const acting = new AsyncLocalStorage<Who>()

export function actingDialect(pool: Pool): Dialect {
  const dialect = new PostgresDialect({ pool })
  return {
    createDriver: () => announcing(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: db => dialect.createIntrospector(db),
  }
}

function announcing(driver: Driver): Driver {
  const begin = driver.beginTransaction.bind(driver)
  driver.beginTransaction = async (connection, settings) => {
    const who = acting.getStore()
    if (!who) return begin(connection, settings)
    await connection.executeQuery(CompiledQuery.raw(`begin; ${announce(who)}`))
  }
  return driver
}

function announce({ userId, organisationId, system }: Who) {
  const values = { user: userId ?? '', organisation: organisationId ?? '', system: system ? 'on' : '' }
  const parts = Object.entries(values).map(
    ([name, value]) => `set_config('onward.${name}', ${escapeLiteral(value)}, true)`,
  )
  return `select ${parts.join(', ')}`
}
