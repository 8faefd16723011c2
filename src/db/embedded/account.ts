/** PostgreSQL refuses to run as root: started as root, it runs under an unprivileged account. */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { Problem } from '../../domain/problem.ts'

export type Account = { uid: number; gid: number }

/** Null: we are an ordinary user and the server runs as ourselves. An existing cluster keeps its owner. */
export function accountFor(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const account = named('onward') ?? created('onward') ?? named('nobody')
  if (!account) throw new Problem('unavailable', 'PostgreSQL does not run as root. Start Onward as an ordinary user.')
  return account
}

/** Whether a file test of sh (`-x`, `-w`, `-r`) holds for the account. */
export function mayUse(account: Account | null, test: '-r' | '-w' | '-x', path: string) {
  const tried = spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { ...account, cwd: '/' })
  return tried.status === 0
}

function named(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function created(name: string): Account | null {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/onward']
  spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', name])
  return named(name)
}
