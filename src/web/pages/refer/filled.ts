/** From what was typed to a submission, or every field at fault at once, in the order of the form. */
import type { Network } from '../../../db/networks.ts'
import type { Place } from '../../../domain/area.ts'
import { type Completed, complete, inFormOrder } from '../../../domain/completing.ts'
import { isOutside } from '../../../domain/network.ts'
import type { AskedBy } from '../../../domain/own-questions.ts'
import { parsePostcode } from '../../../domain/postcode.ts'
import { type FieldError, type Submission, submission } from '../../../domain/submission.ts'
import type { Key, T } from '../../../words/index.ts'
import { read, wordErrors } from '../../forms.ts'
import type { FormErrors } from '../../ui/context.tsx'
import type { Typed } from './draft.ts'

/** `submission` is what was typed, to be sent; `done` what becomes of it. Where something is wrong `done` is of the rest. */
export type Filled =
  | { ok: true; submission: Submission; done: Completed }
  | { ok: false; errors: FieldError[]; done: Completed | null }

/** `asking`: organisations on the shortlist with questions of their own. */
export function fill(
  network: Network,
  typed: Typed,
  place: Place | null,
  today: string,
  asking: readonly AskedBy[] = [],
): Filled {
  const form = read(submission, asForm(settle(network, typed)))
  const wrong = [...(form.ok ? [] : form.errors), ...strayAnswers(typed)]
  const rest = form.ok ? form.value : withoutWrong(network, typed, wrong)
  const done = rest && complete(network, rest, today, asking)
  const isStopped = network.settings.outsideArea === 'stop' && isOutside(network.authorities, place)
  const outside = isStopped ? [{ field: 'address.postcode', code: 'outside' }] : []
  const errors = inFormOrder(network.form, [...wrong, ...(done?.errors ?? []), ...outside])
  if (form.ok && done && errors.length === 0) return { ok: true, submission: form.value, done }
  return { ok: false, errors, done }
}

/** Answers that decide who is suggested; when they change, consent is asked again. */
export function bearing(typed: Typed): string {
  const names = Object.keys(typed).filter(name => /^(details\.demographics|answers)\./.test(name))
  return JSON.stringify(
    ['needs', 'address.postcode', 'person.dateOfBirth', ...names.sort()].map(name => [typed[name] ?? ''].flat().sort()),
  )
}

export function textOf(typed: Typed, name: string): string {
  return String([typed[name] ?? ''].flat()[0] ?? '')
}

export function textsOf(typed: Typed, name: string): string[] {
  return [typed[name] ?? []].flat().filter(text => text !== '')
}

export function wordFormErrors(t: T, errors: readonly FieldError[], typed: Typed): FormErrors {
  const worded = wordErrors(t, errors, own)
  const parsed = parsePostcode(textOf(typed, 'address.postcode'))
  const meant = parsed.kind === 'invalid' ? parsed.suggestion : null
  if (!meant || !worded['address.postcode']) return worded
  return { ...worded, 'address.postcode': t('form.error.postcodeMeant', { postcode: meant }) }
}

const own = {
  'person.firstName.required': 'form.error.firstName',
  'person.lastName.required': 'form.error.lastName',
  'person.dateOfBirth.required': 'form.error.dateOfBirth',
  'address.postcode.required': 'form.error.postcodeMissing',
  'address.postcode.outside': 'form.error.outside',
  'needs.needs': 'form.error.needs',
  'needs.required': 'form.error.needs',
  'needs.too_many': 'form.error.needsMany',
  'circumstances.required': 'form.error.circumstances',
  'source.email.email': 'form.error.sourceEmail',
  'safeContact.channels.safe_contact': 'form.error.safeContact',
  'safeContact.channels.safe_none': 'form.error.safeNone',
} as const satisfies Record<string, Key>

/**
 * "None of these" is an empty list of channels; where nothing was said of safety there is no record, so that it is asked.
 * Needs that the network has retired since are no answer.
 */
function settle({ categories }: Network, typed: Typed): Typed {
  const needs = textsOf(typed, 'needs').filter(id => categories.get(id)?.retired === false)
  const channels = textsOf(typed, 'safeContact.channels')
  const kept = Object.entries(typed).filter(([name]) => channels.length > 0 || !name.startsWith('safeContact.'))
  const safe = channels.length > 0 && { 'safeContact.channels': channels.filter(channel => channel !== 'none') }
  return { ...Object.fromEntries(kept), ...safe, needs }
}

function strayAnswers(typed: Typed): FieldError[] {
  const channels = textsOf(typed, 'safeContact.channels')
  const isBoth = channels.includes('none') && channels.length > 1
  return isBoth ? [{ field: 'safeContact.channels', code: 'safe_none' }] : []
}

/** The rest of a form that has faults, so that what is missing is told in the same breath. */
function withoutWrong(network: Network, typed: Typed, wrong: readonly FieldError[]): Submission | null {
  const fields = wrong.map(({ field }) => field)
  const kept = Object.entries(settle(network, typed)).filter(([name]) => !fields.some(field => field === name))
  const form = read(submission, asForm(Object.fromEntries(kept)))
  if (!form.ok) return null
  return form.value
}

function asForm(typed: Typed): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) for (const text of [value].flat()) form.append(name, text)
  // Without a single channel the list would be absent, and absence means that it was not asked.
  if (Array.isArray(typed['safeContact.channels']) && typed['safeContact.channels'].length === 0)
    form.append('safeContact.channels', '')
  return form
}
