/** The referral form as a network keeps it: which standard fields it asks, and what it calls them. Stored, versioned, never changed once published. */
import { z } from 'zod'
import { option, question, section } from './questions/types.ts'

/** The standard fields, in the order of the form; each lives at this path of a submission. */
export const standardFields = {
  'person.title': 'person',
  'person.firstName': 'person',
  'person.lastName': 'person',
  'person.dateOfBirth': 'person',
  'person.phone': 'contact',
  'person.email': 'contact',
  'person.preferredContact': 'contact',
  'address.line1': 'address',
  'address.line2': 'address',
  'address.town': 'address',
  'address.county': 'address',
  'address.postcode': 'address',
  'details.health': 'details',
  'details.householdSize': 'household',
  circumstances: 'circumstances',
} as const satisfies Record<string, Section>
export type StandardField = keyof typeof standardFields
export type Section = 'person' | 'contact' | 'address' | 'details' | 'household' | 'circumstances'
/** A network's demographic stands in the form under its key. */
export type FieldName = StandardField | `details.demographics.${string}`

/** The parts of the form, in their order; a network's own sections stand behind the needs unless it says otherwise. */
export const standardParts = [
  ...(['person', 'contact', 'address', 'details', 'household', 'source', 'needs', 'circumstances'] as const),
] as const
export type StandardPart = (typeof standardParts)[number]
export type PartName = StandardPart | `section.${string}`

/** Fields with a list of the network's own: what is offered, in order. A title may be typed freely beside it. */
export const listedFields = ['person.title', 'person.preferredContact'] as const satisfies readonly StandardField[]

export const shown = z.enum(['off', 'optional', 'required'])
const words = z.strictObject({ en: z.string().max(500), cy: z.string().max(500).optional() })
const field = z.strictObject({ show: shown, label: words.optional(), help: words.optional() })
const name = z.string().max(80)

export const formDefinition = z.strictObject({
  fields: z.partialRecord(
    z.enum(Object.keys(standardFields) as [StandardField, ...StandardField[]]),
    field.extend({ list: z.array(option).max(40).optional() }),
  ),
  /** The network's own demographics that it asks, by key, in order. */
  demographics: z.array(field.extend({ key: z.string().max(40) })).max(60),
  /** Below this many characters a soft warning asks for more (FORM-7); it never stops sending. */
  circumstancesHint: z.int().min(0).max(2000).default(100),
  /** Names of fields, within their parts, in the order of the network; those that it does not name come behind, as they always do. */
  order: z.array(name).max(120).default([]),
  /** Names of parts, likewise: 'person', 'section.<id>'. A section that it does not name stands behind the needs. */
  parts: z.array(name).max(80).default([]),
  /** FORM-5: the network's own questions, in order, and the sections that they stand in. */
  sections: z.array(section).max(40).default([]),
  questions: z.array(question).max(200).default([]),
})
export type FormDefinition = z.infer<typeof formDefinition>
export type Shown = z.infer<typeof shown>

/** What the form asks where a network has not said otherwise. */
export const defaultForm: FormDefinition = {
  fields: {
    'person.title': { show: 'off' },
    'person.firstName': { show: 'required' },
    'person.lastName': { show: 'required' },
    'person.dateOfBirth': { show: 'optional' },
    'person.phone': { show: 'optional' },
    'person.email': { show: 'optional' },
    'person.preferredContact': { show: 'optional' },
    'address.line1': { show: 'optional' },
    'address.line2': { show: 'optional' },
    'address.town': { show: 'optional' },
    'address.county': { show: 'off' },
    'address.postcode': { show: 'required' },
    'details.health': { show: 'optional' },
    'details.householdSize': { show: 'optional' },
    circumstances: { show: 'optional' },
  },
  demographics: [],
  circumstancesHint: 100,
  order: [],
  parts: [],
  sections: [],
  questions: [],
}

export function shownAs({ fields, demographics }: FormDefinition, name: FieldName): Shown {
  if (isStandard(name)) return fields[name]?.show ?? 'off'
  return demographics.find(({ key }) => name === demographicName(key))?.show ?? 'off'
}

export type FieldInForm = { name: FieldName; part: Section; show: Shown }

/** Every field that is asked or could be, off ones too, in the order of the network. */
export function fieldsInOrder(form: FormDefinition): FieldInForm[] {
  const standard = Object.keys(standardFields) as StandardField[]
  const own = form.demographics.map(({ key }) => demographicName(key))
  const names: FieldName[] = standard.flatMap(one => (one === 'details.health' ? [...own, one] : [one]))
  return inOrderOf(names, form.order).map(name => ({
    name,
    part: isStandard(name) ? standardFields[name] : 'details',
    show: shownAs(form, name),
  }))
}

/** The parts that ask something, in the order of the network. */
export function partsInOrder(form: FormDefinition): PartName[] {
  const asked = new Set<string>(fieldsInOrder(form).flatMap(({ part, show }) => (show === 'off' ? [] : [part])))
  const own = form.sections
    .filter(({ id }) => form.questions.some(one => one.section === id))
    .map(({ id }): PartName => `section.${id}`)
  const always: readonly PartName[] = ['person', 'source', 'needs']
  const standard = standardParts.filter(part => always.includes(part) || asked.has(part))
  const placed = own.filter(part => form.parts.includes(part))
  const unplaced = own.filter(part => !placed.includes(part))
  return inOrderOf<PartName>([...standard, ...placed], form.parts).flatMap(part =>
    part === 'needs' ? [part, ...unplaced] : [part],
  )
}

export function demographicName(key: string): `details.demographics.${string}` {
  return `details.demographics.${key}`
}

export function isStandard(name: string): name is StandardField {
  return Object.hasOwn(standardFields, name)
}

export function isStandardPart(part: PartName): part is StandardPart {
  return standardParts.some(one => one === part)
}

export function readForm(stored: unknown): FormDefinition {
  return formDefinition.parse(stored)
}

/** What is wanted first, in its order; the rest behind it as it always is. */
function inOrderOf<N extends string>(all: readonly N[], wanted: readonly string[]): N[] {
  const named = [...new Set(wanted)].flatMap(name => all.filter(one => one === name))
  return [...named, ...all.filter(one => !named.includes(one))]
}
