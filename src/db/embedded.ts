/** The PostgreSQL that comes with the program: started, watched, taken over from a dead process, stopped. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { Problem } from '../domain/problem.ts'
import { ensureCluster, removeDrafts } from './embedded/cluster.ts'
import { findHome, type Home, type Log, settle } from './embedded/home.ts'
import { claim, connect, isHeld } from './embedded/lock.ts'
import { launch, recentLog, removeForeignPid, stopPostmaster } from './embedded/server.ts'

export type Embedded = { url: string; stop(): Promise<void> }

/** `durable: false` is for tests alone: a power cut then loses everything. */
type Settings = { durable?: boolean }

/** A Problem `conflict` when another live process uses this folder. */
export async function startEmbedded(dataDir: string, log: Log, settings: Settings = {}): Promise<Embedded> {
  const home = await settle(dataDir, log)
  await ensureCluster(home)
  const keeper = await keep(home, log, settings)
  return { url: urlOf(home, 'onward'), stop: keeper.stop }
}

/** For commands: the running program's database where there is one, otherwise our own for as long as we need it. */
export async function openEmbedded(dataDir: string, log: Log): Promise<Embedded> {
  const url = await joinEmbedded(dataDir)
  return url ? { url, stop: async () => {} } : startEmbedded(dataDir, log)
}

/** The address of the database that a live process keeps in this folder, or null. */
export async function joinEmbedded(dataDir: string): Promise<string | null> {
  const home = existsSync(join(dataDir, 'postgres')) ? await findHome(dataDir) : null
  const client = home && (await connect(urlOf(home, 'postgres')))
  if (!home || typeof client !== 'object' || !client) return null
  const held = await isHeld(client).finally(() => client.end())
  return held ? urlOf(home, 'onward') : null
}

/** Holds the folder's lock for as long as we live, and starts the server again whenever it is gone. */
async function keep(home: Home, log: Log, settings: Settings) {
  const signal = { stopping: false }
  const holdAgain = async () => {
    while (!signal.stopping) {
      log('The embedded database went away; it is being started again.')
      try {
        return await hold(home, settings, signal, watch)
      } catch (error) {
        if (!signal.stopping) log(`The embedded database does not start: ${wordsOf(error)}`)
        await delay(1000)
      }
    }
    return null
  }
  const watch = () => {
    if (!signal.stopping) held = holdAgain()
  }
  let held: Promise<Client | null> = hold(home, settings, signal, watch)
  await createDatabase(await held)
  removeDrafts(home)
  return {
    stop: async () => {
      signal.stopping = true
      const client = await held.catch(() => null)
      await stopPostmaster(home)
      await client?.end().catch(() => {})
    },
  }
}

const patience = 300_000
const failuresAllowed = 20

/** Connects to the server of this folder, launching it where there is none, and takes the folder's lock. */
async function hold(home: Home, settings: Settings, signal: { stopping: boolean }, onLost: () => void) {
  const deadline = Date.now() + patience
  let server: ReturnType<typeof launch> | null = null
  let failures = 0
  while (Date.now() < deadline && !signal.stopping) {
    const client = await connect(urlOf(home, 'postgres'))
    if (client === 'absent' && !server?.isAlive()) {
      failures += server ? 1 : 0
      if (failures > failuresAllowed) throw new Problem('unavailable', `PostgreSQL stops at once. ${recentLog(home)}`)
      if (failures === failuresAllowed / 2) await stopPostmaster(home) // alive, but its socket is lost
      removeForeignPid(home)
      server = launch(home, settings)
    }
    if (typeof client === 'object' && (await claim(client, home.dataDir))) {
      client.once('end', onLost)
      return client
    }
    await delay(40)
  }
  throw new Problem('unavailable', `PostgreSQL did not get ready. ${recentLog(home)}`)
}

async function createDatabase(client: Client | null) {
  const found = await client?.query(`select from pg_database where datname = 'onward'`)
  if (found?.rowCount === 0) await client?.query('create database onward')
}

function urlOf(home: Home, database: string) {
  return `postgresql:///${database}?user=onward&host=${encodeURIComponent(home.socketDir)}`
}

function wordsOf(error: unknown) {
  return error instanceof Error ? error.message : String(error)
}
