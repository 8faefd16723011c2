/** Throws the draft of a network's form away, or begins one from an earlier version. What is in use stays. */
import { deleteFormDraft, readFormVersion, saveFormDraft } from '../db/forms.ts'
import { Problem } from '../domain/problem.ts'
import type { ActingContext } from './context.ts'
import { changingForm, recordChange, requireSeen, stampOf } from './keep-form-draft.ts'

export function discardFormDraft(ctx: ActingContext, networkId: string, seen: string): Promise<void> {
  return changingForm(ctx, networkId, async (trx, { form, draft }) => {
    if (!draft) throw new Problem('not_now', 'There is no draft to discard.')
    requireSeen(form, seen)
    await deleteFormDraft(trx, networkId)
    await recordChange(trx, ctx, networkId, { did: 'discard' })
  })
}

export function restoreFormVersion(ctx: ActingContext, networkId: string, version: number): Promise<void> {
  return changingForm(ctx, networkId, async (trx, { draft }) => {
    if (draft) throw new Problem('not_now', 'There is a draft already. Publish or discard it first.')
    const earlier = await readFormVersion(trx, networkId, version)
    if (!earlier) throw new Problem('not_found', 'There is no such version.')
    await saveFormDraft(trx, { networkId, definition: earlier.definition, ...stampOf(ctx) })
    await recordChange(trx, ctx, networkId, { did: 'restore', version })
  })
}
