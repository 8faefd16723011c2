/** What an organisation offers, and whom it is there for. */
import { z } from 'zod'

/** Ages in whole years, both ends included; groups by demographic key. Left out means everyone. */
export const restrictions = z.strictObject({
  ages: z
    .strictObject({ from: z.int().min(0).max(130).nullable(), to: z.int().min(0).max(130).nullable() })
    .refine(({ from, to }) => from === null || to === null || from <= to, { error: 'ages_order' })
    .optional(),
  groups: z.record(z.string().max(40), z.array(z.string().max(40)).min(1).max(60)).optional(),
})
export type Restrictions = z.infer<typeof restrictions>

/** What is known of a person that services may restrict by. Several groups where a person has several. */
export type Facts = { age: number | null; groups: Readonly<Record<string, readonly string[]>> }

export type Fit =
  | { fit: 'yes' | 'check' | 'no'; code: 'age'; from: number | null; to: number | null }
  | { fit: 'yes' | 'check' | 'no'; code: 'group'; demographic: string; groups: readonly string[] }

/** One verdict per restriction. Unknown never excludes: it is for the service to check. */
export function fits({ ages, groups }: Restrictions, facts: Facts): Fit[] {
  const verdicts: Fit[] = []
  if (ages && (ages.from !== null || ages.to !== null))
    verdicts.push({ fit: fitsAge(ages, facts.age), code: 'age', from: ages.from, to: ages.to })
  for (const [demographic, allowed] of Object.entries(groups ?? {})) {
    const known = facts.groups[demographic]
    const fit = !known || known.length === 0 ? 'check' : known.some(group => allowed.includes(group)) ? 'yes' : 'no'
    verdicts.push({ fit, code: 'group', demographic, groups: allowed })
  }
  return verdicts
}

function fitsAge({ from, to }: { from: number | null; to: number | null }, age: number | null): Fit['fit'] {
  if (age === null) return 'check'
  return (from === null || age >= from) && (to === null || age <= to) ? 'yes' : 'no'
}

/** Capacity − cases − waiting; a waiting referral holds a place softly. Null: unlimited. */
export function roomIn({ capacity, cases, waiting }: Load): number | null {
  return capacity === null ? null : capacity - cases - waiting
}
export type Load = { capacity: number | null; cases: number; waiting: number }
