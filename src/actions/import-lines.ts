/** Reading big files: their lines in bundles, plain or gzipped, and a fingerprint of their content. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Problem } from '../domain/problem.ts'

/** `bytes` as on the disk. */
export type SourceFile = { path: string; name: string; bytes: number }

/** Files as given, and those with one of the endings (.gz or not) in folders as given, by name. */
export async function listFiles(paths: readonly string[], endings: readonly string[]): Promise<SourceFile[]> {
  const found = await Promise.all(paths.map(path => listPath(path, endings)))
  return found.flat()
}

/** Bundles of whole lines without their ends; `read` is how many bytes of the file they took so far. */
export async function* readLines(path: string): AsyncGenerator<{ lines: string[]; read: number }> {
  const file = createReadStream(path, { highWaterMark: 1 << 16 })
  const text = path.endsWith('.gz') ? file.pipe(createGunzip({ chunkSize: 1 << 16 })) : file
  file.once('error', error => text.destroy(error))
  let rest = ''
  for await (const chunk of text.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield { lines: lines.map(withoutReturn), read: file.bytesRead }
  }
  if (rest) yield { lines: [withoutReturn(rest)], read: file.bytesRead }
}

export async function fingerprintOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

async function listPath(path: string, endings: readonly string[]): Promise<SourceFile[]> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new Problem('not_found', `There is no file or folder ${path}.`, { field: 'path', path })
  if (!found.isDirectory()) return [{ path, name: basename(path), bytes: found.size }]
  const names = (await readdir(path)).filter(name => endings.some(ending => name.replace(/\.gz$/, '').endsWith(ending)))
  return (await Promise.all(names.sort().map(name => listPath(join(path, name), endings)))).flat()
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
