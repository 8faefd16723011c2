/** From what a browser posts to what an action's schema wants, keeping what was typed. */
import type { z } from 'zod'
import { Problem } from '../domain/problem.ts'
import type { FieldError } from '../domain/submission.ts'
import { isKey, type Key, type T } from '../words/index.ts'
import { sayRefusal } from '../words/refusals.ts'
import { nest } from './forms/nest.ts'
import type { FormErrors, FormValues } from './ui/context.tsx'

export type { FieldError } from '../domain/submission.ts'
export type Read<S extends z.ZodType> =
  | { ok: true; value: z.output<S>; typed: FormValues }
  | { ok: false; errors: FieldError[]; typed: FormValues }

/**
 * Names with dots are objects, names that repeat are lists, and the schema says what is a number or a tick.
 * `except`: names that are the page's own, such as the button pressed. Throws where a field is nobody's.
 */
export function read<S extends z.ZodType>(schema: S, form: FormData, except: readonly string[] = []): Read<S> {
  const typed = typedIn(form, except)
  const result = schema.safeParse(nest(schema, typed))
  if (result.success) return { ok: true, value: result.data, typed }
  const unknown = result.error.issues.find(issue => issue.code === 'unrecognized_keys')
  if (unknown)
    throw new Problem('invalid', 'The form had a field that does not belong to it.', { field: unknown.keys[0] ?? '' })
  return { ok: false, errors: firstOfEach(result.error.issues.map(asError)), typed }
}

/** The sentence for each field: `own` first ('person.lastName.required', or the field's name alone), else the general one. */
export function wordErrors(t: T, errors: readonly FieldError[], own: Readonly<Record<string, Key>> = {}): FormErrors {
  return Object.fromEntries(errors.map(error => [error.field, wordError(t, error, own)]))
}

/** A rule that said no about one field, as that field's error; any other Problem goes on to its own page. */
export function fieldErrorOf(t: T, problem: unknown): FormErrors {
  if (problem instanceof Problem && problem.field && problem.code === 'invalid')
    return { [problem.field]: sayRefusal(t, problem.message) }
  throw problem
}

function wordError(t: T, { field, code }: FieldError, own: Readonly<Record<string, Key>>): string {
  const say: (key: Key) => string = t as unknown as (key: Key) => string
  const general = `problem.field.${code}`
  return say(own[`${field}.${code}`] ?? own[field] ?? (isKey(general) ? general : 'problem.field.invalid'))
}

function typedIn(form: FormData, except: readonly string[]): FormValues {
  const names = [...new Set(form.keys())].filter(name => !except.includes(name))
  return Object.fromEntries(names.map(name => [name, oneOrMany(form.getAll(name).filter(isText))]))
}

function oneOrMany(texts: string[]): string | string[] {
  const [only = ''] = texts
  return texts.length > 1 ? texts : only
}

function isText(value: FormDataEntryValue): value is string {
  return typeof value === 'string'
}

function firstOfEach(errors: FieldError[]): FieldError[] {
  return errors.filter((error, at) => errors.findIndex(({ field }) => field === error.field) === at)
}

function asError(issue: z.core.$ZodIssue): FieldError {
  return { field: issue.path.join('.'), code: codeOf(issue) }
}

/** The schema's own code (`{ error: 'too_long' }`), or one for what zod found. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(_[a-z]+)*$/.test(issue.message)) return issue.message
  if (issue.code === 'too_small') return Number(issue.minimum) <= 1 ? 'required' : 'too_short'
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'invalid_type')
    return issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'required'
  return issue.code === 'invalid_value' ? 'choose' : 'invalid'
}
