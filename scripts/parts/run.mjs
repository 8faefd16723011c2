/** What the scripts share. Runs on Node 20 and on a clone where nothing is installed yet. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` }

/** Installs what package-lock.json names and node_modules lacks. */
export function install() {
  if (isInstalled()) return
  console.log('Installing what is missing: this takes about half a minute, once.')
  const { status } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) process.exit(status ?? 1)
}

/** Runs to the end, with our own node first on the path. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, env, stdio: 'inherit', ...options })
}

/** A tool of node_modules, on our own node. */
export function runTool(file, args, options = {}) {
  return run(node, [join(root, 'node_modules', file), ...args], options)
}

/** Like `run`, but others may run meanwhile; with `stdio: 'pipe'` it resolves with what was said, too. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', ...options })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr']) child[name]?.setEncoding('utf8').on('data', text => (said[name] += text))
  return new Promise(resolve => {
    child.on('error', error => resolve({ status: 1, ...said, stderr: `${said.stderr}${error.message}\n` }))
    child.on('close', status => resolve({ status, ...said }))
  })
}

/** A tool of node_modules, on our own node. */
export function startTool(file, args, options = {}) {
  return start(node, [join(root, 'node_modules', file), ...args], options)
}

/** Becomes the program: passes signals on and ends as it ends. */
export function become(args) {
  const child = spawn(node, args, { env: process.env, stdio: 'inherit' })
  // Ctrl-C reaches the whole terminal group by itself: passed on, it would arrive twice
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) whenAbandoned(() => child.kill('SIGTERM'))
  child.on('error', error => fail(error))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
}

/** npm passes a signal to its shell, which dies of it and tells nobody. */
function whenAbandoned(act) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 200)
}

function fail(error) {
  console.error(error.message)
  process.exit(1)
}

function isInstalled() {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden) || !existsSync(node)) return false
  const installed = readJson(hidden).packages
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages)
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
