/** Brings a backup back into an empty place: checked to the last byte first, then all or nothing; then what was erased goes again. */
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { copyIn, headOf, intoEmpty, listMigrations, setSequences } from '../../db/backup/copy.ts'
import type { Database } from '../../db/database.ts'
import type { Undone } from '../../db/privacy/erasures.ts'
import { Problem } from '../../domain/problem.ts'
import { openStore } from '../../files/store.ts'
import type { Context } from '../context.ts'
import { eraseAgain } from '../privacy/erase-again.ts'
import { type Contents, checkArchive, type Piece, readPieces } from './archive.ts'
import { markOf, type Place } from './make.ts'

export type Restored = { tables: number; files: number; erased: number; madeAt: string; auditHead: string | null }

const unpack = promisify(gunzip)

/** `known`: erased since the backup was made, by a list kept beside it. */
export async function restoreBackup(
  ctx: Context,
  place: Place & { database: Database },
  path: string,
  known: readonly Undone[] = [],
): Promise<Restored> {
  const found = await checkArchive(path)
  if (found.secret !== markOf(place.secret))
    throw new Problem(
      'conflict',
      'This backup was made under another SECRET. Bring that too: the file "secret" of the old DATA_DIR, or the variable.',
    )
  const store = openStore(place.storageUrl)
  let files = 0
  await intoEmpty(place.database.ownerPool, async client => {
    await assertSameSchema(client, found)
    const pieces = readPieces(path)
    let next = await pieces.next()
    for (const kept of found.tables) await copyIn(client, kept, rowsOf(kept.table))
    while (!next.done && next.value.name.startsWith('files/')) {
      const key = next.value.name.slice('files/'.length)
      await store.put(key, next.value.bytes, found.types[key] ?? 'application/octet-stream')
      files++
      next = await pieces.next()
    }
    await pieces.return(undefined)
    await setSequences(client, found.sequences)
    if ((await headOf(client)) !== found.auditHead) throw new Problem('conflict', 'The audit does not end as it did.')

    /** The pieces stand in the order of the tables. */
    async function* rowsOf(table: string) {
      for (; isOf(table, next); next = await pieces.next()) yield await unpack(next.value.bytes)
    }
  })
  const erased = await eraseAgain({ ...ctx, actor: null }, known)
  return { tables: found.tables.length, files, erased, madeAt: found.madeAt, auditHead: found.auditHead }
}

function isOf(table: string, next: IteratorResult<Piece>): next is IteratorYieldResult<Piece> {
  return !next.done && next.value.name.startsWith(`data/${table}/`)
}

async function assertSameSchema(client: PoolClient, { migrations }: Contents): Promise<void> {
  const here = await listMigrations(client)
  if (migrations.length !== here.length || migrations.some((name, nth) => name !== here[nth]))
    throw new Problem(
      'conflict',
      'This backup is of another version of Onward. Restore it with that version, then upgrade.',
    )
}
