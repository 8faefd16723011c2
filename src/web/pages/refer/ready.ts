/** No step is reached before those in front of it are done; a draft that was sent leads to what it became. */
import { isInForce, type Network } from '../../../db/networks.ts'
import { readAskedBy } from '../../../db/own-questions.ts'
import type { Completed } from '../../../domain/completing.ts'
import { type AskedBy, askedKey, walkAll } from '../../../domain/own-questions.ts'
import type { Submission } from '../../../domain/submission.ts'
import { paths } from '../../paths.ts'
import { type Draft, findDraft, findReferral, type Page, today } from './draft.ts'
import { fill, textOf } from './filled.ts'
import { type Located, locate } from './place.tsx'
import { type Plan, partsOf, planFor } from './plan.ts'

/** `submission` as it was typed, which is what is sent; `done` as it is checked and matched. */
export type Ready = { ok: true; draft: Draft; submission: Submission; done: Completed; located: Located | null }
export type NotReady = { ok: false; to: string }
/** Whom it would go to, and what those ask of their own. */
export type Asking = Ready & { plan: Plan; organisations: AskedBy[]; others: Part[] }
/** NET-4: the same in a connected network. */
export type Part = { network: Network; draft: Draft; plan: Plan }

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
  if (done === 'consent' && (!consent || !isInForce(draft.network, consent.wordingId) || isWordedAnew(draft)))
    return { ok: false, to: paths.draftConsent(draft.id) }
  return { ok: true, draft, submission: filled.submission, done: filled.done, located }
}

/** With the questions of those on the list, `services` where they are settled, and the answers to them. */
export async function asking(c: Page, step: Ready, services = step.draft.body.shortlist): Promise<Asking> {
  const { draft, located } = step
  const { db } = c.var.ctx
  const [own, ...connected] = partsOf(step)
  const plan = await planFor(c, { ...own, draft: { ...draft, body: { ...draft.body, shortlist: services } } })
  const organisations = await readAskedBy(db, draft.network.id, organisationsOn(plan))
  const filled = fill(draft.network, draft.body.typed, located?.place ?? null, today(c), organisations)
  const others: Part[] = []
  const asked: Asked[] = []
  for (const part of connected) {
    const { network } = part.draft
    const theirs = await planFor(c, part)
    others.push({ network, draft: part.draft, plan: theirs })
    const asking = await readAskedBy(db, network.id, organisationsOn(theirs))
    asked.push({ asking: asking.map(one => ({ ...one, networkId: network.id })), facts: part.done.facts })
  }
  const done = withAsked(filled.done ?? step.done, step.submission, asked)
  return { ...step, done, plan, organisations: [...organisations, ...asked.flatMap(one => one.asking)], others }
}

type Asked = { asking: AskedBy[]; facts: Completed['facts'] }

/** With what organisations on the lists of connected networks ask; one that is on both lists asks both. */
function withAsked(done: Completed, { organisationAnswers }: Submission, asked: readonly Asked[]): Completed {
  const own = new Map(done.own)
  const errors = [...done.errors]
  for (const { asking, facts } of asked)
    for (const [id, walked] of walkAll(asking, organisationAnswers, facts)) {
      const here = own.get(id)
      own.set(id, here ? { ...here, asked: [...here.asked, ...walked.asked] } : walked)
      errors.push(...walked.errors)
    }
  return { ...done, own, errors }
}

function organisationsOn({ listed }: Plan): string[] {
  return listed.map(({ organisationId }) => organisationId)
}

/** As far as asking for consent, or as checking: with every organisation's questions shown, and answered as far as they must be. */
export async function readyToAgree(c: Page, done: 'details' | 'consent'): Promise<Asking | NotReady> {
  const step = await ready(c, done)
  if (!step.ok) return step
  const { consent, heard = {} } = step.draft.body
  const asked = await asking(c, step, done === 'consent' ? (consent?.services ?? []) : step.draft.body.shortlist)
  const isNew = asked.organisations.some(one => heard[askedKey(one)] !== one.version)
  if (isNew) return { ok: false, to: paths.draftQuestions(step.draft.id) }
  if (asked.done.errors.length > 0) return { ok: false, to: `${paths.draftQuestions(step.draft.id)}?look=again` }
  return asked
}

/** Another network has changed its wording since the person agreed. */
function isWordedAnew({ connected, body }: Draft): boolean {
  const seen = Object.entries(body.consent?.connected ?? {})
  return seen.some(([id, { wordingId }]) => !connected.some(one => one.id === id && isInForce(one, wordingId)))
}
