/** One referral as it is filled in: by a page, by a client of the API, by a test. One schema, and the rules of the network's form. */
import { z } from 'zod'
import { waysOfConsent } from './consent.ts'
import { type FormDefinition, type StandardField, shownAs, standardFields } from './form.ts'
import { parsePhone } from './phone.ts'
import { parsePostcode } from './postcode.ts'
import { safeContact } from './safe-contact.ts'

const line = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const email = z.email({ error: 'email' }).max(254, { error: 'too_long' })
const orEmpty = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema])

/** 1987, 1987-04 or 1987-04-23, not before 1900. */
export const partialDate = z.string().refine(isPartialDate, { error: 'date' })

export const preferredContacts = ['phone', 'text', 'email', 'letter'] as const

export const submission = z.strictObject({
  person: z.strictObject({
    title: line(40).default(''),
    firstName: line(100).default(''),
    lastName: line(100).default(''),
    dateOfBirth: orEmpty(partialDate).default(''),
    phone: orEmpty(line(40).refine(typed => parsePhone(typed) !== null, { error: 'phone' })).default(''),
    email: orEmpty(email).default(''),
    preferredContact: orEmpty(z.enum(preferredContacts)).default(''),
  }),
  address: z
    .strictObject({
      line1: line(200).default(''),
      line2: line(200).default(''),
      town: line(100).default(''),
      county: line(100).default(''),
      postcode: orEmpty(
        line(20).refine(typed => parsePostcode(typed).kind !== 'invalid', { error: 'postcode' }),
      ).default(''),
      noFixedAddress: z.boolean().default(false),
    })
    .prefault({}),
  safeContact: safeContact.nullable().default(null),
  details: z
    .strictObject({
      health: line(2000).default(''),
      householdSize: z.int().min(1, { error: 'household' }).max(30, { error: 'household' }).nullable().default(null),
      demographics: z.record(z.string().max(40), z.array(z.string().max(60)).max(40)).default({}),
    })
    .prefault({}),
  source: z
    .strictObject({
      name: line(200).default(''),
      organisation: line(200).default(''),
      email: orEmpty(email).default(''),
      phone: orEmpty(line(40).refine(typed => parsePhone(typed) !== null, { error: 'phone' })).default(''),
    })
    .prefault({}),
  needs: z.array(z.uuid()).min(1, { error: 'needs' }).max(20, { error: 'too_many' }),
  urgent: z.boolean().default(false),
  circumstances: line(10_000).default(''),
})
export type Submission = z.infer<typeof submission>

/** What is sent with it: whom to ask, in order (nobody: the coordinator places it), and the person's consent. */
export const sending = z.strictObject({
  shortlist: z.array(z.uuid()).max(20, { error: 'too_many' }),
  /** By service: why one that was not suggested is on the list. */
  reasons: z.record(z.uuid(), line(500)).optional(),
  consent: z.strictObject({
    given: z.literal(true, { error: 'consent' }),
    wordingId: z.uuid(),
    how: z.enum(waysOfConsent, { error: 'consent_how' }),
  }),
})
export type Sending = z.infer<typeof sending>

export type FieldError = { field: string; code: string }

/** What the network's form asks beyond the schema: its required fields, and safe contact wherever there is a way to make contact. */
export function missingFrom(form: FormDefinition, filled: Submission, today: string): FieldError[] {
  const names = Object.keys(standardFields) as StandardField[]
  const blank = names.filter(name => shownAs(form, name) === 'required' && isBlank(filled, name))
  const unasked = form.demographics.filter(
    ({ key, show }) => show === 'required' && !filled.details.demographics[key]?.length,
  )
  return [
    ...blank.map(field => ({ field, code: 'required' })),
    ...unasked.map(({ key }) => ({ field: `details.demographics.${key}`, code: 'required' })),
    ...(filled.person.dateOfBirth > today ? [{ field: 'person.dateOfBirth', code: 'date_future' }] : []),
    ...safeContactErrors(filled),
  ]
}

/** Choices that the network does not offer: nobody clicked them. */
export function strayChoices(
  demographics: readonly { key: string; kind: string; options: readonly { key: string }[] }[],
  { details }: Submission,
): FieldError[] {
  return demographics.flatMap(({ key, kind, options }) => {
    const offered = kind === 'single' || kind === 'several'
    const given = details.demographics[key] ?? []
    const stray = offered
      ? given.some(choice => !options.some(option => option.key === choice))
      : given.some(typed => !/^\d{1,6}$/.test(typed))
    const tooMany = kind !== 'several' && given.length > 1
    return stray || tooMany ? [{ field: `details.demographics.${key}`, code: 'choose' }] : []
  })
}

/** Fields that the form does not ask are dropped, whatever was posted. */
export function dropUnasked(form: FormDefinition, filled: Submission): Submission {
  const off = (name: StandardField) => shownAs(form, name) === 'off'
  const keep = <T extends object>(part: T, prefix: string): T =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        isOff(`${prefix}.${key}`) && typeof value === 'string' ? '' : value,
      ]),
    ) as T
  const isOff = (name: string) => name in standardFields && off(name as StandardField)
  const asked = new Set(form.demographics.filter(({ show }) => show !== 'off').map(({ key }) => key))
  const demographics = Object.fromEntries(Object.entries(filled.details.demographics).filter(([key]) => asked.has(key)))
  return {
    ...filled,
    person: keep(filled.person, 'person'),
    address: keep(filled.address, 'address'),
    details: {
      ...keep(filled.details, 'details'),
      householdSize: off('details.householdSize') ? null : filled.details.householdSize,
      demographics,
    },
    circumstances: off('circumstances') ? '' : filled.circumstances,
  }
}

function isBlank(filled: Submission, name: StandardField): boolean {
  if (name === 'circumstances') return filled.circumstances === ''
  if (name.startsWith('address.') && filled.address.noFixedAddress) return false
  const [part, key] = name.split('.') as ['person' | 'address' | 'details', string]
  const value = (filled[part] as Record<string, unknown>)[key]
  return value === '' || value === null || value === undefined
}

function safeContactErrors({ person, safeContact }: Submission): FieldError[] {
  if (!safeContact) return person.phone || person.email ? [{ field: 'safeContact.channels', code: 'safe_contact' }] : []
  const needsPhone = safeContact.channels.some(channel => channel === 'phone' || channel === 'text')
  return [
    ...(safeContact.channels.includes('email') && !person.email ? [{ field: 'person.email', code: 'safe_email' }] : []),
    ...(needsPhone && !person.phone ? [{ field: 'person.phone', code: 'safe_phone' }] : []),
  ]
}

function isPartialDate(typed: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(typed) ?? []
  if (!year || Number(year) < 1900) return false
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day ?? 1)
}
