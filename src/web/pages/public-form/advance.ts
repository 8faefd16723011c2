/** From what one page posted to the page that follows: on, back, to a step by name, refused or sent. */
import type { Context } from 'hono'
import { refuseByLink } from '../../../actions/refuse-by-link.ts'
import { type LinkSent, sendByLink } from '../../../actions/send-by-link.ts'
import { isProblem } from '../../../domain/problem.ts'
import { type PublicStep, stepOf } from '../../../domain/public-steps.ts'
import type { PublicEnv } from '../../env.ts'
import type { FormErrors } from '../../ui/context.tsx'
import { type Agreeing, staleConsent, takeConsent } from './agreeing.ts'
import { takeAttached } from './attaching.tsx'
import type { Place } from './frame.tsx'
import { errorsOn, firstWrong, type Look, lookAt, type Part } from './look.ts'
import { endView } from './outcome.tsx'
import type { State } from './state.ts'
import { type Shown, stepView } from './step-view.tsx'
import { merged, typedOn } from './typed.ts'

export type Posted = { state: State; at: string; go: string; trap: boolean; proof: string; from: string }
type Visit = Context<PublicEnv>
/** `at`: the step, until it has ended. */
export type Answered = { view: preact.JSX.Element; title: string; errors?: FormErrors; at?: PublicStep }

export async function advance(c: Visit, place: Place, posted: Posted): Promise<Answered> {
  const before = await lookAt(c, place.entry, posted.state, needsServices(posted.at))
  const at = before.steps.find(step => step === posted.at)
  if (!at) return showStep(c, place, { ...posted, state: withSource(posted.state, place) }, before.steps[0] ?? 'person')
  const typed = merged(before, at, typedOn(before, at, c.var.form))
  const agreed = at === 'consent' ? takeConsent(before, c.var.form) : null
  const changed: State = {
    ...posted.state,
    proof: posted.proof,
    typed: withSource({ ...posted.state, typed }, place).typed,
    consent: agreed?.ok ? agreed.consent : posted.state.consent,
  }
  const step = { ...posted, state: changed }
  if (posted.go === 'back') return showStep(c, place, step, neighbour(before, at, -1) ?? at)
  if (posted.go === 'place' || posted.go === 'resume')
    return showStep(c, place, step, at, { kept: posted.go === 'resume' })
  if (posted.go === 'refuse' && at === 'consent') return refuse(c, place, before)
  if (posted.go.startsWith('to:')) return showStep(c, place, step, stepNamed(before, posted.go) ?? at)
  return forward(c, place, step, at, before, agreed)
}

/** No further than the first step at fault; the same step again where an answer has brought up more questions. */
async function forward(
  c: Visit,
  place: Place,
  posted: Posted,
  at: PublicStep,
  before: Look,
  agreed: Agreeing | null,
): Promise<Answered> {
  const after = await lookAt(c, place.entry, posted.state, true)
  if (agreed && !agreed.ok) return stepView(c, place, after, at, { errors: agreed.errors })
  if (errorsOn(after, at).length > 0) return stepView(c, place, after, at, { wrong: true })
  if (hasNewQuestions(before, after, at, seenOn(c.var.form))) return stepView(c, place, after, at, {})
  const next = neighbour(after, at, 1)
  const isLast = next === null
  const wrong = firstWrong(after, next ?? undefined)
  if (wrong) return stepView(c, place, after, wrong, { wrong: true })
  const pastConsent = after.steps.indexOf(at) >= after.steps.indexOf('check') || next === 'check'
  const why = pastConsent ? staleConsent(after) : null
  if (why) return stepView(c, place, withoutConsent(after), 'consent', { again: why })
  return isLast ? send(c, place, posted, after) : stepView(c, place, after, next, {})
}

async function send(c: Visit, place: Place, posted: Posted, look: Look): Promise<Answered> {
  const { state, filled } = look
  if (!filled.ok || !state.consent) return stepView(c, place, look, 'consent', {})
  const { how, wordingId, services, elsewhere } = state.consent
  const connected = elsewhere
    .filter(one => look.others.some(({ network }) => network.id === one.network))
    .map(one => ({ network: one.network, wordingId: one.wordingId, shortlist: one.services ?? undefined }))
  const { trap, proof, from } = posted
  const { cabinet, files, wrong } = await takeAttached(c, place)
  if (wrong.files) return stepView(c, place, look, look.steps.at(-1) ?? 'check', { files: wrong })
  try {
    const sent: LinkSent = await sendByLink(c.var.ctx, cabinet.store, {
      files,
      ...{ entry: place.entry, trap, proof, from, submissionId: state.id, submission: filled.submission },
      sending: {
        shortlist: services ?? undefined,
        consent: { given: true, how, wordingId },
        ...(connected.length > 0 && { connected }),
      },
      origin: look.self ? 'self' : place.embedded ? 'embed' : 'link',
    })
    return endView(c, place, { sent: sentOf(place, look, sent) })
  } catch (problem) {
    return wayOut(c, place, look, problem)
  }
}

