/** What those on a referral may do beside answering: add files and remove them, restrict it, open it by break-glass. */

import type { Tab } from './listing.ts'
import type { NetworkSettings } from './network.ts'
import { type Actor, mayWrite, type Sides, sightOf, standingsOf } from './policy.ts'
import { isEnded, type ReferralStatus } from './referral.ts'

type Rules = Pick<NetworkSettings, 'membersSee' | 'membersSeeIdentity' | 'identityBeforeAcceptance'>

/**
 * Nobody finds by what they may not see: the sender sees all of theirs, the coordinator all that counts in their network. Of what was
 * received the organisation knows what it was asked and answered itself, so it finds by that alone; an administrator sees between whom
 * each referral went.
 */
export function findsBy(
  actor: Actor,
  { tab, networkId }: { tab: Tab; networkId?: string | undefined },
): { facts: boolean; askings: boolean; recipients: boolean } {
  const facts = tab === 'sent' || (tab === 'all' && networkId !== undefined && actor.coordinates.includes(networkId))
  return { facts, askings: facts || tab === 'received', recipients: facts || actor.administrator }
}

/** FORM-8, RES-10: by those who read all of it and have a part in it now, until it is closed. */
export function mayAddFiles(actor: Actor, sides: Sides, rules: Rules, status: ReferralStatus): boolean {
  return !isEnded(status) && hasPartNow(actor, sides) && sightOf(actor, sides, rules).level === 'full'
}

/** RES-16: the referrer, an organisation on it, or the coordinator who reads it. */
export function mayRestrict(actor: Actor, sides: Sides, rules: Rules): boolean {
  return hasPartNow(actor, sides) && sightOf(actor, sides, rules).level === 'full'
}

/** PUB-3: who gives the person the code of their own page: the sender, who helps them, the coordinator who reads it. */
export function mayGiveCode(actor: Actor, sides: Sides, rules: Rules): boolean {
  const standings = actor.organisationId ? standingsOf(actor.organisationId, sides) : []
  const knowsThem = standings.includes('sender') || standings.includes('helping')
  const given = knowsThem || actor.coordinates.includes(sides.networkId)
  return mayWrite(actor) && given && sightOf(actor, sides, rules).level === 'full'
}

/** RES-16: a coordinator, of a restricted referral that is closed to them. */
export function mayBreakGlass(actor: Actor, sides: Sides): boolean {
  const closed = sides.restricted && !sides.consentWithdrawn && !sides.openedBy?.includes(actor.userId)
  return closed && actor.scopes === null && actor.coordinates.includes(sides.networkId)
}

/** Its adder, and the primary users of the adder's organisation. */
export function mayRemoveFile(
  actor: Actor,
  sides: Sides,
  rules: Rules,
  status: ReferralStatus,
  file: { addedByUserId: string | null; addedByOrganisationId: string | null },
): boolean {
  const own = file.addedByUserId === actor.userId
  const primary = actor.role === 'primary' && file.addedByOrganisationId === actor.organisationId
  return (own || primary) && mayAddFiles(actor, sides, rules, status)
}

/** It sent it, is asked or helps, or coordinates; who is done with it only reads on. */
function hasPartNow(actor: Actor, sides: Sides): boolean {
  const standings = actor.organisationId ? standingsOf(actor.organisationId, sides) : []
  const active = standings.some(one => one === 'sender' || one === 'helping' || one === 'waiting')
  return mayWrite(actor) && (active || actor.coordinates.includes(sides.networkId))
}
