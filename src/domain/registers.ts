/** The lists that a network keeps in its own words. Each entry is added, changed, ordered and retired in the same way. */
import { z } from 'zod'
import { categoryIcons } from './category.ts'

export const registerNames = [
  'categories',
  'outcomes',
  'demographics',
  'facilities',
  'organisation-types',
  'decline-reasons',
  'withdraw-reasons',
  'unmet-reasons',
  'reassign-reasons',
] as const
export type RegisterName = (typeof registerNames)[number]
export type RegisterTable = 'category' | 'outcome' | 'demographic' | 'term'
export type Register = { name: RegisterName; table: RegisterTable; list: string | null }

// biome-ignore format: a table
const places: Readonly<Record<RegisterName, Omit<Register, 'name'>>> = {
  'categories':         { table: 'category', list: null },
  'outcomes':           { table: 'outcome', list: null },
  'demographics':       { table: 'demographic', list: null },
  'facilities':         { table: 'term', list: 'facility' },
  'organisation-types': { table: 'term', list: 'organisation_kind' },
  'decline-reasons':    { table: 'term', list: 'decline_reason' },
  'withdraw-reasons':   { table: 'term', list: 'withdraw_reason' },
  'unmet-reasons':      { table: 'term', list: 'unmet_reason' },
  'reassign-reasons':   { table: 'term', list: 'reassign_reason' },
}

export const reasonRegisters = ['decline-reasons', 'withdraw-reasons', 'unmet-reasons', 'reassign-reasons'] as const

export function registerOf(name: RegisterName): Register
export function registerOf(name: string): Register | null
export function registerOf(name: string): Register | null {
  const known = registerNames.find(one => one === name)
  return known ? { name: known, ...places[known] } : null
}

const words = (most: number) =>
  z
    .string({ error: 'required' })
    .trim()
    .min(1, { error: 'required' })
    .max(most, { error: 'too_long' })
    .refine(text => !/[\p{Cc}]/u.test(text), { error: 'invalid' })
const optionalId = z.uuid({ error: 'choose' }).nullable().default(null)

export const termForm = z.strictObject({ label: words(200) })
export const outcomeForm = z.strictObject({
  label: words(200),
  successful: z.enum(['yes', 'no'], { error: 'choose' }).transform(answer => answer === 'yes'),
  /** Null: offered for every kind of help. */
  categoryId: optionalId,
})
export const categoryForm = z.strictObject({
  label: words(120),
  description: z.string().trim().max(1000, { error: 'too_long' }).default(''),
  icon: z.enum(categoryIcons, { error: 'choose' }).nullable().default(null),
  /** PUB-2: whoever looks for it may have to leave the page at once. */
  sensitive: z.boolean().default(false),
  parentId: optionalId,
})
export const demographicKinds = ['single', 'several', 'number'] as const
export const newDemographic = z.strictObject({
  label: words(200),
  kind: z.enum(demographicKinds, { error: 'choose' }),
})
/** The name in the data never changes, nor does the kind: answers given lean on both. */
export const demographicForm = z.strictObject({
  label: words(200),
  options: z
    .array(z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), label: words(200), retired: z.boolean() }))
    .max(60, { error: 'too_many' }),
})
export type DemographicOption = { key: string; label: string; retired?: boolean }

/** A name for the data out of what people read: "Ethnic group" is ethnic_group; numbered where it is taken. */
export function keyFor(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 36)
  const key = plain || 'other'
  const free = [key, ...taken.map((_, at) => `${key}_${at + 2}`)].find(one => !taken.includes(one))
  return free ?? key
}

/** `list` with the one at `id` one place earlier or later; as it is at the end. */
export function shifted(list: readonly string[], id: string, by: -1 | 1): string[] {
  const from = list.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= list.length) return [...list]
  return list.with(from, list[to] ?? id).with(to, id)
}
