/** ORG-1: how an organisation describes itself, in five sections that are saved one by one. */
import { z } from 'zod'
import { parsePostcode } from './postcode.ts'
import { phone, website } from './service-sections.ts'
import { type DayHours, dayHours, spansOf } from './week-hours.ts'

export const profileSections = ['about', 'contact', 'access', 'hours', 'guidance'] as const
export type ProfileSection = (typeof profileSections)[number]

const words = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const mail = z
  .string()
  .trim()
  .refine(typed => typed === '' || z.email().max(254).safeParse(typed).success, { error: 'email' })
  .transform(typed => typed || null)
const several = words(1000).transform(typed => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map(one => one.trim())
      .filter(Boolean),
  ),
])

export const profileForms = {
  about: z.strictObject({
    name: words(200).min(1, { error: 'required' }),
    kind: words(200)
      .default('')
      .transform(chosen => chosen || null),
    description: words(10_000).default(''),
    categoryIds: z.array(z.uuid()).max(100),
  }),
  contact: z.strictObject({
    address1: words(200).default(''),
    address2: words(200).default(''),
    city: words(100).default(''),
    postcode: words(20)
      .default('')
      .refine(typed => typed === '' || parsePostcode(typed).kind !== 'invalid', { error: 'postcode' }),
    phone: phone.prefault(''),
    email: mail.prefault(''),
    website: website.prefault(''),
    teamInbox: mail.prefault(''),
  }),
  access: z.strictObject({
    languages: several.prefault(''),
    interpreters: words(1000).default(''),
    facilities: z.array(z.uuid()).max(60),
    access: words(2000).default(''),
  }),
  hours: z.strictObject({ days: z.array(dayHours).length(7) }),
  guidance: z.strictObject({ referralGuidance: words(5000).default('') }),
} as const
export type ProfileValues = { [S in ProfileSection]: z.infer<(typeof profileForms)[S]> }

/** What tells whether a section says anything yet. */
export type ProfileFacts = {
  kind: string | null
  description: string
  phone: string | null
  email: string | null
  postcode: string | null
  languages: readonly string[]
  interpreters: string | null
  facilities: readonly string[]
  access: string
  spans: readonly unknown[]
  referralGuidance: string
}

export function profileStates(of: ProfileFacts): Record<ProfileSection, 'completed' | 'incomplete'> {
  const said = {
    about: of.description !== '' && of.kind !== null,
    contact: Boolean(of.phone || of.email),
    access: Boolean(of.languages.length || of.interpreters || of.facilities.length || of.access),
    hours: of.spans.length > 0,
    guidance: of.referralGuidance !== '',
  }
  return Object.fromEntries(profileSections.map(name => [name, said[name] ? 'completed' : 'incomplete'])) as Record<
    ProfileSection,
    'completed' | 'incomplete'
  >
}

export function weekOf(days: readonly DayHours[]) {
  return days.flatMap((day, at) => spansOf(day, at + 1))
}
