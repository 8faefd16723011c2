/** How a file's columns become services: our field to a column's name, to several, or to a constant. */
import { z } from 'zod'
import { Problem } from '../domain/problem.ts'

const source = z.union([z.string().min(1), z.array(z.string().min(1)).min(1), z.strictObject({ const: z.string() })])

/** Several columns are joined by line breaks. `contact` is an email or a phone number, whichever it looks like. */
export const mapping = z.strictObject({
  /** Names the file's publisher, so that next year's file changes the same services. Left out: the file's name. */
  source: z.string().min(1).optional(),
  key: source.optional(),
  name: source,
  organisation: source.optional(),
  category: source,
  description: source.optional(),
  openingTimes: source.optional(),
  address1: source.optional(),
  address2: source.optional(),
  city: source.optional(),
  postcode: source.optional(),
  accessibility: source.optional(),
  phone: source.optional(),
  email: source.optional(),
  contact: source.optional(),
  website: source.optional(),
  capacity: source.optional(),
  /** everywhere, network, GSS codes, outward codes or "radius 5000", by what the value looks like. */
  catchment: source.optional(),
})
export type Mapping = z.infer<typeof mapping>
export type Field = Exclude<keyof Mapping, 'source'>
export type Row = Readonly<Record<string, string>>

export function readMapping(text: string): Mapping {
  const parsed = mapping.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'mapping'}: ${message}`)
  throw new Problem('invalid', `The mapping cannot be used. ${faults.join('; ')}`, { field: 'mapping' })
}

/** A Problem that names every column that the file has not. */
export function checkColumns(mapping: Mapping, columns: readonly string[]): void {
  const wanted = Object.entries(mapping).flatMap(([field, from]) => (field === 'source' ? [] : columnsOf(from)))
  const missing = wanted.filter(column => !columns.includes(column))
  if (missing.length === 0) return
  throw new Problem('invalid', `The file has no column ${[...new Set(missing)].join(', ')}.`, { field: 'mapping' })
}

export function readField(mapping: Mapping, field: Field, row: Row): string {
  const from = mapping[field]
  if (from === undefined) return ''
  if (typeof from === 'object' && 'const' in from) return from.const
  return columnsOf(from)
    .map(column => row[column]?.trim() ?? '')
    .filter(Boolean)
    .join('\n')
}

function columnsOf(from: z.infer<typeof source> | undefined): string[] {
  if (typeof from === 'string') return [from]
  return Array.isArray(from) ? from : []
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
