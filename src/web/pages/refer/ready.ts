/** No step is reached before those in front of it are done; a draft that was sent leads to what it became. */
import type { Submission } from '../../../domain/submission.ts'
import { paths } from '../../paths.ts'
import { type Draft, findDraft, findReferral, type Page, today } from './draft.ts'
import { fill, textOf } from './filled.ts'
import { type Located, locate } from './place.tsx'

export type Ready = { ok: true; draft: Draft; submission: Submission; located: Located | null }
export type NotReady = { ok: false; to: string }

/** Ready where everything up to `done` is. */
export async function ready(c: Page, done: 'details' | 'consent'): Promise<Ready | NotReady> {
  const draft = await findDraft(c)
  if (!draft) {
    const sent = await findReferral(c)
    return { ok: false, to: sent ? paths.sent(sent.id) : paths.refer }
  }
  const located = await locate(c.var.ctx.db, draft.network, textOf(draft.body.typed, 'address.postcode'))
  const filled = fill(draft.network, draft.body.typed, located?.place ?? null, today(c))
  if (!filled.ok) return { ok: false, to: `${paths.draft(draft.id)}?look=again` }
  const { consent } = draft.body
  if (done === 'consent' && (!consent || consent.wordingId !== draft.network.wording?.id))
    return { ok: false, to: paths.draftConsent(draft.id) }
  return { ok: true, draft, submission: filled.submission, located }
}
