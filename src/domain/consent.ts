/** Consent: which wording, how it was given, by whom asked, when, how far it reaches; and what may stand in for it. */
import { z } from 'zod'

export const consentScopes = ['named', 'network'] as const
export type ConsentScope = (typeof consentScopes)[number]

export const waysOfConsent = ['spoken', 'in_person', 'written', 'self'] as const
export type WayOfConsent = (typeof waysOfConsent)[number]

/** UK GDPR, article 6, where a network lets a referral go without consent. */
export const lawfulBases = ['vital_interests', 'legal_obligation', 'public_task', 'legitimate_interests'] as const
export type LawfulBasis = (typeof lawfulBases)[number]

const text = (most: number) => z.string().trim().max(most, { error: 'too_long' })

/** As it is sent: either the person agreed, and how; or the basis in law that stands in for it, and why. */
export const consentGiven = z
  .strictObject({
    given: z.literal(true, { error: 'consent' }).optional(),
    /** Of the network's wording that the person was shown, or would have been. */
    wordingId: z.uuid(),
    how: z.enum(waysOfConsent, { error: 'consent_how' }).optional(),
    /** Who asked, where it was somebody else than the sender. */
    askedBy: text(200).optional(),
    lawfulBasis: z.enum(lawfulBases, { error: 'lawful_basis' }).optional(),
    basisReason: text(2000).optional(),
  })
  .superRefine(({ given, how, lawfulBasis, basisReason }, issues) => {
    const miss = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message })
    if (lawfulBasis) {
      if (given || how) miss('lawfulBasis', 'basis_or_consent')
      if (!basisReason) miss('basisReason', 'basis_reason')
      return
    }
    if (!given) miss('given', 'consent')
    if (!how) miss('how', 'consent_how')
  })
export type ConsentGiven = z.infer<typeof consentGiven>

/** May the referral go to this service without asking the person again? */
export function isWithin(scope: ConsentScope, service: { serviceId: string }, shortlisted: readonly string[]): boolean {
  return scope === 'network' || shortlisted.includes(service.serviceId)
}

/** A new version of what the person is asked; without the Welsh, Welsh pages show the English. */
export const wordingForm = z
  .strictObject({
    wording: text(5000).min(1, { error: 'wording' }),
    dataProtection: text(10_000).min(1, { error: 'data_protection' }),
    wordingCy: text(5000).default(''),
    dataProtectionCy: text(10_000).default(''),
    /** The version that was on the page: another since is not overwritten unseen. */
    seen: z.coerce.number().int(),
  })
  .superRefine(({ wordingCy, dataProtectionCy }, issues) => {
    if ((wordingCy === '') !== (dataProtectionCy === ''))
      issues.addIssue({ code: 'custom', path: [wordingCy ? 'dataProtectionCy' : 'wordingCy'], message: 'both_welsh' })
  })
export type WordingForm = z.infer<typeof wordingForm>
