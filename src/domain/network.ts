/** What a network decides for itself. Every setting has the default that most networks want. */
import { z } from 'zod'
import { isOwnCode, type Place } from './area.ts'
import { clockSettings, defaultClock } from './clock.ts'

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
  outcomeRequired: z.boolean().default(true),
  closingNoteRequired: z.boolean().default(false),
  /** FORM-10: on refusal, back to the referrer or down fresh suggestions. */
  startFromOrganisation: z.enum(['return', 'continue']).default('return'),
  selfReferral: z.boolean().default(false),
  /** DOMAIN, Consent: to whom a referral may go without asking again. */
  consentScope: z.enum(['named', 'network']).default('network'),
  clock: clockSettings.default(defaultClock),
  /** NET-2: an organisation invited by a member's primary user waits for the coordinator. */
  invitationsNeedApproval: z.boolean().default(true),
  retentionMonths: z.int().min(1).max(120).default(12),
  draftDays: z.int().min(1).max(90).default(30),
  /** The word that its screens use for the person. */
  personWord: z.string().trim().min(1).max(30).default('person'),
})
export type NetworkSettings = z.infer<typeof networkSettings>

export function readSettings(stored: unknown): NetworkSettings {
  return networkSettings.parse(stored ?? {})
}

/** FORM-2: known to lie in another authority than the network's; where that is not known, nothing is said. */
export function isOutside(authorities: readonly string[], place: Place | null): boolean {
  if (authorities.length === 0 || authorities.some(isOwnCode)) return false
  return place?.authority != null && !authorities.includes(place.authority)
}
