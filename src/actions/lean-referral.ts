/** The lean row of a new referral: all that lists will know of it; and the hash by which the same person is found again. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { Network } from '../db/networks.ts'
import type { Lean } from '../db/referrals/insert.ts'
import type { Place } from '../domain/area.ts'
import { ageBandOf, ageOn, initialsOf, matchText } from '../domain/person.ts'
import { newReference } from '../domain/reference.ts'
import type { Submission } from '../domain/submission.ts'
import type { ActingContext } from './context.ts'
import type { Order } from './send-referral.ts'

export function leanOf(
  { actor, now }: ActingContext,
  order: Order,
  network: Network,
  submission: Submission,
  place: Place | null,
): Lean {
  const at = now()
  const { person, urgent } = submission
  return {
    id: order.id ?? randomUUID(),
    networkId: network.id,
    submissionId: order.submissionId,
    reference: newReference(size => randomBytes(size)),
    urgent,
    origin: order.origin,
    referrerOrganisationId: actor.organisationId,
    referrerUserId: actor.userId,
    formVersionId: network.formVersionId,
    initials: initialsOf(person) || null,
    ageBand: ageBandOf(ageOn(person.dateOfBirth, at.toISOString().slice(0, 10))),
    outwardCode: place?.outward ?? null,
    authorityCode: place?.authority ?? null,
    openedAt: at,
  }
}

/** Keyed, so that the table tells nobody who it is. Null where too little is known to compare (FORM-15). */
export function hashOf(secret: string, { person, address }: Submission): Buffer | null {
  const text = matchText({ ...person, postcode: address.postcode })
  return text === null ? null : createHmac('sha256', secret).update(text).digest()
}
