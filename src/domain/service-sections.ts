/** The five sections in which a service is described: what each asks, and whether it has been answered. */
import { z } from 'zod'
import { parsePhone } from './phone.ts'
import { restrictions } from './service.ts'

export const sections = ['details', 'hours', 'capacity', 'public', 'restrictions'] as const
export type Section = (typeof sections)[number]
export type SectionState = 'completed' | 'incomplete'

/** SVC-5: other ways to be referred, besides through the network. */
export const ways = ['self', 'professional', 'drop_in', 'phone', 'web_form'] as const
export type Way = (typeof ways)[number]

export const mostPlaces = 100_000

const words = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' })
const day = z.iso.date({ error: 'date' })

export const detailsSection = z.strictObject({
  name: words(200).min(1, { error: 'required' }),
  categoryIds: z.array(z.uuid()).min(1, { error: 'choose_category' }).max(50),
  /** Null: no place of its own, such as a phone line. */
  locationId: z.uuid().nullable(),
})

/** A day that is chosen has at least one span; a span that closes at or before it opens ends on the next day. */
export const hoursSection = z.strictObject({
  spans: z.array(z.strictObject({ weekday: z.int().min(1).max(7), opens: time, closes: time })).max(70),
  closures: z
    .array(
      z
        .strictObject({ firstDay: day, lastDay: day, reason: words(200) })
        .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { error: 'dates_order', path: ['lastDay'] }),
    )
    .max(50),
  closedOnBankHolidays: z.boolean(),
})

/** Null: no limit. 0: never suggested. */
export const capacitySection = z.strictObject({
  capacity: z.int({ error: 'whole_number' }).min(0, { error: 'whole_number' }).max(mostPlaces).nullable(),
})

export const phone = z
  .string()
  .max(40)
  .transform(typed => (typed.trim() === '' ? null : (parsePhone(typed) ?? undefined)))
  .refine(parsed => parsed !== undefined, { error: 'phone' })
  .transform(parsed => parsed ?? null)
export const website = z
  .string()
  .trim()
  .max(500)
  .transform(typed => (typed === '' || /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`))
  .refine(typed => typed === '' || isWebAddress(typed), { error: 'website' })
  .transform(typed => typed || null)

export const publicSection = z.strictObject({
  listed: z.boolean(),
  description: words(10_000).default(''),
  phone: phone.prefault(''),
  email: z.email({ error: 'email' }).max(254).nullable(),
  website: website.prefault(''),
  ways: z.array(z.enum(ways)).max(ways.length),
  otherWays: words(500).default(''),
  gallery: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .nullable(),
})

export const restrictionsSection = z.strictObject({ restrictions })

export type SectionValues = {
  details: z.infer<typeof detailsSection>
  hours: z.infer<typeof hoursSection>
  capacity: z.infer<typeof capacitySection>
  public: z.infer<typeof publicSection>
  restrictions: z.infer<typeof restrictionsSection>
}

/** What tells whether a section was answered: saved once, or filled from elsewhere. */
export type Described = {
  categoryIds: readonly string[]
  venue: unknown
  placedAt: Date | null
  spans: readonly unknown[]
  hoursAt: Date | null
  capacity: number | null
  capacityAt: Date | null
  description: string
  describedAt: Date | null
  restrictions: z.infer<typeof restrictions>
  restrictedAt: Date | null
}

export function sectionStates(service: Described): Record<Section, SectionState> {
  const answered = {
    details: service.categoryIds.length > 0 && (service.venue !== null || service.placedAt !== null),
    hours: service.spans.length > 0 || service.hoursAt !== null,
    capacity: service.capacity !== null || service.capacityAt !== null,
    public: service.description !== '' || service.describedAt !== null,
    restrictions: Object.keys(service.restrictions).length > 0 || service.restrictedAt !== null,
  }
  return Object.fromEntries(sections.map(name => [name, answered[name] ? 'completed' : 'incomplete'])) as Record<
    Section,
    SectionState
  >
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).hostname.includes('.')
}
