/** PPL: an organisation's own record of a person, the log of what was done with them, and how two records are compared. */
import { z } from 'zod'
import { parsePhone } from './phone.ts'
import { parsePostcode } from './postcode.ts'
import { type SafeContact, safeContact } from './safe-contact.ts'
import { partialDate } from './submission.ts'

const line = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const orEmpty = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema])
const day = z.iso.date({ error: 'date' })

/** The details of a record; a postcode as typed, a telephone number in any format. */
export const personDetails = z
  .strictObject({
    title: line(40).default(''),
    firstName: line(100).default(''),
    lastName: line(100).default(''),
    dateOfBirth: orEmpty(partialDate).default(''),
    phone: orEmpty(line(40).refine(typed => parsePhone(typed) !== null, { error: 'phone' })).default(''),
    email: orEmpty(z.email({ error: 'email' }).max(254, { error: 'too_long' })).default(''),
    /** A key of the network's list, where the person came by a referral. */
    preferredContact: line(40).default(''),
    address1: line(200).default(''),
    address2: line(200).default(''),
    town: line(100).default(''),
    county: line(100).default(''),
    postcode: orEmpty(line(20).refine(typed => parsePostcode(typed).kind !== 'invalid', { error: 'postcode' })).default(
      '',
    ),
    safeContact: safeContact.nullable().default(null),
  })
  .refine(({ firstName, lastName }) => firstName !== '' || lastName !== '', { error: 'required', path: ['firstName'] })
export type PersonDetails = z.infer<typeof personDetails>

/** As it is stored: what is not known is null. */
export type Details = { [K in Exclude<DetailField, 'firstName' | 'lastName'>]: string | null } & {
  firstName: string
  lastName: string
  safeContact: SafeContact | null
}

/** In the order in which they are shown and compared. */
export const detailFields = [
  ...['title', 'firstName', 'lastName', 'dateOfBirth', 'phone', 'email', 'preferredContact'],
  ...['address1', 'address2', 'town', 'county', 'postcode'],
] as const as readonly DetailField[]
export type DetailField = Exclude<keyof PersonDetails, 'safeContact'>

/** One spelling for what is kept: telephone numbers, postcodes, nothing for what is blank. */
export function detailsToKeep(typed: PersonDetails): Details {
  const kept = Object.fromEntries(detailFields.map(field => [field, typed[field] || null]))
  return {
    ...(kept as Omit<Details, 'firstName' | 'lastName' | 'safeContact'>),
    firstName: typed.firstName,
    lastName: typed.lastName,
    phone: typed.phone ? (parsePhone(typed.phone) ?? typed.phone) : null,
    postcode: typed.postcode ? spelt(typed.postcode) : null,
    safeContact: typed.safeContact,
  }
}

export type Difference = { field: DetailField | 'safeContact'; ours: string; theirs: string }

/** Where another account of the same person says something else; what it leaves blank is no correction. */
export function differences(ours: Details, theirs: Details): Difference[] {
  const said = detailFields.map(field => ({ field, ours: ours[field] ?? '', theirs: theirs[field] ?? '' }))
  const safe = {
    field: 'safeContact' as const,
    ours: canonical(ours.safeContact),
    theirs: canonical(theirs.safeContact),
  }
  return [...said, safe].filter(one => one.theirs !== '' && !same(one.ours, one.theirs))
}

/** The record with the fields chosen taken from the other account. */
export function taking(ours: Details, theirs: Details, fields: readonly Difference['field'][]): Details {
  return { ...ours, ...Object.fromEntries(fields.map(field => [field, theirs[field]])) }
}

/** What is decided about an account that says otherwise: which of its details to take over, or none. */
export const correctionForm = z.strictObject({
  kind: z.enum(['record', 'referral']),
  id: z.uuid(),
  fields: z
    .array(z.string().refine((name): name is Difference['field'] => name === 'safeContact' || isDetail(name)))
    .max(20)
    .default([]),
})
export type Correction = { kind: 'record' | 'referral'; id: string; fields: readonly Difference['field'][] }

/** How a contact was made; `note`: no contact, but something to remember. */
export const ways = ['phone', 'text', 'email', 'letter', 'in_person', 'visit', 'video', 'note'] as const
export type Way = (typeof ways)[number]

/** `minutes`: how long it took. A next step has its day, and a day its step. */
export const contactForm = z
  .strictObject({
    way: z.enum(ways, { error: 'choose' }),
    onDay: day,
    minutes: z
      .int({ error: 'minutes' })
      .min(0, { error: 'minutes' })
      .max(1440, { error: 'minutes' })
      .nullable()
      .default(null),
    what: line(10_000).min(1, { error: 'required' }),
    nextStep: line(500).default(''),
    nextOn: orEmpty(day).default(''),
  })
  .superRefine(({ nextStep, nextOn }, ctx) => {
    if (nextStep !== '' && nextOn === '') ctx.addIssue({ code: 'custom', path: ['nextOn'], message: 'next_day' })
    if (nextStep === '' && nextOn !== '') ctx.addIssue({ code: 'custom', path: ['nextStep'], message: 'next_step' })
  })
export type ContactForm = z.infer<typeof contactForm>

export const tagForm = z.strictObject({ name: line(80).min(1, { error: 'required' }) })
export const searchForm = z.strictObject({ words: line(200).default('') })

/** What an organisation did in a month, for a picture and its table. */
export type Month = { month: string; contacts: number; minutes: number; people: number }

/** The twelve months up to `today`'s, those without anything too, oldest first. Months as 2026-11. */
export function twelveMonths(found: readonly Month[], today: string): Month[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, index) => {
    const at = new Date(Date.UTC(year, month - 12 + index, 1)).toISOString().slice(0, 7)
    return found.find(one => one.month === at) ?? { month: at, contacts: 0, minutes: 0, people: 0 }
  })
}

function isDetail(name: string): name is DetailField {
  return detailFields.some(field => field === name)
}

function spelt(typed: string): string {
  const parsed = parsePostcode(typed)
  return parsed.kind === 'invalid' ? typed : parsed.postcode
}

function same(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return plain(one) === plain(other)
}

/** The same wishes written the same way, whatever the order in which they were ticked. */
function canonical(safe: SafeContact | null): string {
  if (!safe) return ''
  const { channels, times, timesNote, voicemail, avoid } = safe
  return JSON.stringify([[...channels].sort(), [...times].sort(), timesNote, voicemail, avoid])
}
