/** Suggestions for a person: candidates by index, ranked by the rules, with the names that the words need. */
import type { Kysely } from 'kysely'
import type { Place } from '../domain/area.ts'
import { type RuledOut, type Suggestion, shortlistOf, suggest } from '../domain/matching.ts'
import type { Facts } from '../domain/service.ts'
import { findCandidates } from './candidates.ts'
import { lineOf, type Network } from './networks.ts'
import type { DB } from './schema.ts'

export type Sought = {
  /** Categories of need. */
  needs: readonly string[]
  place: Place | null
  facts: Facts
  /** Services that the referrer asks about by name: told why, if they are not suggested. */
  named?: readonly string[]
}
export type ServiceName = { serviceName: string; organisationName: string; organisationId: string }
export type Suggestions = {
  suggested: Suggestion[]
  /** The best few for each need: where a referral goes unless the referrer changes it. */
  shortlist: string[]
  ruledOut: RuledOut[]
  names: ReadonlyMap<string, ServiceName>
}

/** Nobody reads further; and at most so many near services are explained away. */
const mostSuggested = 30
const mostRuledOut = 8

export async function findSuggestions(
  db: Kysely<DB>,
  network: Network,
  sought: Sought,
  at: Date,
): Promise<Suggestions> {
  const needs = sought.needs.map(categoryId => ({ categoryId, line: lineOf(network, categoryId) }))
  const categoryIds = [...new Set(needs.flatMap(({ line }) => line))]
  const { place, facts, named = [] } = sought
  const offers = await findCandidates(db, network.id, { categoryIds, place, named }, at)
  const { suggested, ruledOut } = suggest({ needs, place, facts, at }, offers, network.authorities)
  const asked = ruledOut.filter(({ serviceId }) => named.includes(serviceId))
  const others = ruledOut.filter(
    ({ serviceId, because }) => !named.includes(serviceId) && because[0]?.code !== 'meets_nothing',
  )
  return {
    suggested: suggested.slice(0, mostSuggested),
    shortlist: shortlistOf(suggested, network.settings.shortlistPerNeed).map(({ serviceId }) => serviceId),
    ruledOut: [...asked, ...others.slice(0, mostRuledOut)],
    names: new Map(
      offers.map(({ serviceId, serviceName, organisationName, organisationId }) => [
        serviceId,
        { serviceName, organisationName, organisationId },
      ]),
    ),
  }
}
