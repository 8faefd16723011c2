/** One change to the draft of a network's form (FORM-1, FORM-5). The first begins the draft; what is published never changes. */
import { createHash } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { readWorkingForm, saveFormDraft, type WorkingForm } from '../db/forms.ts'
import type { DB } from '../db/schema.ts'
import { lockSettings } from '../db/settings.ts'
import { faultsOf } from '../domain/editing/edit-questions.ts'
import { alignParts } from '../domain/editing/fields.ts'
import { type FormDefinition, readForm } from '../domain/form.ts'
import { editForm, type FormEdit, subjectOf } from '../domain/form-edit.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

/** Returns the id of the question or section concerned. `seen`: `formMark` of it, as the page was opened with; null where it does not matter. */
export function keepFormDraft(
  ctx: ActingContext,
  networkId: string,
  edit: FormEdit,
  seen: string | null,
): Promise<string> {
  return changingForm(ctx, networkId, async (trx, { form }) => {
    if (seen !== null && formMark(subjectOf(form, edit)) !== seen) throw changedMeanwhile()
    const edited = editForm(form, edit)
    await saveFormDraft(trx, { networkId, definition: readForm(edited.form), ...stampOf(ctx) })
    await recordChange(trx, ctx, networkId, { did: edit.did, id: edited.id })
    return edited.id
  })
}

/** The draft as a client has it, whole; returns its version. It may still have problems, but no question that hangs on what is not before it. */
export function replaceFormDraft(
  ctx: ActingContext,
  networkId: string,
  definition: FormDefinition,
  seen: string | null,
): Promise<number> {
  return changingForm(ctx, networkId, async (trx, { form }) => {
    if (seen !== null) requireSeen(form, seen)
    const errors = faultsOf(definition).map(({ at, code }) => ({ field: `definition.${at}`, code }))
    if (errors.length > 0) throw new Problem('invalid', 'Some questions lean on what is not before them.', {}, errors)
    const whole = alignParts(definition)
    const version = await saveFormDraft(trx, { networkId, definition: whole, ...stampOf(ctx) })
    await recordChange(trx, ctx, networkId, { did: 'replace', version })
    return version
  })
}

/** Everything that coordinators do to the form, one at a time. */
export function changingForm<T>(
  ctx: ActingContext,
  networkId: string,
  work: (trx: Transaction<DB>, working: WorkingForm) => Promise<T>,
): Promise<T> {
  requireCoordinator(ctx, networkId, 'keepForms')
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    return work(trx, await readWorkingForm(trx, networkId))
  })
}

export function recordChange(
  trx: Transaction<DB>,
  ctx: ActingContext,
  networkId: string,
  codes: Record<string, unknown>,
) {
  const event = eventBy(ctx, { action: 'keepForm', networkId, codes: { part: 'form', ...codes } })
  return recordEvents(trx, ctx.now(), [event])
}

export function stampOf({ actor, now }: ActingContext): { userId: string; at: Date } {
  return { userId: actor.userId, at: now() }
}

/** Changes with what it is made of: of a question, a section, a field or the whole form. */
export function formMark(subject: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(subject ?? null))
    .digest('hex')
    .slice(0, 16)
}

export function requireSeen(form: FormDefinition, seen: string): void {
  if (formMark(form) !== seen) throw changedMeanwhile()
}

export function changedMeanwhile(): Problem {
  return new Problem('conflict', 'Somebody else changed the form while this page was open.')
}
