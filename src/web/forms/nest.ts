/** Builds the object that a schema expects out of flat names with dots. */
import type { z } from 'zod'

type Flat = Readonly<Record<string, unknown>>
type Def = z.core.$ZodTypeDef & {
  innerType?: z.ZodType
  in?: z.ZodType
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  valueType?: z.ZodType
  options?: readonly z.ZodType[]
}

export function nest(schema: z.ZodType, flat: Flat): unknown {
  return build(schema, flat, '')
}

function build(schema: z.ZodType, flat: Flat, name: string): unknown {
  const { type, ...def } = schema._zod.def as Def
  switch (type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return blankIsNothing(def, flat, name)
    case 'nullable':
      return blankIsNothing(def, flat, name) ?? null
    case 'pipe':
      return def.in && build(def.in, flat, name)
    case 'readonly':
      return def.innerType && build(def.innerType, flat, name)
    case 'object':
      return buildObject(def.shape ?? {}, flat, name)
    case 'record':
      return def.valueType && buildRecord(def.valueType, flat, name)
    case 'array':
      return def.element && buildList(def.element, flat, name)
    case 'union':
      return buildUnion(def.options ?? [], flat, name)
    case 'boolean':
      return ['on', 'true', 'yes', '1'].includes(String(flat[name]))
    case 'number':
      return asNumber(flat[name])
    case 'literal':
      return asLiteral(schema, flat[name])
    default:
      return flat[name]
  }
}

/** An input left blank for something that may be left out. */
function blankIsNothing({ innerType }: Partial<Def>, flat: Flat, name: string): unknown {
  if (!innerType || !isPosted(flat, name) || flat[name] === '') return undefined
  return build(innerType, flat, name)
}

function isPosted(flat: Flat, name: string): boolean {
  return name in flat || partsUnder(flat, name).length > 0
}

/** Names that the schema does not know stay, for it to refuse. */
function buildObject(shape: Record<string, z.ZodType>, flat: Flat, name: string) {
  const known = Object.entries(shape).map(([key, part]) => [key, build(part, flat, join(name, key))] as const)
  const unknown = partsUnder(flat, name).filter(key => !Object.hasOwn(shape, key))
  const strays = unknown.map(key => [key, flat[join(name, key)] ?? ''] as const)
  return Object.fromEntries([...known, ...strays].filter(([, value]) => value !== undefined))
}

function buildRecord(part: z.ZodType, flat: Flat, name: string) {
  return Object.fromEntries(partsUnder(flat, name).map(key => [key, build(part, flat, join(name, key))]))
}

/** `needs` repeated, or `visits.0.day`, `visits.1.day`, in the order of their numbers. */
function buildList(element: z.ZodType, flat: Flat, name: string): unknown[] {
  const numbered = partsUnder(flat, name).filter(key => /^\d{1,4}$/.test(key))
  if (numbered.length > 0)
    return numbered.sort((a, b) => Number(a) - Number(b)).map(key => build(element, flat, join(name, key)))
  const texts = flat[name] === undefined || flat[name] === '' ? [] : [flat[name]].flat()
  return texts.map(text => build(element, { text }, 'text'))
}

function buildUnion(options: readonly z.ZodType[], flat: Flat, name: string): unknown {
  const attempts = options.map(option => ({ option, value: build(option, flat, name) }))
  const fits = attempts.find(({ option, value }) => option.safeParse(value).success)
  return (fits ?? attempts.at(-1))?.value
}

/** Left as typed where it is none, for the schema to refuse. */
function asNumber(text: unknown): unknown {
  const plain = String(text ?? '').replaceAll(/[\s,]/g, '')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : text
}

function asLiteral(schema: z.ZodType, text: unknown): unknown {
  const values = (schema._zod.def as unknown as { values: readonly unknown[] }).values
  if (values.includes(true) && text === 'on') return true
  return values.find(value => String(value) === text) ?? text
}

/** The keys right below a name: 'person' has firstName where 'person.firstName' was posted. */
function partsUnder(flat: Flat, name: string): string[] {
  const names = Object.keys(flat)
  const below =
    name === '' ? names : names.filter(one => one.startsWith(`${name}.`)).map(one => one.slice(name.length + 1))
  return [...new Set(below.map(one => one.split('.')[0] ?? ''))]
}

function join(name: string, key: string): string {
  return name === '' ? key : `${name}.${key}`
}
