/** What may be asked of the directory. Every criterion given must match; fewer find more. */
import { z } from 'zod'

const text = z.string().trim().max(120, { error: 'too_long' }).default('')

export const directorySearch = z.strictObject({
  /** A name, a need or a place, in one. */
  words: z.string().trim().max(200, { error: 'too_long' }).default(''),
  name: text,
  category: z.uuid().optional(),
  /** A GSS code. */
  area: z.string().max(20).optional(),
  postcode: z.string().trim().max(20, { error: 'too_long' }).default(''),
  language: text,
  kind: text,
  /** 1 is Monday. */
  day: z.coerce.number().int().min(1).max(7).optional(),
  room: z.boolean().default(false),
  network: z.uuid().optional(),
})
export type DirectorySearch = z.infer<typeof directorySearch>

/** How many things were asked for. */
export function countCriteria({ network: _, ...asked }: DirectorySearch): number {
  return Object.values(asked).filter(value => value !== undefined && value !== '' && value !== false).length
}
