/** Writes everything into one file while the program runs: the database of one moment, its files, the head of the audit. */
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { sign } from '../../auth/secrets.ts'
import {
  copyOut,
  headOf,
  inOneMoment,
  type Kept,
  listKept,
  listMigrations,
  listSequences,
  listStored,
} from '../../db/backup/copy.ts'
import type { Database } from '../../db/database.ts'
import { openStore } from '../../files/store.ts'
import { type Manifest, writeArchive } from './archive.ts'

export type Place = { database: Pick<Database, 'ownerPool'>; secret: string; storageUrl: string }
export type Made = { tables: number; files: number; missing: number; auditHead: string | null }
type Add = (name: string, bytes: Buffer) => Promise<void>

const pack = promisify(gzip)
const pieceBytes = 4 * 1024 * 1024

export async function makeBackup({ database, secret, storageUrl }: Place, path: string, now: Date): Promise<Made> {
  const made: Made = { tables: 0, files: 0, missing: 0, auditHead: null }
  await inOneMoment(database.ownerPool, client =>
    writeArchive(path, async add => {
      const tables = await listKept(client)
      for (const kept of tables) await addTable(client, kept, add)
      const stored = await listStored(client)
      const missing = await addFiles(storageUrl, stored, add)
      const auditHead = await headOf(client)
      Object.assign(made, {
        tables: tables.length,
        files: stored.length - missing.length,
        missing: missing.length,
        auditHead,
      })
      return {
        ...{ format: 1, madeAt: now.toISOString(), migrations: await listMigrations(client), secret: markOf(secret) },
        ...{ auditHead, tables, sequences: await listSequences(client), missing },
        types: Object.fromEntries(stored.map(({ key, type }) => [key, type])),
      } satisfies Manifest
    }),
  )
  return made
}

/** Tells whether two places share their SECRET, and nothing about it. */
export function markOf(secret: string): string {
  return sign(secret, 'backup').toString('base64url')
}

export const pieceOf = (table: string, nth: number) => `data/${table}/${String(nth).padStart(6, '0')}.gz`

async function addTable(client: PoolClient, kept: Kept, add: Add): Promise<void> {
  let [waiting, bytes, nth]: [Buffer[], number, number] = [[], 0, 0]
  const flush = async () => {
    if (bytes === 0) return
    await add(pieceOf(kept.table, nth), await pack(Buffer.concat(waiting)))
    ;[waiting, bytes, nth] = [[], 0, nth + 1]
  }
  const rows: Readable = copyOut(client, kept)
  for await (const chunk of rows) {
    waiting.push(chunk)
    bytes += chunk.length
    if (bytes >= pieceBytes) await flush()
  }
  if (!rows.closed) await once(rows, 'close')
  await flush()
}

/** The keys of those that are gone meanwhile: removed since the moment that the rows are of. */
async function addFiles(storageUrl: string, stored: readonly { key: string }[], add: Add): Promise<string[]> {
  const store = openStore(storageUrl)
  const missing: string[] = []
  for (const { key } of stored) {
    const bytes = await store.read(key)
    if (bytes) await add(`files/${key}`, Buffer.from(bytes))
    else missing.push(key)
  }
  return missing
}
