/** A backup as a file: a tar of pieces, then a list of them with their hashes, then the hash of that list. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { extract, type Pack, pack } from 'tar-stream'
import { z } from 'zod'
import { Problem } from '../../domain/problem.ts'

export const manifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.string(),
  /** Each with its hash: the schema that the rows are of. */
  migrations: z.array(z.string()),
  /** Of the SECRET that what is encrypted here was encrypted by. */
  secret: z.string(),
  /** The newest seal of the audit, as the log tells it. */
  auditHead: z.string().nullable(),
  tables: z.array(z.strictObject({ table: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  types: z.record(z.string(), z.string()),
  /** Files that were removed while the backup was made. */
  missing: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifest>
const contents = manifest.extend({ pieces: z.record(z.string(), z.string()) })
export type Contents = z.infer<typeof contents>
export type Piece = { name: string; bytes: Buffer }

const [listName, sealName] = ['manifest.json', 'manifest.sha256']
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Whole or not at all: until it is finished it has another name. `work` adds pieces and says what it is made of. */
export async function writeArchive(
  path: string,
  work: (add: (name: string, bytes: Buffer) => Promise<void>) => Promise<Manifest>,
): Promise<void> {
  const unfinished = `${path}.part`
  const archive = pack()
  const written = pipeline(archive, createWriteStream(unfinished, { mode: 0o600, flush: true }))
  written.catch(() => {}) // said where it is awaited
  try {
    const pieces: Record<string, string> = {}
    const made = await work(async (name, bytes) => {
      pieces[name] = hashOf(bytes)
      await put(archive, name, bytes)
    })
    const list = Buffer.from(JSON.stringify({ ...made, pieces }))
    await put(archive, listName, list)
    await put(archive, sealName, Buffer.from(hashOf(list)))
    archive.finalize()
    await written
    await rename(unfinished, path)
  } catch (error) {
    archive.destroy()
    await rm(unfinished, { force: true })
    throw error
  }
}

function put(archive: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = archive.entry({ name, size: bytes.length, mode: 0o600 }, error => (error ? reject(error) : resolve()))
    entry.end(bytes)
  })
}

export async function* readPieces(path: string): AsyncGenerator<Piece> {
  const archive = extract()
  const fed = pipeline(createReadStream(path), archive)
  fed.catch(() => {}) // said where it is awaited
  for await (const entry of archive) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    yield { name: entry.header.name, bytes: Buffer.concat(chunks) }
  }
  await fed
}

/** Reads all of it before anything is done with any of it. Throws a Problem where a byte is not as it was written. */
export async function checkArchive(path: string): Promise<Contents> {
  const found = new Map<string, string>()
  let list: Buffer | null = null
  let seal = ''
  try {
    for await (const { name, bytes } of readPieces(path)) {
      if (name === listName) list = bytes
      else if (name === sealName) seal = bytes.toString()
      else if (found.has(name)) throw damaged('it holds something twice')
      else found.set(name, hashOf(bytes))
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Problem('invalid', `There is no file ${path}.`, { field: 'file' })
    throw damaged('it cannot be read to its end')
  }
  if (!list || hashOf(list) !== seal) throw damaged('its list of contents is missing or changed')
  const read = contents.safeParse(JSON.parse(list.toString()))
  if (!read.success)
    throw new Problem('conflict', 'This backup is of another Onward: restore it with the one that made it.')
  const wrong = Object.entries(read.data.pieces).find(([name, hash]) => found.get(name) !== hash)
  if (wrong || found.size !== Object.keys(read.data.pieces).length)
    throw damaged(`${wrong?.[0] ?? 'something'} is missing or changed`)
  return read.data
}

function damaged(why: string): Problem {
  return new Problem('conflict', `This backup is damaged: ${why}. Nothing was restored.`)
}