function sentOf({ network }: Place, { connected, filled }: Look, sent: LinkSent) {
  const nameOf = (id: string) => [network, ...connected].find(one => one.id === id)?.name ?? ''
  const tickets = [sent, ...sent.connected].map(({ networkId, ...ticket }) => ({
    ...ticket,
    network: nameOf(networkId),
  }))
  return { held: sent.held, email: filled.done?.submission.source.email ?? '', tickets }
}

/** Whose details may be handed over: services that are listed publicly. */
function namedIn({ network, candidates }: Part) {
  return { networkId: network.id, services: candidates.filter(one => one.isNamed).map(({ serviceId }) => serviceId) }
}

/** What has changed since the last page: a service that closed leads to the list, a field at fault to its step. */
function wayOut(c: Visit, place: Place, look: Look, problem: unknown): Promise<Answered> {
  if (!isProblem(problem) || !['invalid', 'no_room'].includes(problem.code)) throw problem
  if (problem.errors.some(({ field }) => field === 'consent.wordingId'))
    return stepView(c, place, withoutConsent(look), 'consent', { again: 'wording' })
  const wrong = firstWrong(look)
  if (wrong) return stepView(c, place, look, wrong, { wrong: true })
  const { form } = look.network
  const step = look.steps.find(one =>
    problem.errors.some(({ field }) => stepOf({ form, later: look.later }, field) === one),
  )
  if (step) return stepView(c, place, look, step, { errors: problem.errors })
  return stepView(c, place, withoutConsent(look), 'services', { again: 'list' })
}

async function refuse(c: Visit, place: Place, look: Look): Promise<Answered> {
  const { state, located, parts } = look
  const refused = parts.map(({ network, needs }) => ({ networkId: network.id, needs }))
  await refuseByLink(c.var.ctx, { submissionId: state.id, parts: refused, place: located?.place ?? null })
  return endView(c, place, { refused: parts.map(namedIn) })
}

async function showStep(
  c: Visit,
  place: Place,
  posted: Posted,
  step: PublicStep,
  shown: Shown = {},
): Promise<Answered> {
  const look = await lookAt(c, place.entry, posted.state, true)
  const wrong = ['services', 'own', 'consent', 'check', 'equality'].includes(step) ? firstWrong(look, step) : null
  return stepView(c, place, look, wrong ?? (look.steps.includes(step) ? step : (look.steps[0] ?? 'person')), {
    ...shown,
    ...(wrong && { wrong: true }),
  })
}

function neighbour({ steps }: Look, at: PublicStep, by: 1 | -1): PublicStep | null {
  return steps[steps.indexOf(at) + by] ?? null
}

function stepNamed({ steps }: Look, go: string): PublicStep | null {
  return steps.find(step => go === `to:${step}`) ?? null
}

function needsServices(at: string): boolean {
  return at === 'own' || at === 'consent'
}

/** The page's script shows them at once. */
function seenOn(form: FormData): Set<string> {
  return new Set(
    String(form.get('shown') ?? '')
      .slice(0, 20_000)
      .split(' '),
  )
}

/** Questions of this step that its own answers have only now brought up, and that nobody has answered. */
function hasNewQuestions(before: Look, after: Look, at: PublicStep, seen: ReadonlySet<string>): boolean {
  return after.network.form.questions.some(
    ({ id, section }) =>
      at === `section.${section}` &&
      after.asked.has(id) &&
      !before.asked.has(id) &&
      !seen.has(id) &&
      !after.state.typed[`answers.${id}`]?.length,
  )
}

/** A partner's link says where its people work; those who refer themselves are their own source. */
function withSource(state: State, { entry }: Place): State {
  if (entry.kind !== 'self')
    return entry.organisationName
      ? { ...state, typed: { ...state.typed, 'source.organisation': entry.organisationName } }
      : state
  const { typed } = state
  const name = [typed['person.firstName'], typed['person.lastName']].flat().filter(Boolean).join(' ').slice(0, 200)
  const mayEmail = [typed['safeContact.channels'] ?? []].flat().includes('email')
  const email = mayEmail ? String([typed['person.email'] ?? ''].flat()[0]) : ''
  return { ...state, typed: { ...typed, 'source.name': name, 'source.email': email } }
}

function withoutConsent(look: Look): Look {
  return { ...look, state: { ...look.state, consent: null } }
}
