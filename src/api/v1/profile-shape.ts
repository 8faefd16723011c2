/** An organisation as those who manage it describe it: in sections, each as it is sent and as it is read back. */
import type { ProfileChange } from '../../actions/save-profile.ts'
import type { Profile } from '../../db/profiles.ts'
import { span } from '../../domain/hours.ts'
import { profileForms, profileSections, profileStates } from '../../domain/profile.ts'
import { daysOf } from '../../domain/week-hours.ts'
import { id, moment, z } from '../openapi.ts'
import { orNull } from './description.ts'

const { about, contact, access, guidance } = profileForms
const { kind, ...rest } = about.shape
const { address1, address2, city, postcode, phone, email, website, teamInbox } = contact.shape
const text = z.string().nullable()
const line = z.string()

const aboutSent = z.strictObject({ ...rest, kind: orNull(kind) })
const contactSent = z.strictObject({
  ...{ address1, address2, city, postcode },
  ...{ phone: orNull(phone), email: orNull(email), website: orNull(website), teamInbox: orNull(teamInbox) },
})
const accessSent = access.extend({
  languages: z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(60)
        .regex(/^[^,;\n]*$/),
    )
    .max(60)
    .default([]),
  interpreters: orNull(access.shape.interpreters),
})
const hoursSent = z.strictObject({
  spans: z.array(span).max(14).refine(isTwoADay, { error: 'two_a_day' }).openapi({
    description: 'At most two a day, such as morning and afternoon. Weekday 1 is Monday.',
  }),
})

/** Each section whole. */
export const profileSent = z.strictObject({
  about: aboutSent.optional(),
  contact: contactSent.optional(),
  access: accessSent.optional(),
  hours: hoursSent.optional(),
  guidance: guidance.optional(),
})

export function readProfileSent({ hours, ...sent }: z.infer<typeof profileSent>): ProfileChange {
  if (!hours) return sent
  const spans = hours.spans.toSorted((a, b) => a.opens.localeCompare(b.opens))
  return { ...sent, hours: { days: daysOf(spans) } }
}

export const profile = z
  .object({
    id,
    network: id.openapi({ description: 'Whose categories these are.' }),
    sections: z.record(z.enum(profileSections), z.enum(['completed', 'incomplete'])),
    about: z.object({ name: line, kind: text, description: line, categoryIds: z.array(id) }),
    contact: z.object({
      ...{ address1: line, address2: line, city: line, postcode: line },
      ...{ phone: text, email: text, website: text, teamInbox: text },
    }),
    access: z.object({ languages: z.array(line), interpreters: text, facilities: z.array(id), access: line }),
    hours: z.object({ spans: z.array(span) }),
    guidance: z.object({ referralGuidance: line }),
    confirmedAt: moment.nullable(),
    changedAt: moment.nullable(),
  })
  .openapi('OrganisationDescription')

export function shapeProfile(found: Profile, network: string): z.infer<typeof profile> {
  const { id, name, kind, description, phone, email, website, teamInbox, spans, referralGuidance } = found
  const { address1, address2, city, postcode, languages, interpreters, facilities, access, categories } = found
  const categoryIds = categories.filter(one => one.networkId === network).map(one => one.categoryId)
  return {
    ...{ id, network, sections: profileStates(found) },
    about: { name, kind, description, categoryIds },
    contact: {
      ...{ address1: address1 ?? '', address2: address2 ?? '', city: city ?? '', postcode: postcode ?? '' },
      ...{ phone, email, website, teamInbox },
    },
    access: { languages, interpreters, facilities, access },
    hours: { spans },
    guidance: { referralGuidance },
    confirmedAt: found.confirmedAt?.toISOString() ?? null,
    changedAt: found.changedAt?.toISOString() ?? null,
  }
}

function isTwoADay(spans: readonly { weekday: number }[]): boolean {
  return [...Map.groupBy(spans, ({ weekday }) => weekday).values()].every(({ length }) => length <= 2)
}
