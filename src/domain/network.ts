/** What a network decides for itself. Every setting has the default that most networks want. */
import { z } from 'zod'
import { isOwnCode, type Place } from './area.ts'
import { isInAuthorities } from './catchment.ts'
import { clockSettings, defaultClock } from './clock.ts'
import { embedOrigin, mostEmbedOrigins, selfReferrals } from './entry.ts'

export const networkSettings = z.strictObject({
  /** DOMAIN, Routing: how many services are kept per need. */
  shortlistPerNeed: z.int().min(1).max(10).default(3),
  /** FORM-2: when the postcode lies outside the network's area. */
  outsideArea: z.enum(['warn', 'stop', 'nothing']).default('warn'),
  /** RES-13: what other members see of a referral that they are not part of. */
  membersSee: z.enum(['nothing', 'row']).default('row'),
  /** RES-13: how that row names the person; with initials come age band and outward code. */
  membersSeeIdentity: z.enum(['name', 'initials', 'nothing']).default('initials'),
  /** SECURITY: may the service asked see who it is before it accepts? */
  identityBeforeAcceptance: z.boolean().default(true),
  /** RES-6: may a case be closed only with an outcome for each need, or with a note? */
  outcomeRequired: z.boolean().default(true),
  closingNoteRequired: z.boolean().default(false),
  /** FORM-10: on refusal, back to the referrer or down fresh suggestions. */
  startFromOrganisation: z.enum(['return', 'continue']).default('return'),
  /** FORM-13, PUB-1: how people who refer themselves come in. */
  selfReferral: z.enum(selfReferrals).default('off'),
  /** FORM-13: sites that may show the form inside their own pages. */
  embedOrigins: z.array(embedOrigin).max(mostEmbedOrigins).default([]),
  /** DOMAIN, Consent: to whom a referral may go without asking again. */
  consentScope: z.enum(['named', 'network']).default('network'),
  /** FORM-11: may a recorded basis in law stand in for consent? */
  lawfulBasis: z.boolean().default(false),
  clock: clockSettings.default(defaultClock),
  /** NET-2: an organisation invited by a member's primary user waits for the coordinator. */
  invitationsNeedApproval: z.boolean().default(true),
  retentionMonths: z.int().min(1).max(120).default(12),
  /** FORM-8: of one attachment. */
  attachmentMegabytes: z.int().min(1).max(25).default(10),
  /** ADM-5: coordinators, and the administrators of the installation, must use two-step verification. */
  requireTwoStep: z.boolean().default(false),
  draftDays: z.int().min(1).max(90).default(30),
  /** The word that its screens use for the person. */
  personWord: z.string().trim().min(1).max(30).default('person'),
  personWordPlural: z.string().trim().min(1).max(30).default('people'),
  /** PUB-2: may the public look at the services that chose to be listed? */
  publicDirectory: z.boolean().default(false),
})
export type NetworkSettings = z.infer<typeof networkSettings>

export function readSettings(stored: unknown): NetworkSettings {
  return networkSettings.parse(stored ?? {})
}

/** FORM-2: known to lie outside the network's authorities and its own areas; where that is not known, nothing is said. */
export function isOutside(authorities: readonly string[], place: Place | null): boolean {
  if (!place?.approximate) return isInAuthorities(authorities, place) === 'no'
  const { authority } = place
  return (
    authority !== null && authorities.length > 0 && !authorities.some(code => code === authority || isOwnCode(code))
  )
}

/** RES-13: what a coordinator sets of who sees what. */
export const visibilitySettings = z.strictObject({
  membersSee: z.enum(['nothing', 'row'], { error: 'choose' }),
  membersSeeIdentity: z.enum(['name', 'initials', 'nothing'], { error: 'choose' }),
  identityBeforeAcceptance: z.boolean().default(false),
})
export type VisibilitySettings = z.infer<typeof visibilitySettings>

/** What a coordinator sets of how referring goes. A box left blank is a no. */
export const referringSettings = networkSettings
  .pick({
    startFromOrganisation: true,
    shortlistPerNeed: true,
    outsideArea: true,
    consentScope: true,
    lawfulBasis: true,
    closingNoteRequired: true,
  })
  .extend({ outcomeRequired: z.boolean().default(false) })
export type ReferringSettings = z.infer<typeof referringSettings>

/** ADM-5: what a coordinator sets of signing in. A box left blank is a no. */
export const signInSettings = z.strictObject({ requireTwoStep: z.boolean().default(false) })
export type SignInSettings = z.infer<typeof signInSettings>
