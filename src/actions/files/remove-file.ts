/** RES-10: a file is removed by who added it, until the referral is closed; the worker then erases what it held. */

import { recordEvents } from '../../db/events.ts'
import { findFile, markRemoved } from '../../db/files.ts'
import { lockCase } from '../../db/referrals/load.ts'
import { sightOf } from '../../domain/policy.ts'
import { mayRemoveFile } from '../../domain/policy-on-referral.ts'
import { Problem } from '../../domain/problem.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { fileEvent } from './file-event.ts'

export function removeFileOfDraft(ctx: ActingContext, draftId: string, fileId: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    if (await findFile(trx, { draftId }, fileId)) await markRemoved(trx, fileId, ctx.now())
  })
}

/** Its name stays in the history of those who could read it. */
export function removeFile(ctx: ActingContext, referralId: string, fileId: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const file = await lockCase(trx, referralId)
    const { level } = sightOf(ctx.actor, file.sides, file.settings)
    const found = level === 'full' ? await findFile(trx, { referralId }, fileId) : null
    if (!found) throw new Problem('not_found', 'There is no such file.')
    if (!mayRemoveFile(ctx.actor, file.sides, file.settings, file.status, found))
      throw new Problem('not_allowed', 'A file is removed by who added it, until the referral is closed.')
    await markRemoved(trx, fileId, ctx.now())
    await recordEvents(trx, ctx.now(), [fileEvent(ctx, file, 'file_removed', fileId)])
  })
}
