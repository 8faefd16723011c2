/** Consent: which wording, how it was given, by whom asked, when, and how far it reaches. */
import { z } from 'zod'

export const consentScopes = ['named', 'network'] as const
export type ConsentScope = (typeof consentScopes)[number]

export const waysOfConsent = ['spoken', 'in_person', 'written', 'self'] as const
export type WayOfConsent = (typeof waysOfConsent)[number]
export const consentRecord = z.strictObject({
  wordingId: z.uuid(),
  how: z.enum(waysOfConsent),
  askedByName: z.string().trim().max(200).nullable().default(null),
})
export type ConsentRecord = z.infer<typeof consentRecord>

/** May the referral go to this service without asking the person again? */
export function isWithin(scope: ConsentScope, service: { serviceId: string }, shortlisted: readonly string[]): boolean {
  return scope === 'network' || shortlisted.includes(service.serviceId)
}
