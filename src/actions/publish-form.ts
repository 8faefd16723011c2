/** Puts the draft of a network's form in use: for referrals begun from now on. The version before it is kept as it was. */
import { adoptForm, type FormVersion, knownIn, listNetworkServices, publishFormDraft } from '../db/forms.ts'
import { readNetwork } from '../db/networks.ts'
import { problemsOf } from '../domain/form-problems.ts'
import { Problem } from '../domain/problem.ts'
import type { ActingContext } from './context.ts'
import { changingForm, recordChange, requireSeen, stampOf } from './keep-form-draft.ts'

/** Returns the version now in use. */
export function publishForm(ctx: ActingContext, networkId: string, seen: string): Promise<number> {
  return changingForm(ctx, networkId, async (trx, { form, draft, published }) => {
    if (!draft && published && isNobodys(published)) {
      requireSeen(form, seen)
      await adoptForm(trx, { networkId, ...stampOf(ctx) })
      await recordChange(trx, ctx, networkId, { did: 'publish', version: published.version })
      return published.version
    }
    if (!draft) throw new Problem('not_now', 'There is no draft to publish.')
    requireSeen(form, seen)
    const known = knownIn(await readNetwork(trx, networkId), await listNetworkServices(trx, networkId))
    const problems = problemsOf(form, known)
    if (problems.length > 0) {
      const errors = problems.map(({ question, code }) => ({ field: `questions.${question}`, code }))
      throw new Problem('not_now', 'The form cannot be published until its problems are mended.', {}, errors)
    }
    await publishFormDraft(trx, { networkId, ...stampOf(ctx) })
    await recordChange(trx, ctx, networkId, { did: 'publish', version: draft.version })
    return draft.version
  })
}

/** As it was set up: somebody may still publish it as it is. */
export function isNobodys({ by }: Pick<FormVersion, 'by'>): boolean {
  return by === null
}
