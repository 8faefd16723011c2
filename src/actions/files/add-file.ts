/** FORM-8, RES-10: a file is taken in first, then written down; where that fails, nothing of it stays. */

import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import { countReferralFiles, insertFile, lockDraftRoom, looseRoom, type NewFile, type Room } from '../../db/files.ts'
import { type CaseFile, loadCase, lockCase } from '../../db/referrals/load.ts'
import type { DB } from '../../db/schema.ts'
import { longestRemark, mostFiles } from '../../domain/attachments.ts'
import { sightOf } from '../../domain/policy.ts'
import { mayAddFiles } from '../../domain/policy-on-referral.ts'
import { Problem } from '../../domain/problem.ts'
import { type Cabinet, type Kept, takeIn, type Upload } from '../../files/cabinet.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { fileEvent } from './file-event.ts'

/** `held`: a scanner is configured and away, so that nobody reads it yet. */
export type Added = { id: string; name: string; type: string; bytes: number; state: Kept['state'] }
const field = 'files'
export const personFileMegabytes = 10
const personFileBytes = personFileMegabytes * 1024 * 1024

/** To the user's own draft. Throws at `files` for what is not taken, with `reason`. */
export function addFileToDraft(ctx: ActingContext, cabinet: Cabinet, draftId: string, upload: Upload): Promise<Added> {
  const room = async (trx: Transaction<DB>) => {
    const found = await lockDraftRoom(trx, ctx.actor.userId, draftId)
    if (!found) throw new Problem('not_found', 'There is no such draft.')
    return found
  }
  return add(ctx, cabinet, upload, room, async (trx, kept) => insertFile(trx, { ...rowOf(ctx, kept, ''), draftId }))
}

/** Of no referral yet: a client names it when it sends one, within a day. */
export function addLooseFile(ctx: ActingContext, cabinet: Cabinet, upload: Upload, remark = ''): Promise<Added> {
  const { userId, networks } = ctx.actor
  const room = (trx: Transaction<DB>) =>
    looseRoom(
      trx,
      userId,
      networks.map(({ id }) => id),
    )
  return add(ctx, cabinet, upload, room, (trx, kept) => insertFile(trx, rowOf(ctx, kept, checked(remark))))
}

/** By those who see all of it and have a part in it, until it is closed. */
export function addFileToReferral(
  ctx: ActingContext,
  cabinet: Cabinet,
  referralId: string,
  upload: Upload,
  remark = '',
): Promise<Added> {
  const words = checked(remark)
  const room = async (trx: Transaction<DB>) => {
    const file = await loadCase(trx, referralId)
    assertOpen(ctx, file)
    return { most: file.settings.attachmentMegabytes * 1024 * 1024, count: await countReferralFiles(trx, referralId) }
  }
  return add(ctx, cabinet, upload, room, async (trx, kept) => {
    const file = await lockCase(trx, referralId)
    assertOpen(ctx, file)
    const id = await insertFile(trx, { ...rowOf(ctx, kept, words), referralId })
    await recordEvents(trx, ctx.now(), [fileEvent(ctx, file, 'file_added', id)])
    return id
  })
}

/** To an organisation's own record of a person, which `hold` proves to be its own. */
export function addFileToPerson(
  ctx: ActingContext,
  cabinet: Cabinet,
  upload: Upload,
  hold: (trx: Transaction<DB>) => Promise<{ personId: string; count: number }>,
): Promise<Added> {
  const room = async (trx: Transaction<DB>) => ({ ...(await hold(trx)), most: personFileBytes })
  return add(ctx, cabinet, upload, room, async (trx, kept) => {
    const { personId } = await hold(trx)
    const id = await insertFile(trx, { ...rowOf(ctx, kept, ''), personId })
    const codes = { person: personId, file: id }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'addPersonFile', party: 'keeper', codes })])
    return id
  })
}

/** Asked once before anything is read, and again in the transaction that writes it down. */
async function add(
  ctx: ActingContext,
  cabinet: Cabinet,
  upload: Upload,
  room: (trx: Transaction<DB>) => Promise<Room>,
  write: (trx: Transaction<DB>, kept: Kept) => Promise<string>,
): Promise<Added> {
  const { most } = await inTransaction(ctx, async trx => assertRoom(await room(trx)))
  const kept = await takeIn(cabinet, upload, most, field)
  try {
    const id = await inTransaction(ctx, async trx => {
      assertRoom(await room(trx))
      return write(trx, kept)
    })
    const { name, type, bytes, state } = kept
    return { id, name, type, bytes, state }
  } catch (error) {
    await cabinet.store.remove(kept.storageKey)
    throw error
  }
}

function assertRoom(room: Room): Room {
  if (room.count < mostFiles) return room
  throw new Problem('invalid', `At most ${mostFiles} files can be attached.`, { field, reason: 'too_many' }, [
    { field, code: 'file_too_many' },
  ])
}

function assertOpen({ actor }: ActingContext, { sides, settings, status, anonymised }: CaseFile): void {
  if (sightOf(actor, sides, settings).level === 'none') throw new Problem('not_found', 'There is no such referral.')
  if (!mayAddFiles(actor, sides, settings, status) || anonymised)
    throw new Problem('not_now', 'Files are added by those on a referral, until it is closed.')
}

function checked(remark: string): string {
  const words = remark.trim()
  if (words.length > longestRemark)
    throw new Problem('invalid', 'The note is too long.', { field: 'remark' }, [{ field: 'remark', code: 'too_long' }])
  return words
}

function rowOf({ actor, now }: ActingContext, kept: Kept, remark: string): NewFile {
  return { ...kept, remark, addedByUserId: actor.userId, addedByOrganisationId: actor.organisationId, addedAt: now() }
}
