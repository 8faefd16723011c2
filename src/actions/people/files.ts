/** Files of an organisation's own record: added, read and removed by its own people alone; each reading is on record. */
import type { Readable } from 'node:stream'
import { markRemoved } from '../../db/files.ts'
import { countPersonFiles, findPersonFile } from '../../db/people/files.ts'
import { recordViews } from '../../db/people/read.ts'
import { holdPerson } from '../../db/people/save.ts'
import { Problem } from '../../domain/problem.ts'
import type { Cabinet, Upload } from '../../files/cabinet.ts'
import type { FileStore } from '../../files/store.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { type Added, addFileToPerson } from '../files/add-file.ts'
import { keeperOf, keepingPerson, noPerson } from './keeper.ts'

/** Throws at `files` for what is not taken, with `reason`. */
export function addPersonFile(ctx: ActingContext, cabinet: Cabinet, id: string, upload: Upload): Promise<Added> {
  const organisationId = keeperOf(ctx)
  return addFileToPerson(ctx, cabinet, upload, async trx => {
    const personId = await holdPerson(trx, id, organisationId)
    if (!personId) throw noPerson()
    return { personId, count: await countPersonFiles(trx, personId) }
  })
}

export type Opened = { name: string; type: string; bytes: number; content: Readable }

/** Absent, foreign, removed or refused are one 404; one that is still being checked may not be read yet. */
export async function readPersonFile(
  ctx: ActingContext,
  store: FileStore,
  id: string,
  fileId: string,
): Promise<Opened> {
  const { organisationId, userId, tokenId } = ctx.actor
  if (!organisationId) throw noFile()
  const { storageKey, ...file } = await inTransaction(ctx, async trx => {
    const personId = await holdPerson(trx, id, organisationId)
    const found = personId ? await findPersonFile(trx, personId, fileId) : null
    if (!personId || !found || found.state === 'refused') throw noFile()
    if (found.state === 'held') throw new Problem('not_now', 'The file is still being checked for viruses.')
    await recordViews(trx, [personId], { userId, organisationId, tokenId }, 'file', ctx.now())
    return found
  })
  const content = await store.stream(storageKey)
  if (!content) throw noFile()
  return { name: file.name, type: file.type, bytes: file.bytes, content }
}

/** By who added it; the worker then erases what it held. */
export function removePersonFile(ctx: ActingContext, id: string, fileId: string): Promise<void> {
  return keepingPerson(ctx, id, 'removePersonFile', async ({ trx, personId, userId, at }) => {
    const found = await findPersonFile(trx, personId, fileId)
    if (!found || found.addedByUserId !== userId) throw noFile()
    await markRemoved(trx, fileId, at)
  })
}

function noFile(): Problem {
  return new Problem('not_found', 'There is no such file.')
}
