/** RES-14: a file is read by those who see all of its referral, and that it was read is recorded. */
import type { Readable } from 'node:stream'
import { findFile, recordFileView, type StoredFile } from '../../db/files.ts'
import { loadCase } from '../../db/referrals/load.ts'
import { sightOf } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import type { FileStore } from '../../files/store.ts'
import { type ActingContext, inTransaction } from '../context.ts'

export type Opened = Pick<StoredFile, 'name' | 'type' | 'bytes'> & { content: Readable }

/** Absent, foreign, removed or refused are one 404; one that is still being checked may not be read yet. */
export async function readFile(ctx: ActingContext, store: FileStore, referralId: string, id: string): Promise<Opened> {
  const { name, type, bytes, storageKey } = await inTransaction(ctx, async trx => {
    const { sides, settings } = await loadCase(trx, referralId)
    const sees = sightOf(ctx.actor, sides, settings).level === 'full'
    const found = sees ? await findFile(trx, { referralId }, id) : null
    if (!found || found.state === 'refused') throw absent()
    if (found.state === 'held') throw new Problem('not_now', 'The file is still being checked for viruses.')
    const { userId, organisationId, tokenId = null } = ctx.actor
    await recordFileView(trx, { at: ctx.now(), userId, organisationId, tokenId, referralId, fileId: id })
    return found
  })
  const content = await store.stream(storageKey)
  if (!content) throw absent()
  return { name, type, bytes, content }
}

function absent(): Problem {
  return new Problem('not_found', 'There is no such file.')
}
