/** A new cluster appears whole or not at all, however many processes make one at once. */
import { spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../../domain/problem.ts'
import { type Binaries, program } from './binaries.ts'
import type { Home } from './home.ts'

export async function ensureCluster(home: Home) {
  if (!existsSync(home.cluster)) await makeCluster(home)
  checkVersion(home.cluster, home.binaries)
}

/** What starts that were killed half-way left behind. A young draft is left alone: another process may still be filling it. */
export function removeDrafts({ folder }: Home) {
  const drafts = readdirSync(folder).filter(name => name.startsWith(draftName))
  for (const draft of drafts.map(name => join(folder, name))) {
    const changed = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN
    if (Date.now() - changed > hour) rmSync(draft, { recursive: true, force: true })
  }
}

const draftName = 'cluster-draft-'
const hour = 60 * 60 * 1000

async function makeCluster({ folder, cluster, account, binaries }: Home) {
  const draft = mkdtempSync(join(folder, draftName))
  if (account) chownSync(draft, account.uid, account.gid)
  try {
    await run(program(binaries, 'initdb'), [...options, '-D', draft], account)
    renameSync(draft, cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(cluster)) throw error
  }
  sync(folder)
}

/** Local connections need no password: the socket's folder is closed to everybody else. */
const options = [
  ...['--username', 'onward', '--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin'],
  ...['--builtin-locale', 'C.UTF-8', '--auth-local', 'trust', '--auth-host', 'reject', '--no-instructions'],
]

async function run(file: string, args: string[], account: Home['account']) {
  const child = spawn(file, args, { ...account, cwd: '/', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } })
  let said = ''
  child.stdout.on('data', chunk => (said += chunk))
  child.stderr.on('data', chunk => (said += chunk))
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Problem('unavailable', `PostgreSQL could not prepare its folder: ${said.slice(-600)}`)
}

function checkVersion(cluster: string, { version }: Binaries) {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const ours = version.split('.')[0] ?? ''
  if (found === ours) return
  throw new Problem(
    'unavailable',
    `The database in ${cluster} is of PostgreSQL ${found}, this is ${ours}. Restore a backup.`,
  )
}

function sync(folder: string) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
