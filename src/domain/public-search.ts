/** What anybody may ask of a public directory, and which services meet it. Places and words are asked for apart: they travel sealed. */
import { z } from 'zod'
import { type Hours, isOpen } from './hours.ts'
import { fits, type Restrictions } from './service.ts'
import { type Way, ways } from './service-sections.ts'

/** `words` and `place` as they were typed. */
export const typedSearch = z.object({
  words: z.string().trim().max(200, { error: 'too_long' }).default(''),
  place: z.string().trim().max(80, { error: 'too_long' }).default(''),
})
export type TypedSearch = z.infer<typeof typedSearch>

/** Of a demographic of the network, one option. */
export type Circumstance = { demographic: string; option: string }
/** Everything but words and place; all of it together narrows. */
export type PublicCriteria = {
  need?: string | undefined
  open?: boolean
  /** 1 is Monday. */
  day?: number | undefined
  how?: readonly Way[]
  who?: Circumstance | undefined
  age?: number | undefined
}

type Sought = { hours: Hours; ways: readonly string[]; restrictions: Restrictions }

/** `at`: when “now” is. The need is for who knows the tree of categories. */
export function meetsCriteria(service: Sought, { open, day, how = [], who, age }: PublicCriteria, at: Date): boolean {
  if (day && !service.hours.spans.some(({ weekday }) => weekday === day)) return false
  if (how.length > 0 && !how.some(way => service.ways.includes(way))) return false
  if (!suits(service.restrictions, who, age)) return false
  return !open || isOpen(service.hours, at)
}

/** Made for them: not only open to them. */
export function isEspeciallyFor({ groups = {} }: Restrictions, who: Circumstance | undefined): boolean {
  return who !== undefined && (groups[who.demographic] ?? []).includes(who.option)
}

/** What nobody said rules nothing out. */
function suits(restrictions: Restrictions, who: Circumstance | undefined, age: number | undefined): boolean {
  const groups = who ? { [who.demographic]: [who.option] } : {}
  return fits(restrictions, { age: age ?? null, groups }).every(({ fit }) => fit !== 'no')
}

/** The circumstances that some service is made for: once for each directory, since every page of it asks. */
export function circumstancesIn(services: readonly Pick<Sought, 'restrictions'>[]): readonly Circumstance[] {
  const made = known.get(services) ?? [...circumstancesOf(services)]
  known.set(services, made)
  return made
}

const known = new WeakMap<readonly Pick<Sought, 'restrictions'>[], readonly Circumstance[]>()

function circumstancesOf(services: readonly Pick<Sought, 'restrictions'>[]) {
  const found = new Map<string, Circumstance>()
  for (const { restrictions } of services)
    for (const [demographic, options] of Object.entries(restrictions.groups ?? {}))
      for (const option of options) found.set(`${demographic}.${option}`, { demographic, option })
  return found.values()
}

export function waysIn(services: readonly Pick<Sought, 'ways'>[]): Way[] {
  return ways.filter(way => services.some(one => one.ways.includes(way)))
}
