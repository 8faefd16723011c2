/** PUB-3: what the person who was referred does on the page of their own. The rules; the rows are in db/own-page.ts. */
import { z } from 'zod'
import { parsePhone } from './phone.ts'
import { parsePostcode } from './postcode.ts'
import type { AssignmentStatus, ReferralStatus } from './referral.ts'

const line = (most: number) => z.string().trim().max(most, { error: 'too_long' })
const orEmpty = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema])

/** How to reach them; as on the form, but for names and dates: who holds a code must not become somebody else. */
export const ownContact = z.strictObject({
  phone: orEmpty(line(40).refine(typed => parsePhone(typed) !== null, { error: 'phone' })),
  email: orEmpty(z.email({ error: 'email' }).max(254, { error: 'too_long' })),
  line1: line(200),
  line2: line(200),
  town: line(100),
  postcode: orEmpty(line(20).refine(typed => parsePostcode(typed).kind !== 'invalid', { error: 'postcode' })),
})
export type OwnContact = z.infer<typeof ownContact>

/** What differs. `careful`: nothing was shown, so that what was left empty stays as it is. */
export function corrected(old: OwnContact, typed: OwnContact, careful: boolean): (keyof OwnContact)[] {
  const names = Object.keys(ownContact.shape) as (keyof OwnContact)[]
  return names.filter(name => typed[name] !== old[name] && !(careful && typed[name] === ''))
}

/** While somebody looks for help, or helps. */
export function goesOn(status: ReferralStatus): boolean {
  return status === 'needs_placing' || status === 'open' || status === 'accepted'
}

/** Who was asked for it and has, or had, all of it before them: they are told when consent is withdrawn. */
export function heldIt(status: AssignmentStatus): boolean {
  return ['pending', 'accepted', 'closed', 'referred_on', 'withdrawn'].includes(status)
}

/** Nobody is told more often than once a day that they have not called. */
export const calledLimit = { most: 1, withinMinutes: 24 * 60 } as const
