/** The postmaster: launched in a session of its own, so that only we stop it, and never on a TCP port. */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Problem } from '../../domain/problem.ts'
import { program } from './binaries.ts'
import type { Home } from './home.ts'

export function launch(home: Home, { durable = true }: { durable?: boolean }) {
  const log = openLog(home)
  const child = spawn(program(home.binaries, 'postgres'), args(home, durable), {
    ...home.account,
    cwd: '/',
    detached: true,
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let alive = true
  child.on('error', () => (alive = false)).on('exit', () => (alive = false))
  child.unref()
  return { isAlive: () => alive }
}

/** Terse errors and no statements: what people typed stays out of the log. */
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  client_connection_check_interval: '2s',
}

/** Nothing is worth keeping, no database lives long enough to be tidied, and several programs are connected at once. */
const forgetful = {
  max_connections: '200',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  autovacuum: 'off',
}

function args({ cluster, socketDir }: Home, durable: boolean) {
  const chosen = { ...settings, ...(!durable && forgetful), unix_socket_directories: `"${socketDir}"` }
  return ['-D', cluster, ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

const stopPatience = 60_000

/** Open transactions are rolled back, what is committed is checkpointed; resolves when the server is gone. */
export async function stopPostmaster(home: Home) {
  const pid = postmaster(home)
  if (!pid) return
  send(pid, 'SIGINT')
  const deadline = Date.now() + stopPatience
  while (postmaster(home) === pid) {
    if (Date.now() > deadline) throw new Problem('unavailable', `PostgreSQL (process ${pid}) does not stop.`)
    await delay(20)
  }
}

/** After a power cut its number may belong to another program, for which PostgreSQL would not start. */
export function removeForeignPid(home: Home) {
  const pid = writtenPid(home)
  if (!pid || postmaster(home) || !send(pid, 0)) return
  rmSync(join(home.cluster, 'postmaster.pid'), { force: true })
  rmSync(join(home.socketDir, '.s.PGSQL.5432.lock'), { force: true })
}

export function recentLog(home: Home) {
  return `Its last words: ${readFileSync(logOf(home), 'utf8').slice(-800)}`
}

/** The process number of the live postmaster of this folder, or null. */
function postmaster(home: Home) {
  const pid = writtenPid(home)
  return pid && send(pid, 0) && commandLine(pid).includes(home.cluster) ? pid : null
}

function writtenPid({ cluster }: Home) {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]) || null
  } catch {
    return null
  }
}

function commandLine(pid: number) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}

function send(pid: number, signal: 'SIGINT' | 0) {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

const logLimit = 5_000_000

/** Begun again when it has grown; nobody reads megabytes of it. */
function openLog(home: Home) {
  const large = (statSync(logOf(home), { throwIfNoEntry: false })?.size ?? 0) > logLimit
  return openSync(logOf(home), large ? 'w' : 'a', 0o600)
}

function logOf({ folder }: Home) {
  return join(folder, 'server.log')
}
