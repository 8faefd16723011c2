/** A database of one's own for each test file, copied from the migrated template. */
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

export type FreshDatabase = { url: string; drop(): Promise<void> }

/** Dropped at the end of the run at the latest. */
export function freshDatabase(): Promise<FreshDatabase> {
  return copyOf(fromSetup('ONWARD_TEST_TEMPLATE'))
}

/** One without any table, for those who test how they come about. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return createDatabase('')
}

/** A copy of the database of that name: its files as they are, which costs a quarter of writing them to the log as well. */
export function copyOf(name: string): Promise<FreshDatabase> {
  return createDatabase(`template ${name} strategy file_copy`)
}

/** The same server, another database. */
export function inDatabase(url: string, name: string) {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function createDatabase(options: string) {
  const server = fromSetup('ONWARD_TEST_SERVER')
  const name = `${fromSetup('ONWARD_TEST_TEMPLATE')}_${randomBytes(4).toString('hex')}`
  await run(server, `create database ${name} ${options}`)
  const drop = () => run(server, `drop database if exists ${name} with (force)`)
  return { url: inDatabase(server, name), drop }
}

async function run(url: string, sql: string) {
  const client = new Client(url)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

function fromSetup(name: string) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: this test belongs to a project with a database (vitest.config.ts).`)
  return value
}
