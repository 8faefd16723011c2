/** The processes under measurement: started, watched through /proc, stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export type Program = { pid: number; port: number; startedIn: number; stop(): Promise<void> }
type Env = Readonly<Record<string, string>>

/** As scripts/start.mjs has them. */
const flags = ['--max-semi-space-size=4', '--heap-growing-percent=40']

/** The program as `npm start` runs it, on a port of its own. */
export function startProgram(env: Env): Promise<Program> {
  return start(join(root, 'dist', 'main.js'), flags, {
    PORT: '0',
    DEMO: 'off',
    SECRET: 'b'.repeat(40),
    ...env,
  })
}

/** A floor: a script that says its port. */
export function startFloor(name: 'http' | 'sql', env: Env = {}): Promise<Program> {
  return start(join(root, 'bench', `floor-${name}.ts`), [], env)
}

async function start(file: string, options: readonly string[], env: Env): Promise<Program> {
  const began = performance.now()
  const child = spawn(process.execPath, [...options, file], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  const port = await saidPort(child)
  const stop = () => ended(child)
  return { pid: child.pid ?? 0, port, startedIn: performance.now() - began, stop }
}

/** However the benchmarks end, nothing is left running. */
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})
process.once('SIGTERM', () => process.exit(1)).once('SIGINT', () => process.exit(1))

function saidPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`It ended with ${code} before it listened.`)))
    child.stdout?.on('data', chunk => {
      const port = /127\.0\.0\.1:(\d+)/.exec(String(chunk))?.[1]
      if (port) resolve(Number(port))
    })
  })
}

/** At once where it has ended by itself: nobody would tell of it again. */
function ended(child: ChildProcess): Promise<void> {
  if (!children.has(child)) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** CPU milliseconds that a process has used. */
export function cpuOf(pid: number): number {
  const { own } = readStat(pid)
  return own
}

/** Of a process, its children, and those of them that have ended: the database. */
export function cpuOfFamily(pid: number): number {
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => tryStat(Number(name)))
  const children = all.filter(({ parent }) => parent === pid)
  const { own, ended } = readStat(pid)
  return children.reduce((sum, child) => sum + child.own, own + ended)
}

/** Resident megabytes. */
export function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

const millisecondsPerTick = 10

function readStat(pid: number) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const sum = (...at: number[]) => at.reduce((total, nth) => total + (fields[nth] ?? 0), 0) * millisecondsPerTick
  return { parent: fields[1] ?? 0, own: sum(11, 12), ended: sum(13, 14) }
}

function tryStat(pid: number) {
  try {
    return [readStat(pid)]
  } catch {
    return []
  }
}
