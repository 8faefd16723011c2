/** Whom a service is for, as a form has it: two ages, two ends of each number, and a list of boxes for each other demographic of the network. */
import type { Demographic, Network } from '../../../db/networks.ts'
import { type Restrictions, restrictions as schema } from '../../../domain/service.ts'
import type { FieldError } from '../../forms.ts'
import type { FormValues } from '../../ui/context.tsx'

export const groupField = (key: string) => `group.${key}`
export const numberField = (key: string) => `numbers.${key}`

/** Those that have something to choose from. */
export function restrictable({ demographics }: Pick<Network, 'demographics'>): Demographic[] {
  return demographics.filter(({ kind, options }) => (kind === 'single' || kind === 'several') && options.length > 0)
}

/** Those that are a number, of which a service may name the least and the most. */
export function countable({ demographics }: Pick<Network, 'demographics'>): Demographic[] {
  return demographics.filter(({ kind }) => kind === 'number')
}

export function hasAges({ demographics }: Pick<Network, 'demographics'>): boolean {
  return demographics.some(({ kind }) => kind === 'age')
}

export function valuesOf({ ages, numbers = {}, groups = {} }: Restrictions): FormValues {
  const boxes = Object.entries(groups).map(([key, allowed]) => [groupField(key), allowed])
  const counted = Object.entries(numbers).flatMap(([key, { from, to }]) => [
    [`${numberField(key)}.from`, from ?? ''],
    [`${numberField(key)}.to`, to ?? ''],
  ])
  const rest = Object.fromEntries([...boxes, ...counted])
  return { 'ages.from': ages?.from ?? '', 'ages.to': ages?.to ?? '', ...rest }
}

export type Read = { ok: true; value: Restrictions } | { ok: false; errors: FieldError[]; typed: FormValues }

/** Nothing chosen in a demographic: everyone. */
export function readRestrictions(network: Pick<Network, 'demographics'>, form: FormData): Read {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const ages = { from: numberOf(text('ages.from')), to: numberOf(text('ages.to')) }
  const counted = countable(network).map(({ key }) => {
    const [from, to] = [text(`${numberField(key)}.from`), text(`${numberField(key)}.to`)]
    return { key, bounds: { from: numberOf(from), to: numberOf(to) }, typed: { from, to } }
  })
  const numbers = counted.flatMap(({ key, bounds }) =>
    bounds.from !== null || bounds.to !== null ? [[key, bounds] as const] : [],
  )
  const groups = restrictable(network).flatMap(({ key, options }) => {
    const chosen = form.getAll(groupField(key)).map(String)
    const known = options.filter(option => chosen.includes(option.key)).map(option => option.key)
    return known.length > 0 ? [[key, known] as const] : []
  })
  const value = {
    ...((ages.from !== null || ages.to !== null) && { ages }),
    ...(numbers.length > 0 && { numbers: Object.fromEntries(numbers) }),
    ...(groups.length > 0 && { groups: Object.fromEntries(groups) }),
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const typed = {
    ...valuesOf({ groups: Object.fromEntries(groups) }),
    ...Object.fromEntries(
      counted.flatMap(({ key, typed: { from, to } }) => [
        [`${numberField(key)}.from`, from],
        [`${numberField(key)}.to`, to],
      ]),
    ),
    'ages.from': text('ages.from'),
    'ages.to': text('ages.to'),
  }
  return { ok: false, errors: parsed.error.issues.map(errorOf), typed }
}

function errorOf({ path, message }: { path: PropertyKey[]; message: string }): FieldError {
  const [part, key, end] = path.map(String)
  if (part === 'numbers' && key)
    return message === 'numbers_order'
      ? { field: `${numberField(key)}.to`, code: message }
      : { field: `${numberField(key)}.${end}`, code: 'count' }
  if (message === 'ages_order') return { field: 'ages.to', code: 'ages_order' }
  return { field: path.at(-1) === 'to' ? 'ages.to' : 'ages.from', code: 'age' }
}

/** Blank is no limit; what is no number is left for the schema to refuse. */
function numberOf(text: string): number | null {
  return text === '' ? null : Number(text.replaceAll(/[\s,]/g, ''))
}
