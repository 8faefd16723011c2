/** Suggestions for a person: candidates by index, ranked by the rules, with the names that the words need. */
import type { Kysely } from 'kysely'
import type { Place } from '../domain/area.ts'
import type { Ruling } from '../domain/journey.ts'
import { type RuledOut, type Suggestion, shortlistOf, suggest } from '../domain/matching.ts'
import type { Facts } from '../domain/service.ts'
import { type StartsFrom, startingList } from '../domain/starting.ts'
import { findCandidates } from './candidates.ts'
import { lineOf, type Network } from './networks.ts'
import type { DB } from './schema.ts'
import { readStart } from './starting.ts'

export type Sought = {
  /** Categories of need. */
  needs: readonly string[]
  place: Place | null
  facts: Facts
  /** FORM-5: by answers to the network's questions. */
  ruledIn?: readonly Ruling[]
  ruledOut?: readonly Ruling[]
  /** Services that the referrer asks about by name: told why, if they are not suggested. */
  named?: readonly string[]
  /** FORM-10: what the referrer began from. */
  startsFrom?: StartsFrom | null
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

/** What the answers rule out is told before what is merely near. */
const byAnswerFirst = (a: RuledOut, b: RuledOut) => Number(isByAnswer(b)) - Number(isByAnswer(a))
const isByAnswer = ({ because }: RuledOut) => because.some(({ code }) => code === 'answer')

export async function findSuggestions(
  db: Kysely<DB>,
  network: Network,
  sought: Sought,
  at: Date,
): Promise<Suggestions> {
  const needs = sought.needs.map(categoryId => ({ categoryId, line: lineOf(network, categoryId) }))
  const categoryIds = [...new Set(needs.flatMap(({ line }) => line))]
  const { place, facts, ruledIn = [], startsFrom = null } = sought
  const start = startsFrom && (await readStart(db, network.id, startsFrom))
  const named = [...(sought.named ?? []), ...(start?.serviceIds ?? [])]
  const ruled = [...ruledIn, ...(sought.ruledOut ?? [])].map(({ serviceId }) => serviceId)
  const offers = await findCandidates(db, network.id, { categoryIds, place, named: [...named, ...ruled] }, at)
  const seeker = { needs, place, facts, at, ruledIn, ruledOut: sought.ruledOut }
  const { suggested, ruledOut } = suggest(seeker, offers, network.authorities)
  const asked = ruledOut.filter(({ serviceId }) => named.includes(serviceId))
  const others = ruledOut.filter(
    ({ serviceId, because }) => !named.includes(serviceId) && because[0]?.code !== 'meets_nothing',
  )
  return {
    suggested: suggested.slice(0, mostSuggested),
    shortlist: listOf(suggested, startsFrom, network.settings.shortlistPerNeed).map(({ serviceId }) => serviceId),
    ruledOut: [...asked, ...others.toSorted(byAnswerFirst).slice(0, mostRuledOut)],
    names: new Map(
      offers.map(({ serviceId, serviceName, organisationName, organisationId }) => [
        serviceId,
        { serviceName, organisationName, organisationId },
      ]),
    ),
  }
}

function listOf(suggested: readonly Suggestion[], startsFrom: StartsFrom | null, perNeed: number): Suggestion[] {
  return startsFrom ? startingList(suggested, startsFrom, perNeed) : shortlistOf(suggested, perNeed)
}
