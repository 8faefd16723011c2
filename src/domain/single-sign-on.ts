/** ADM-5: single sign-on. What a provider says about somebody, and whom of ours that makes them. */
import { z } from 'zod'
import { assertsSecondFactor } from './second-factor.ts'

const list = z.array(z.string().max(100)).max(50)

/** Only what is used; a provider may say more. `email_verified` has to be the very word true. */
export const claimsOf = z
  .object({
    iss: z.string().min(1).max(500),
    sub: z.string().min(1).max(255),
    email: z.string().trim().pipe(z.email().max(254)).optional().catch(undefined),
    email_verified: z.unknown().transform(said => said === true),
    amr: list.optional().catch(undefined),
    acr: z.string().max(500).optional().catch(undefined),
  })
  .transform(({ iss, sub, email, email_verified, amr, acr }) => ({
    issuer: iss,
    subject: sub,
    email: email_verified ? (email ?? null) : null,
    twoFactors: assertsSecondFactor({ amr, acr }),
  }))

/** `email` null: the provider did not vouch for one. */
export type Asserted = z.infer<typeof claimsOf>

/** An account of ours; `linked`: it belongs to somebody of this provider already. */
export type Account = { userId: string; disabled: boolean; linked: boolean }

export type SsoRefusal = 'unverified' | 'unknown' | 'taken'
export type Admission = { userId: string; link: boolean } | { refused: SsoRefusal; userId: string | null }

/** `known`: by issuer and subject. `named`: by the address. A closed account looks like none. */
export function admit(asserted: Asserted, known: Account | null, named: Account | null): Admission {
  if (known) return known.disabled ? refuse('unknown', known) : { userId: known.userId, link: false }
  if (!asserted.email) return refuse('unverified', null)
  if (!named || named.disabled) return refuse('unknown', named)
  return named.linked ? refuse('taken', named) : { userId: named.userId, link: true }
}

function refuse(refused: SsoRefusal, account: Account | null): Admission {
  return { refused, userId: account?.userId ?? null }
}
