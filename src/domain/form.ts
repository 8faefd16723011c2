/** The referral form as a network keeps it: which standard fields it asks, and what it calls them. Stored, versioned, never changed once published. */
import { z } from 'zod'
import { question, section } from './questions/types.ts'

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

export const shown = z.enum(['off', 'optional', 'required'])
const words = z.strictObject({ en: z.string().max(500), cy: z.string().max(500).optional() })
const field = z.strictObject({ show: shown, label: words.optional(), help: words.optional() })

export const formDefinition = z.strictObject({
  fields: z.partialRecord(z.enum(Object.keys(standardFields) as [StandardField, ...StandardField[]]), field),
  /** The network's own demographics that it asks, by key, in order. */
  demographics: z.array(field.extend({ key: z.string().max(40) })).max(60),
  /** Below this many characters a soft warning asks for more (FORM-7); it never stops sending. */
  circumstancesHint: z.int().min(0).max(2000).default(100),
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
  sections: [],
  questions: [],
}

export function shownAs(form: FormDefinition, name: StandardField): Shown {
  return form.fields[name]?.show ?? 'off'
}

export function readForm(stored: unknown): FormDefinition {
  return formDefinition.parse(stored)
}
