/** Where the embedded database lives: `DATA_DIR/postgres`, which is a link when its account cannot reach that. */
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, realpathSync, rmdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Problem } from '../../domain/problem.ts'
import { type Account, accountFor, mayUse } from './account.ts'
import { type Binaries, canRun, copyBinaries, findBinaries } from './binaries.ts'

export type Log = (line: string) => void

export type Home = {
  dataDir: string
  folder: string
  cluster: string
  socketDir: string
  account: Account | null
  binaries: Binaries
}

const elsewhere = '/var/lib/onward'

/** The home of this data folder, made where there is none. */
export async function settle(dataDir: string, log: Log): Promise<Home> {
  const link = join(resolve(dataDir), 'postgres')
  if (!lstatSync(link, { throwIfNoEntry: false })) makeHome(link, log)
  return findHome(dataDir, log)
}

export async function findHome(dataDir: string, log: Log = () => {}): Promise<Home> {
  const folder = realFolder(join(resolve(dataDir), 'postgres'))
  const cluster = join(folder, 'cluster')
  const account = accountFor(cluster)
  const socketDir = socketDirOf(folder, account)
  return { dataDir: resolve(dataDir), folder, cluster, socketDir, account, binaries: reachableBinaries(account, log) }
}

function makeHome(link: string, log: Log) {
  mkdirSync(join(link, '..'), { recursive: true, mode: 0o711 })
  const account = accountFor(join(link, 'cluster'))
  own(link, account)
  if (!account || mayUse(account, '-w', link)) return
  rmdirSync(link)
  const folder = join(elsewhere, `${hash(link)}-${randomBytes(4).toString('hex')}`)
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  own(folder, account)
  symlinkSync(folder, link)
  log(`Started as root, PostgreSQL runs under an account that cannot reach ${link}: the database is in ${folder}.`)
}

function realFolder(link: string) {
  if (existsSync(link)) return realpathSync(link)
  throw new Problem('unavailable', `The database of this folder is gone: ${link} points to nothing.`)
}

function reachableBinaries(account: Account | null, log: Log) {
  const binaries = findBinaries()
  if (!account || canRun(account, binaries)) return binaries
  const copy = copyBinaries(binaries, elsewhere)
  log(
    `Started as root, PostgreSQL runs under an account that cannot reach ${binaries.folder}: it runs from ${copy.folder}.`,
  )
  return copy
}

/** Addresses of unix sockets end at about 100 characters; a longer folder gets a short stand-in. */
function socketDirOf(folder: string, account: Account | null) {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 100) return folder
  const short = `/tmp/onward-${hash(folder)}`
  if (!existsSync(short)) own(short, account)
  const { uid } = lstatSync(short)
  if (uid !== (account?.uid ?? process.getuid?.()))
    throw new Problem('unavailable', `${short} belongs to someone else.`)
  return short
}

function own(folder: string, account: Account | null) {
  mkdirSync(folder, { mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
}

function hash(path: string) {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
