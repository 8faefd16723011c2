/** A service as somebody describes it, before it is kept: from the editor, the API or an imported file. */
import { z } from 'zod'
import { catchment } from './catchment.ts'
import { span } from './hours.ts'
import { parsePhone } from './phone.ts'
import { parsePostcode } from './postcode.ts'
import { restrictions } from './service.ts'

const words = (most: number) => z.string().trim().max(most, { error: 'too_long' })

/** Kept in its one right spelling; empty where there is none. */
const postcode = z
  .string()
  .transform(typed => (typed.trim() === '' ? null : parsePostcode(typed)))
  .refine(parsed => parsed?.kind !== 'invalid', { error: 'postcode' })
  .transform(parsed => (parsed && 'postcode' in parsed ? parsed.postcode : ''))

const phone = z
  .string()
  .transform(typed => (typed.trim() === '' ? null : (parsePhone(typed) ?? undefined)))
  .refine(parsed => parsed !== undefined, { error: 'phone' })
  .transform(parsed => parsed ?? null)

/** Only addresses that a browser may follow. */
const website = z
  .url({ protocol: /^https?$/, error: 'website' })
  .max(500)
  .nullable()

export const venueDraft = z.strictObject({
  name: words(200).default(''),
  address1: words(200).default(''),
  address2: words(200).default(''),
  city: words(100).default(''),
  postcode: postcode.default(''),
  accessibility: words(1000).default(''),
})
export type VenueDraft = z.infer<typeof venueDraft>

/** Capacity null: unlimited. Categories are the network's, by id. */
export const serviceDraft = z.strictObject({
  organisationId: z.uuid(),
  networkId: z.uuid(),
  name: words(200).min(1, { error: 'missing' }),
  description: words(10_000).default(''),
  categoryIds: z.array(z.uuid()).min(1, { error: 'missing' }).max(50),
  venue: venueDraft.nullable().default(null),
  catchment: catchment.default({ kind: 'network' }),
  capacity: z.int().min(0).max(100_000).nullable().default(null),
  hours: z.array(span).max(70).default([]),
  restrictions: restrictions.default({}),
  listed: z.boolean().default(false),
  phone: phone.default(null),
  email: z.email({ error: 'email' }).max(254).nullable().default(null),
  website: website.default(null),
  ways: z.array(words(200)).max(20).default([]),
})
export type ServiceDraft = z.infer<typeof serviceDraft>
