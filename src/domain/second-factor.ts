/** What counts as a second factor. The one place that says so. */

/** Methods that prove something held beside something known (RFC 8176). A provider names them in `amr`. */
const held = ['mfa', 'otp', 'hwk'] as const
/** Contexts that a provider may only name after such a proof. */
const strong = ['phr', 'phrh', 'http://schemas.openid.net/pape/policies/2007/06/multi-factor'] as const

/** What an identity provider says of how somebody signed in there. */
export type Assertion = { amr?: readonly string[] | undefined; acr?: string | undefined }

/** Silence is no proof: then our own two-step applies. */
export function assertsSecondFactor({ amr = [], acr }: Assertion): boolean {
  return held.some(method => amr.includes(method)) || strong.some(context => context === acr)
}

/** How a session began: at the provider, or (null) with our own password. `two_factors` counts as a second step: db/actors.ts. */
export type SessionOrigin = 'one_factor' | 'two_factors' | null
