/** The worker's part: what nobody needs leaves the store, and what is held is checked as soon as the scanner is back. Give it a context without an actor. */

import { recordEvents } from '../../db/events.ts'
import { type HeldFile, listHeld, listToErase, markErased, settleHeld } from '../../db/files.ts'
import { loadCase } from '../../db/referrals/load.ts'
import type { Cabinet } from '../../files/cabinet.ts'
import type { FileStore } from '../../files/store.ts'
import { type Context, inTransaction } from '../context.ts'
import { enqueueNotices } from '../enqueue-notices.ts'
import { fileEvent } from './file-event.ts'

const batch = 100
const day = 86_400_000

/** How many left the store. Erased there first: if that fails, it is tried again. */
export async function eraseFiles(ctx: Context, store: FileStore): Promise<number> {
  const before = new Date(ctx.now().getTime() - day)
  const files = await inTransaction(ctx, trx => listToErase(trx, before, batch))
  for (const file of files) {
    if (!file.shared) await store.remove(file.storageKey)
    await inTransaction(ctx, trx => markErased(trx, file, ctx.now()))
  }
  return files.length
}

/** How many were decided. The first that gets no answer ends it, until the next round. */
export async function checkHeldFiles(
  ctx: Context,
  { store, scanner }: Pick<Cabinet, 'store' | 'scanner'>,
): Promise<number> {
  const held = await inTransaction(ctx, trx => listHeld(trx, batch))
  let decided = 0
  for (const file of held) {
    const content = await store.stream(file.storageKey)
    const verdict = !scanner ? 'clean' : content ? await scanner(content) : 'infected'
    if (verdict === 'away') break
    await settle(ctx, file, verdict === 'clean' ? 'ready' : 'refused')
    decided++
  }
  return decided
}

/** Who added what has a virus is told. */
function settle(ctx: Context, { id, referralId, addedByUserId }: HeldFile, state: 'ready' | 'refused'): Promise<void> {
  return inTransaction(ctx, async trx => {
    if (!(await settleHeld(trx, id, state)) || state === 'ready' || !referralId) return
    const file = await loadCase(trx, referralId)
    const event = { ...fileEvent(ctx, file, 'file_refused', id) }
    const events = await recordEvents(trx, ctx.now(), [event])
    if (!addedByUserId) return
    const told = { before: file.referral, after: file.referral, file, events, chosen: [addedByUserId] }
    await enqueueNotices(trx, ctx, told)
  })
}
