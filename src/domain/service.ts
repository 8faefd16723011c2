/** What an organisation offers, and whom it is there for. */
import { z } from 'zod'

/** Both ends included; null where there is none. */
const between = (most: number, disorder: string) =>
  z
    .strictObject({ from: z.int().min(0).max(most).nullable(), to: z.int().min(0).max(most).nullable() })
    .refine(({ from, to }) => from === null || to === null || from <= to, { error: disorder })
export type Between = { from: number | null; to: number | null }

/** The most that a demographic of the kind number can be. */
export const mostCounted = 999_999

/** Ages in whole years; numbers and groups by demographic key. Left out means everyone. */
export const restrictions = z.strictObject({
  ages: between(130, 'ages_order').optional(),
  numbers: z.record(z.string().max(40), between(mostCounted, 'numbers_order')).optional(),
  groups: z.record(z.string().max(40), z.array(z.string().max(40)).min(1).max(60)).optional(),
})
export type Restrictions = z.infer<typeof restrictions>

/** The first restriction that the network cannot mean, by its path: no such demographic, not of that kind, no such group. */
export function strayRestriction(
  { numbers = {}, groups = {} }: Restrictions,
  demographics: readonly { key: string; kind: string; options: readonly { key: string }[] }[],
): string | null {
  const find = (key: string) => demographics.find(one => one.key === key)
  const number = Object.keys(numbers).find(key => find(key)?.kind !== 'number')
  if (number !== undefined) return `numbers.${number}`
  const group = Object.entries(groups).find(([key, allowed]) => {
    const { options = [] } = find(key) ?? {}
    return !allowed.every(one => options.some(option => option.key === one))
  })
  return group ? `groups.${group[0]}` : null
}

/** What is known of a person that services may restrict by. Several groups where a person has several; a number as it was typed. */
export type Facts = { age: number | null; groups: Readonly<Record<string, readonly string[]>> }

export type Fit = { fit: 'yes' | 'check' | 'no' } & (
  | ({ code: 'age' } & Between)
  | ({ code: 'number'; demographic: string } & Between)
  | { code: 'group'; demographic: string; groups: readonly string[] }
)

/** One verdict per restriction. Unknown never excludes: it is for the service to check. */
export function fits({ ages, numbers, groups }: Restrictions, facts: Facts): Fit[] {
  const verdicts: Fit[] = []
  if (ages && isBound(ages)) verdicts.push({ fit: lies(ages, facts.age), code: 'age', ...ages })
  for (const [demographic, bounds] of Object.entries(numbers ?? {})) {
    const [typed = ''] = facts.groups[demographic] ?? []
    const known = /^\d{1,6}$/.test(typed) ? Number(typed) : null
    if (isBound(bounds)) verdicts.push({ fit: lies(bounds, known), code: 'number', demographic, ...bounds })
  }
  for (const [demographic, allowed] of Object.entries(groups ?? {})) {
    const known = facts.groups[demographic]
    const fit = !known || known.length === 0 ? 'check' : known.some(group => allowed.includes(group)) ? 'yes' : 'no'
    verdicts.push({ fit, code: 'group', demographic, groups: allowed })
  }
  return verdicts
}

function isBound({ from, to }: Between): boolean {
  return from !== null || to !== null
}

function lies({ from, to }: Between, known: number | null): Fit['fit'] {
  if (known === null) return 'check'
  return (from === null || known >= from) && (to === null || known <= to) ? 'yes' : 'no'
}

/** Capacity − cases − waiting; a waiting referral holds a place softly. Null: unlimited. */
export function roomIn({ capacity, cases, waiting }: Load): number | null {
  return capacity === null ? null : capacity - cases - waiting
}
export type Load = { capacity: number | null; cases: number; waiting: number }
