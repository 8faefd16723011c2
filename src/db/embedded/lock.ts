/**
 * Who keeps a data folder: the process whose session holds one advisory lock in its database.
 * The kernel closes a dead process's sockets, so the lock can never be stale.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { Problem } from '../../domain/problem.ts'
import { isUnavailable } from '../unavailable.ts'

const lock = '8030046014563774820'

/** `absent`: no server listens. `busy`: it is starting, stopping or full; ask again. */
export async function connect(url: string): Promise<Client | 'absent' | 'busy'> {
  const client = new Client({ connectionString: url, application_name: `onward ${process.pid}` })
  client.on('error', () => {}) // `end` follows, and is what we act on
  try {
    await client.connect()
    return client
  } catch (error) {
    if (isNoServer(error)) return 'absent'
    if (isUnavailable(error)) return 'busy'
    throw error
  }
}

const chances = 30

/** False when the server went away while we asked. A Problem `conflict` when a live process has it. */
export async function claim(client: Client, dataDir: string): Promise<boolean> {
  try {
    for (let chance = 0; chance < chances; chance++) {
      if (await take(client)) return true
      await delay(100)
    }
    const other = await holder(client)
    throw new Problem('conflict', `Another running Onward${other} already uses ${dataDir}. Stop it, or set DATA_DIR.`)
  } catch (error) {
    await client.end().catch(() => {})
    if (isUnavailable(error)) return false
    throw error
  }
}

export async function isHeld(client: Client) {
  return !(await take(client))
}

async function take(client: Client) {
  const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${lock}) as taken`)
  return rows[0]?.taken ?? false
}

async function holder(client: Client) {
  const { rows } = await client.query<{ name: string }>(`
    select application_name as name from pg_stat_activity join pg_locks using (pid)
    where locktype = 'advisory' and granted and pid <> pg_backend_pid() and datname = 'postgres'`)
  const pid = rows[0]?.name.replace('onward ', '')
  return pid ? ` (process ${pid})` : ''
}

function isNoServer(error: unknown) {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'ECONNREFUSED'
}
