/** Letters kept as files, where there is no mail server: those about what was erased go from the disk. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { listToForget, markForgotten } from '../db/privacy/letters.ts'
import type { DB } from '../db/schema.ts'
import { keptName } from '../domain/kept-mail.ts'

const batch = 200

/** True while there may be more. The file goes first: if that fails, it is tried again. */
export async function forgetLetters(db: Kysely<DB>, folder: string): Promise<boolean> {
  const letters = await listToForget(db, batch)
  for (const { messageId } of letters) await rm(join(folder, keptName(messageId)), { force: true })
  await markForgotten(
    db,
    letters.map(({ id }) => id),
  )
  return letters.length === batch
}
