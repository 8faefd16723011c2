/** One referral as it is filled in: by a page, by a client of the API, by a test. One schema; the rules of the network's form are in completing.ts. */
import { z } from 'zod'
import { consentGiven } from './consent.ts'
import { isPartialDate } from './partial-date.ts'
import { parsePhone } from './phone.ts'
import { parsePostcode } from './postcode.ts'
import { questionId } from './questions/types.ts'
import { safeContact } from './safe-contact.ts'

const line = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const email = z.email({ error: 'email' }).max(254, { error: 'too_long' })
const orEmpty = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema])

export const partialDate = z.string().refine(isPartialDate, { error: 'date' })

/** Offered where the network has no list of its own. */
export const preferredContacts = ['phone', 'text', 'email', 'letter'] as const

/** As it was typed, not yet checked against its question: text, a number, yes or no, or the keys of options. */
export const typedAnswer = z.union([
  z.string().max(10_000, { error: 'too_long' }),
  z.array(z.string().max(200)).max(100),
  z.number(),
  z.boolean(),
])
const typedAnswers = z.record(questionId, typedAnswer)

export const submission = z.strictObject({
  person: z.strictObject({
    title: line(40).default(''),
    firstName: line(100).default(''),
    lastName: line(100).default(''),
    dateOfBirth: orEmpty(partialDate).default(''),
    phone: orEmpty(line(40).refine(typed => parsePhone(typed) !== null, { error: 'phone' })).default(''),
    email: orEmpty(email).default(''),
    preferredContact: line(40).default(''),
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
  /** May be empty where an answer adds one. */
  needs: z.array(z.uuid()).max(20, { error: 'too_many' }).default([]),
  urgent: z.boolean().default(false),
  /** RES-16: for safety, seen by nobody but those asked and helping. */
  restricted: z.boolean().default(false),
  circumstances: line(10_000).default(''),
  /** FORM-5: by the id of the network's question. */
  answers: typedAnswers.default({}),
  /** FORM-6: to the questions of organisations on the shortlist, by organisation. */
  organisationAnswers: z.record(z.uuid(), typedAnswers).default({}),
})
export type Submission = z.infer<typeof submission>

const services = z.array(z.uuid()).max(20, { error: 'too_many' })
/** By service: why one that was not suggested is on the list. */
const reasons = z.record(z.uuid(), line(500)).optional()

/** What is sent with it: whom to ask, in order (nobody: the coordinator places it), and the person's consent. */
export const sending = z.strictObject({
  shortlist: services,
  reasons,
  consent: consentGiven,
  /** NET-4: the same for each connected network that needs go to, with the wording of its own that the person agreed to. */
  connected: z
    .array(z.strictObject({ network: z.uuid(), shortlist: services.optional(), reasons, wordingId: z.uuid() }))
    .max(10, { error: 'too_many' })
    .optional(),
})
export type Sending = z.infer<typeof sending>

export type FieldError = { field: string; code: string }
