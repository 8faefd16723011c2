/** Brings the schema up to date: plain .sql files in the order of their names, each in one transaction, once. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { Problem } from '../domain/problem.ts'

const ours = fileURLToPath(new URL('./migrations/', import.meta.url))
const lock = '8030046014563774821'

/** Connects as the owner; processes that start at once wait for the first. Returns the names it applied. */
export function migrate(url: string, folder: string = ours): Promise<string[]> {
  return alone(url, client => applyMissing(client, readMigrations(folder)))
}

/** One process at a time, among all that start on this database. */
export async function alone<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'onward migrate' })
  client.on('error', () => {}) // the query under way rejects, and says it
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${lock})`)
    return await work(client)
  } finally {
    await client.end()
  }
}

type Migration = { name: string; sql: string; hash: string }

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.sql'))
  return names.sort().map(name => {
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

async function applyMissing(client: Client, migrations: Migration[]) {
  const applied = await readApplied(client)
  refuseSurprises(migrations, applied)
  const missing = migrations.filter(({ name }) => !applied.has(name))
  for (const migration of missing) await apply(client, migration)
  return missing.map(({ name }) => name)
}

async function readApplied(client: Client) {
  await client.query(`
    create table if not exists migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration')
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

function refuseSurprises(migrations: Migration[], applied: Map<string, string>) {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]))
  for (const [name, hash] of applied) {
    if (!known.has(name)) throw new Problem('conflict', `This database is of a newer Onward: it has ${name}.`)
    if (known.get(name) !== hash)
      throw new Problem('conflict', `The migration ${name} was changed after it was applied.`)
  }
}

async function apply(client: Client, { name, sql, hash }: Migration) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${name} failed, and nothing of it was kept: ${why}`, { cause: error })
  }
}
