import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { joinEmbedded, openEmbedded, startEmbedded } from './embedded.ts'

const made: { folders: string[]; processes: ChildProcess[] } = { folders: [], processes: [] }

afterEach(async () => {
  for (const child of made.processes.splice(0)) child.kill('SIGKILL')
  for (const folder of made.folders.splice(0)) await throwAway(folder)
})

test('the first start makes a database with the extensions we need, reached by a socket and by no port', async () => {
  const server = await startEmbedded(newFolder(), silent)
  const wanted = ['btree_gist', 'citext', 'ltree', 'pg_trgm', 'unaccent']
  const found = await ask(server.url, `select name from pg_available_extensions where name = any($1) order by 1`, [
    wanted,
  ])
  expect(found.map(({ name }) => name)).toEqual(wanted)
  const shown = `select current_setting('listen_addresses') as ports, current_setting('fsync') as fsync,
    current_setting('server_encoding') as encoding, (select datlocale from pg_database where datname = current_database())`
  expect(await ask(server.url, shown)).toEqual([{ ports: '', fsync: 'on', encoding: 'UTF8', datlocale: 'C.UTF-8' }])
  await server.stop()
})

test('what was committed is there after a stop and a start', async () => {
  const folder = newFolder()
  const first = await startEmbedded(folder, silent)
  await ask(first.url, 'create table pot as select 7 as n')
  await first.stop()
  expect(existsSync(join(folder, 'postgres/cluster/postmaster.pid'))).toBe(false)
  const second = await startEmbedded(folder, silent)
  expect(await ask(second.url, 'select n from pot')).toEqual([{ n: 7 }])
  await second.stop()
})

test('the server that a killed process left running is taken over, and stopped by the one who took it', async () => {
  const folder = newFolder()
  const { child, line: url } = await keeper(folder)
  await ask(url, 'create table pot as select 7 as n')
  const orphan = postmasterOf(folder)
  await killed(child)
  const heir = await startEmbedded(folder, silent)
  expect(postmasterOf(folder)).toBe(orphan)
  expect(await ask(heir.url, 'select n from pot')).toEqual([{ n: 7 }])
  await heir.stop()
  expect(existsSync(join(folder, 'postgres/cluster/postmaster.pid'))).toBe(false)
  expect(await joinEmbedded(folder)).toBeNull()
})

test('when process and server were both killed, the next start recovers what was committed', async () => {
  const folder = newFolder()
  const { child, line: url } = await keeper(folder)
  await ask(url, 'create table pot as select 7 as n')
  process.kill(postmasterOf(folder), 'SIGKILL')
  await killed(child)
  const server = await startEmbedded(folder, silent)
  expect(await ask(server.url, 'select n from pot')).toEqual([{ n: 7 }])
  await server.stop()
})

test('a second live process on one folder is told who has it; a command may join instead', async () => {
  const folder = newFolder()
  const { child, line: url } = await keeper(folder)
  const refused = startEmbedded(folder, silent)
  await expect(refused).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(`process ${child.pid}`),
  })
  const joined = await openEmbedded(folder, silent)
  expect(joined.url).toBe(url)
  await joined.stop()
  expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('of four processes that start at once on a new folder one gets it and three are told', async () => {
  const folder = newFolder()
  const lines = await Promise.all([1, 2, 3, 4].map(() => keeper(folder).then(({ line }) => line)))
  expect(lines.filter(line => line.startsWith('postgresql:'))).toHaveLength(1)
  expect(lines.filter(line => line.includes('already uses'))).toHaveLength(3)
})

test('of starts that were killed half-way nothing is left, and what another start is still filling is let be', async () => {
  const folder = newFolder()
  await startEmbedded(folder, silent).then(server => server.stop())
  const draft = (age: string) => join(folder, `postgres/cluster-draft-${age}`)
  for (const age of ['old', 'young']) mkdirSync(draft(age))
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000)
  utimesSync(draft('old'), yesterday, yesterday)
  const server = await startEmbedded(folder, silent)
  expect(['old', 'young'].map(age => existsSync(draft(age)))).toEqual([false, true])
  await server.stop()
})

test('a server that dies under a living process is started again', async () => {
  const folder = newFolder()
  const server = await startEmbedded(folder, silent)
  await ask(server.url, 'create table pot as select 7 as n')
  process.kill(postmasterOf(folder), 'SIGKILL')
  await expect
    .poll(() => ask(server.url, 'select n from pot').catch(() => null), { timeout: 15_000 })
    .toEqual([{ n: 7 }])
  await server.stop()
  expect(await joinEmbedded(folder)).toBeNull()
})

test('a number left behind that now belongs to another program does not keep the database from starting', async () => {
  const folder = newFolder()
  await startEmbedded(folder, silent).then(server => server.stop())
  const cluster = join(folder, 'postgres/cluster')
  writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`)
  const server = await startEmbedded(folder, silent)
  expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }])
  await server.stop()
})

test('a folder whose path is too long for a socket works all the same', async () => {
  const folder = join(newFolder(), 'a'.repeat(100))
  const server = await startEmbedded(folder, silent)
  expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }])
  await server.stop()
})

test.runIf(process.getuid?.() === 0)(
  'as root in a folder closed to others, the database lives elsewhere and says so',
  async () => {
    const folder = newFolder()
    chmodSync(folder, 0o700)
    const said: string[] = []
    const server = await startEmbedded(join(folder, 'data'), line => said.push(line))
    expect(said.join()).toContain('/var/lib/onward')
    expect(lstatSync(join(folder, 'data/postgres')).isSymbolicLink()).toBe(true)
    expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }])
    await server.stop()
    rmSync(realpathSync(join(folder, 'data/postgres')), { recursive: true })
  },
)

function silent() {}

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'onward-embedded-'))
  chmodSync(folder, 0o755)
  made.folders.push(folder)
  return folder
}

async function throwAway(folder: string) {
  const home = join(folder, 'postgres')
  if (existsSync(home)) await startEmbedded(folder, silent).then(server => server.stop())
  rmSync(folder, { recursive: true, force: true })
}

async function keeper(folder: string) {
  const child = spawn('node', ['test/keep-embedded.ts', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  made.processes.push(child)
  const { value } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  return { child, line: String(value) }
}

function killed(child: ChildProcess) {
  return new Promise(resolve => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })
}

function postmasterOf(folder: string) {
  return Number(readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

async function ask(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client(url)
  client.on('error', silent)
  await client.connect()
  const { rows } = await client.query(sql, values).finally(() => client.end())
  return rows
}
