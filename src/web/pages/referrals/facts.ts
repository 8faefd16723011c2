/** What the numbers of reports lead to a list by, where the viewer may find by it. */
import { betweenDays, type Facts, type Tab } from '../../../domain/listing.ts'
import type { Actor } from '../../../domain/policy.ts'
import { findsByFacts } from '../../../domain/policy-on-referral.ts'
import type { ListQuery } from './query.ts'

/** What only some may find by is as if it were not asked for where it may not be. */
export function allowed(query: ListQuery, tab: Tab, actor: Actor): ListQuery {
  if (findsByFacts(actor, { tab, networkId: query.network })) return query
  const { age: _, district: __, way: ___, fate: ____, outcome: _____, ...rest } = query
  return tab === 'received' ? rest : { ...rest, reason: undefined, askedFrom: undefined, askedUntil: undefined }
}

export function factsOf(asked: ListQuery, tab: Tab, actor: Actor): Facts | undefined {
  const { age, district, way, fate, outcome, reason, askedFrom, askedUntil, recipient } = allowed(asked, tab, actor)
  if (!(age || district || way || fate || outcome || reason)) return undefined
  const { from, before } = betweenDays(askedFrom, askedUntil)
  return {
    ...{ ageBand: age, outwardCode: district, origin: way, fate, outcomeId: outcome, reasonId: reason },
    ...{ askedOf: tab === 'received' ? (actor.organisationId ?? undefined) : recipient },
    ...{ askedFrom: from, askedBefore: before },
  }
}
