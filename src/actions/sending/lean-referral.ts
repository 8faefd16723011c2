/** The lean row of a new referral: all that lists will know of it; and the hash by which the same person is found again. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Lean } from '../../db/referrals/insert.ts'
import { ageBandOf, initialsOf } from '../../domain/person.ts'
import { newReference } from '../../domain/reference.ts'
import type { Submission } from '../../domain/submission.ts'
import { matchHash } from '../match-hash.ts'
import type { Order } from './order.ts'
import type { Prepared } from './prepare.ts'

/** What it is called, where that was settled before; random otherwise. */
export type Called = Pick<Order, 'id' | 'reference'>

export function leanOf({ order, network, done, place, at, ...rest }: Prepared, called: Called): Lean {
  const { person, urgent, restricted } = done.submission
  return {
    id: called.id ?? randomUUID(),
    networkId: network.id,
    submissionId: order.submissionId,
    reference: called.reference ?? newReference(size => randomBytes(size)),
    urgent,
    restricted,
    origin: order.origin,
    entryLinkId: order.entryLinkId ?? null,
    referrerOrganisationId: order.referrer.organisationId,
    referrerUserId: order.referrer.userId,
    formVersionId: rest.formVersionId,
    throughNetworkId: rest.throughNetworkId,
    startsFromServiceId: rest.startsFromServiceId,
    initials: initialsOf(person) || null,
    ageBand: ageBandOf(done.facts.age),
    outwardCode: place?.outward ?? null,
    authorityCode: place?.authority ?? null,
    openedAt: at,
  }
}

/** Null where too little is known to compare (FORM-15). */
export function hashOf(secret: string, { person, address }: Submission): Buffer | null {
  return matchHash(secret, { ...person, postcode: address.postcode })
}
