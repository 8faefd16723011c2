/** One PostgreSQL and one migrated template for a whole run: ours, or the one TEST_DATABASE_URL names. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { inDatabase } from './database.ts'

type Server = { url: string; stop(): Promise<void> }

/** Each vitest project calls this; the first starts the server and the last stops it. */
export async function setup() {
  shared.users++
  shared.started ??= prepare()
  Object.assign(process.env, await shared.started.then(({ env }) => env))
}

export async function teardown() {
  if (--shared.users > 0) return
  const { server, prefix } = await (shared.started ?? prepare())
  await dropAll(server.url, prefix)
  await server.stop()
}

type Shared = { users: number; started?: ReturnType<typeof prepare> }

const key = Symbol.for('onward.tests')
const place = globalThis as { [key]?: Shared }
place[key] ??= { users: 0 }
const shared = place[key]

async function prepare() {
  const server = await startServer()
  const prefix = `onward_test_${randomBytes(4).toString('hex')}`
  try {
    await query(server.url, `create database ${prefix}`)
    await migrate(inDatabase(server.url, prefix))
  } catch (error) {
    await server.stop()
    throw error
  }
  return { server, prefix, env: { ONWARD_TEST_SERVER: server.url, ONWARD_TEST_TEMPLATE: prefix } }
}

async function startServer(): Promise<Server> {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { url, stop: async () => {} }
  const folder = mkdtempSync(join(placeForData(), 'onward-test-'))
  chmodSync(folder, 0o711)
  const server = await startEmbedded(folder, () => {}, { durable: false })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}

/** In memory where there is room: each story copies a database of a thousand small files. */
function placeForData() {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > roomWanted ? memory : tmpdir()
}
const roomWanted = 2 * 1024 ** 3

async function dropAll(url: string, prefix: string) {
  const names = await query(url, `select datname from pg_database where starts_with(datname, '${prefix}')`)
  for (const { datname } of names) await query(url, `drop database if exists ${datname} with (force)`)
}

async function query(url: string, sql: string): Promise<{ datname: string }[]> {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows
}
