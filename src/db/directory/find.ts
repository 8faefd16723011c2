/** The search of the directory by its members: words ranked, then every other criterion by the rules themselves. */
import type { Kysely } from 'kysely'
import type { Place } from '../../domain/area.ts'
import { takesReferrals } from '../../domain/availability.ts'
import { gather, type Result as ResultOf } from '../../domain/directory-results.ts'
import type { DirectorySearch } from '../../domain/directory-search.ts'
import { readTyped } from '../../domain/search-words.ts'
import { roomIn } from '../../domain/service.ts'
import type { Network } from '../networks.ts'
import { placeOf } from '../places.ts'
import type { DB } from '../schema.ts'
import { listNetworkAreas } from './grid.ts'
import { reachingInto } from './kept-reach.ts'
import { listMembers, type MemberOrganisation } from './organisations.ts'
import { findByWords, hasStrong, type Matches } from './search.ts'
import { listOverview, type OverviewService } from './services.ts'

export type Result = ResultOf<OverviewService, MemberOrganisation>
export type Results = {
  results: Result[]
  respelt: Matches['respelt']
  /** Nothing has all of the words: these have some. */
  partly: boolean
  area: string | null
  place: Place | null
  /** A postcode was given that nobody knows. */
  lost: boolean
}

export async function findInDirectory(
  db: Kysely<DB>,
  network: Network,
  asked: DirectorySearch,
  today: string,
): Promise<Results> {
  const reading = readTyped(asked.words, await listNetworkAreas(db, network))
  const postcode = asked.postcode || (reading.postcode ?? '')
  const area = asked.area ?? reading.area
  const place = await placeOf(db, postcode)
  const terms = [...reading.terms, ...readTyped(asked.name).terms]
  const typed = `${asked.words} ${asked.name}`.trim()
  const matches = hasStrong(terms) ? await findByWords(db, network, { typed, terms, seen: 'members' }) : null
  const named = matches?.found.filter(({ entry }) => entry.kind === 'organisation').map(({ entry }) => entry.id) ?? []
  const only = matches ? { ids: matches.found.map(({ entry }) => entry.id), organisationIds: named } : undefined
  const [services, members, reaches] = await Promise.all([
    listOverview(db, { networkId: network.id, categoryId: asked.category, only }, today),
    listMembers(db, network.id),
    area ? reachingInto(db, network, area) : () => true,
  ])
  const organisations = new Map(members.filter(one => isSuch(one, asked)).map(one => [one.id, one]))
  const fitting = services.filter(
    service => organisations.has(service.organisationId) && meets(service, asked) && reaches(service),
  )
  return {
    results: gather({
      ...{ services: fitting, organisations, found: matches?.found ?? null, place, authorities: network.authorities },
      narrowed: isNarrowed(asked, place, area),
    }),
    respelt: matches?.respelt ?? [],
    partly: matches?.found.some(({ all }) => !all) ?? false,
    area,
    place,
    lost: postcode !== '' && place?.point == null,
  }
}

const isNarrowed = (asked: DirectorySearch, place: Place | null, area: string | null) =>
  place !== null || area !== null || asked.day !== undefined || asked.room || asked.category !== undefined

/** Everything but words, place and what the organisation is. */
function meets(service: OverviewService, { day, room }: DirectorySearch): boolean {
  if (day && !service.hours.spans.some(({ weekday }) => weekday === day)) return false
  const free = roomIn(service)
  return !room || (takesReferrals(service.availability) && (free === null || free > 0))
}

function isSuch({ languages, kind }: MemberOrganisation, asked: DirectorySearch): boolean {
  const speaks = asked.language === '' || languages.some(it => same(it, asked.language))
  return speaks && (asked.kind === '' || same(kind ?? '', asked.kind))
}
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
