/** Statements asked again and again: each connection parses and plans one once, and keeps the plan. */
import { type Kysely, type KyselyPlugin, RawNode, type RootOperationNode, sql } from 'kysely'
import type { ClientBase } from 'pg'
import type { DB } from './schema.ts'

const mark = '/* kept */'

/**
 * First in a statement whose text is always the same and which a plan made for any values serves: rows by their ids.
 * Not for searches by words, nor for lists of values written out one by one.
 */
export const kept = sql.raw(mark)

/** As the plugin does, but for what is marked: it names its columns as the database does, so there is nothing to translate. */
export function sparing(plugin: KyselyPlugin): KyselyPlugin {
  return {
    transformQuery: args => (isKept(args.node) ? args.node : plugin.transformQuery(args)),
    transformResult: args => plugin.transformResult(args),
  }
}

function isKept(node: RootOperationNode): boolean {
  const [first] = RawNode.is(node) ? node.parameters : []
  return first !== undefined && RawNode.is(first) && first.sqlFragments[0] === mark
}

/** Sends what is marked as a named statement. */
export function keepPlans(client: ClientBase): void {
  const send = client.query.bind(client) as (...parts: unknown[]) => unknown
  const query = (text: unknown, values: unknown, ...rest: unknown[]) =>
    typeof text === 'string' && text.startsWith(mark)
      ? send({ name: nameOf(text), text, values }, ...rest)
      : send(text, values, ...rest)
  Object.assign(client, { query })
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? `kept_${names.size}`
  names.set(text, name)
  return name
}

/** After many services were taken in: else statements are planned for the tables as they were, until PostgreSQL looks for itself. */
export async function countAnew(db: Kysely<DB>): Promise<void> {
  await sql`select count_directory_anew()`.execute(db)
}
