/** What differs between two versions of a form, ready to be put into words: nothing here is a sentence. */

import type { z } from 'zod'
import { type FieldName, type FormDefinition, fieldsInOrder, partsInOrder, type Shown } from './form.ts'
import type { FormSection, Question, words } from './questions/types.ts'

export const questionParts = [
  'label',
  'help',
  'kind',
  'required',
  'options',
  'bounds',
  'section',
  'condition',
  'effects',
] as const
export type QuestionPart = (typeof questionParts)[number]
export const fieldParts = ['show', 'label', 'help', 'list'] as const
export type FieldPart = (typeof fieldParts)[number]

/** A standard field or a demographic as one version asks it. */
export type AskedField = {
  show: Shown
  label?: Partial<z.infer<typeof words>> | undefined
  help?: Partial<z.infer<typeof words>> | undefined
  list?: Question['options'] | undefined
}

export type FormChange =
  | { of: 'field'; name: FieldName; parts: FieldPart[]; was: AskedField; now: AskedField }
  | { of: 'order' }
  | { of: 'hint'; was: number; now: number }
  | { of: 'section'; id: string; change: Change; was: FormSection | null; now: FormSection | null }
  | { of: 'question'; id: string; change: Change; parts: QuestionPart[]; was: Question | null; now: Question | null }
type Change = 'added' | 'removed' | 'changed' | 'moved'

/** Fields and demographics first, then sections and questions in the order in which they are met now. */
export function differenceOf(was: FormDefinition, now: FormDefinition): FormChange[] {
  return [
    ...fieldChanges(was, now),
    ...(orderChanged(was, now) ? [{ of: 'order' as const }] : []),
    ...(was.circumstancesHint === now.circumstancesHint
      ? []
      : [{ of: 'hint' as const, was: was.circumstancesHint, now: now.circumstancesHint }]),
    ...listed(was.sections, now.sections).map(change => ({ of: 'section' as const, ...change })),
    ...questionChanges(was.questions, now.questions),
  ]
}

function fieldChanges(was: FormDefinition, now: FormDefinition): FormChange[] {
  const names = [...new Set([...fieldsInOrder(now), ...fieldsInOrder(was)].map(({ name }) => name))]
  return names.flatMap((name): FormChange[] => {
    const [before, after] = [fieldOf(was, name), fieldOf(now, name)]
    const parts = fieldParts.filter(part => !same(before[part], after[part]))
    return parts.length > 0 ? [{ of: 'field', name, parts, was: before, now: after }] : []
  })
}

const notAsked: AskedField = { show: 'off' }

export function fieldOf({ fields, demographics }: FormDefinition, name: FieldName): AskedField {
  const standard: Readonly<Record<string, AskedField | undefined>> = fields
  return standard[name] ?? demographics.find(({ key }) => name === `details.demographics.${key}`) ?? notAsked
}

/** Of what both have; what came or went is told as such. */
function orderChanged(was: FormDefinition, now: FormDefinition): boolean {
  const names = (form: FormDefinition) => [...fieldsInOrder(form).map(({ name }) => name), ...partsInOrder(form)]
  const [before, after] = [names(was), names(now)]
  return !same(
    before.filter(name => after.includes(name)),
    after.filter(name => before.includes(name)),
  )
}

function questionChanges(was: readonly Question[], now: readonly Question[]): FormChange[] {
  return listed(was, now).map(change => ({ of: 'question', ...change, parts: partsOf(change.was, change.now) }))
}

const partOf: Readonly<Record<QuestionPart, (question: Question) => unknown>> = {
  label: ({ label }) => label,
  help: ({ help }) => help,
  kind: ({ kind }) => kind,
  required: ({ required }) => required,
  options: ({ options }) => options,
  bounds: ({ least, most }) => [least, most],
  section: ({ section }) => section,
  condition: ({ enableWhen }) => enableWhen,
  effects: ({ effects }) => effects,
}

function partsOf(was: Question | null, now: Question | null): QuestionPart[] {
  if (!was || !now) return []
  return questionParts.filter(part => !same(partOf[part](was), partOf[part](now)))
}

type Listed<T> = { id: string; change: Change; was: T | null; now: T | null }

/** What is gone stands where the rest begins; of those that changed places, as few as explain it. */
function listed<T extends { id: string }>(was: readonly T[], now: readonly T[]): Listed<T>[] {
  const before = new Map(was.map(one => [one.id, one]))
  const after = new Set(now.map(({ id }) => id))
  const stayed = stayingIn(
    was.map(({ id }) => id).filter(id => after.has(id)),
    now.map(({ id }) => id).filter(id => before.has(id)),
  )
  const gone = was
    .filter(({ id }) => !after.has(id))
    .map(one => ({ id: one.id, change: 'removed' as const, was: one, now: null }))
  const there = now.flatMap((one): Listed<T>[] => {
    const old = before.get(one.id) ?? null
    if (!old) return [{ id: one.id, change: 'added', was: null, now: one }]
    if (!same(old, one)) return [{ id: one.id, change: 'changed', was: old, now: one }]
    return stayed.has(one.id) ? [] : [{ id: one.id, change: 'moved', was: old, now: one }]
  })
  return [...gone, ...there]
}

/** The longest run that keeps its order: all others were moved around it. */
function stayingIn(was: readonly string[], now: readonly string[]): Set<string> {
  const places = now.map(id => was.indexOf(id))
  const best: number[][] = []
  for (const [at, place] of places.entries()) {
    const before = best.filter((_, index) => (places[index] ?? 0) < place)
    const longest = before.reduce<number[]>((long, run) => (run.length > long.length ? run : long), [])
    best.push([...longest, at])
  }
  const longest = best.reduce<number[]>((long, run) => (run.length > long.length ? run : long), [])
  return new Set(longest.flatMap(at => now[at] ?? []))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** The same whatever the order of the keys, and whether nothing is said or left out. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const known = Object.entries(value).filter(([, one]) => one !== undefined && one !== '')
  return Object.fromEntries(known.sort(([a], [b]) => a.localeCompare(b)).map(([key, one]) => [key, sorted(one)]))
}
