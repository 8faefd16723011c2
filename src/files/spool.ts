/** What is being uploaded goes to a passing file first, so that it is never whole in memory and is known before it is kept. */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Reads at most `most` bytes; `bytes` is null where there was more. */
export type Spooled = { path: string; bytes: number | null }

/** `folder` is made where there is none. The file is gone once `work` has ended, however it ends. */
export async function spool<T>(
  content: Readable,
  { folder, most }: { folder: string; most: number },
  work: (file: Spooled) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomUUID())
  try {
    return await work({ path, bytes: await pour(content, path, most) })
  } finally {
    await rm(path, { force: true })
  }
}

async function pour(content: Readable, path: string, most: number): Promise<number | null> {
  let bytes = 0
  await pipeline(
    content,
    async function* (pieces: AsyncIterable<Uint8Array>) {
      for await (const piece of pieces) {
        bytes += piece.length
        if (bytes > most) return
        yield piece
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  ).catch(error => {
    if (bytes <= most) throw error
  })
  return bytes > most ? null : bytes
}
