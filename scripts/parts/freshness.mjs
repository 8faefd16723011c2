/** Whether what is built is what is written. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { node, root, run } from './run.mjs'

export const stamp = join(root, 'dist', '.built')

/** Builds where anything is newer than the last build. */
export function buildIfNeeded() {
  if (existsSync(stamp) && newest() <= statSync(stamp).mtimeMs) return
  const { status } = run(node, [join(root, 'scripts', 'build.mjs')])
  if (status !== 0) process.exit(status ?? 1)
}

/** Folders count too: a file that was removed leaves only its folder newer. */
function newest() {
  const paths = readdirSync(join(root, 'src'), { recursive: true }).map(name => join(root, 'src', name))
  const others = ['src', 'package-lock.json', 'scripts/build.mjs'].map(name => join(root, name))
  return Math.max(...[...paths, ...others].map(path => statSync(path).mtimeMs))
}
