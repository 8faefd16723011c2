/** The search of the directory as a whole: words ranked, then every other criterion by the rules themselves. */
import type { Kysely } from 'kysely'
import { distanceMetres, type Place } from '../../domain/area.ts'
import { takesReferrals } from '../../domain/availability.ts'
import { type Cover, covers } from '../../domain/catchment.ts'
import type { DirectorySearch } from '../../domain/directory-search.ts'
import { readTyped, type Term } from '../../domain/search-words.ts'
import { roomIn } from '../../domain/service.ts'
import type { Network } from '../networks.ts'
import { placeOf } from '../places.ts'
import type { DB } from '../schema.ts'
import { listNetworkAreas, readLand } from './grid.ts'
import { keptReach } from './kept-reach.ts'
import { listMembers, type MemberOrganisation } from './organisations.ts'
import { findByWords, type Matches } from './search.ts'
import { listOverview, type OverviewService } from './services.ts'

/** `metres` and `cover` where a postcode was asked about. */
export type Result =
  | {
      kind: 'service'
      service: OverviewService
      organisation: MemberOrganisation | null
      cover: Cover | null
      metres: number | null
    }
  | { kind: 'organisation'; organisation: MemberOrganisation; services: OverviewService[] }

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
  const matches = hasStrong(terms) ? await findByWords(db, network, `${asked.words} ${asked.name}`.trim(), terms) : null
  const scores = new Map(matches?.found.map(({ entry, score }) => [entry.id, score]))
  const named = matches?.found.filter(({ entry }) => entry.kind === 'organisation').map(({ entry }) => entry.id) ?? []
  const only = matches ? { ids: [...scores.keys()], organisationIds: named } : undefined
  const [services, members] = await Promise.all([
    listOverview(db, { networkId: network.id, categoryId: asked.category, only }, today),
    listMembers(db, network.id),
  ])
  const organisations = new Map(members.map(one => [one.id, one]))
  const reaches = area ? await reachesArea(db, network, area) : () => true
  const fitting = services
    .filter(service => meets(service, asked, organisations.get(service.organisationId)) && reaches(service))
    .map(service => look(service, organisations.get(service.organisationId) ?? null, place, network))
    .filter(({ cover }) => cover !== 'no')
  const found = matches ? fitting.filter(({ service }) => scores.has(service.id)) : fitting
  const agencies = named.flatMap(id => asAgency(id, organisations, fitting, asked, isNarrowed(asked, place, area)))
  return {
    results: order([...found, ...withoutRepeats(agencies, found, matches)], scores),
    respelt: matches?.respelt ?? [],
    partly: matches?.found.some(({ all }) => !all) ?? false,
    area,
    place,
    lost: postcode !== '' && place?.point == null,
  }
}

const hasStrong = (terms: readonly Term[]) => terms.some(({ weak }) => !weak)
const isNarrowed = (asked: DirectorySearch, place: Place | null, area: string | null) =>
  place !== null || area !== null || asked.day !== undefined || asked.room || asked.category !== undefined

/** Everything but words and place. */
function meets(
  service: OverviewService,
  asked: DirectorySearch,
  organisation: MemberOrganisation | undefined,
): boolean {
  const { day, room } = asked
  if (day && !service.hours.spans.some(({ weekday }) => weekday === day)) return false
  const free = roomIn(service)
  if (room && !(takesReferrals(service.availability) && (free === null || free > 0))) return false
  return organisation === undefined ? false : isSuch(organisation, asked)
}

function isSuch({ languages, kind }: MemberOrganisation, asked: DirectorySearch): boolean {
  const speaks = asked.language === '' || languages.some(it => same(it, asked.language))
  return speaks && (asked.kind === '' || same(kind ?? '', asked.kind))
}
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

type ServiceResult = Extract<Result, { kind: 'service' }>
type AgencyResult = Extract<Result, { kind: 'organisation' }>

function look(
  service: OverviewService,
  organisation: MemberOrganisation | null,
  place: Place | null,
  { authorities }: Network,
): ServiceResult {
  const cover = place && covers(service.catchment, place, authorities, service.venue)
  const metres = place?.point && service.venue ? distanceMetres(place.point, service.venue) : null
  return { kind: 'service', service, organisation, cover, metres }
}

/** By the same squares as the picture of coverage: somebody in one of them would be served. */
async function reachesArea(db: Kysely<DB>, network: Network, area: string) {
  const { grid } = await readLand(db, network)
  const wanted = grid.cells.flatMap((cell, at) => (cell.area === area ? [at] : []))
  return (service: OverviewService) => {
    const reach = keptReach(service, grid, network.authorities)
    return wanted.some(at => reach[at] === 1)
  }
}

function asAgency(
  id: string,
  organisations: ReadonlyMap<string, MemberOrganisation>,
  fitting: readonly ServiceResult[],
  asked: DirectorySearch,
  narrowed: boolean,
): AgencyResult[] {
  const organisation = organisations.get(id)
  if (!organisation || !isSuch(organisation, asked)) return []
  const services = fitting.map(({ service }) => service).filter(({ organisationId }) => organisationId === id)
  return narrowed && services.length === 0 ? [] : [{ kind: 'organisation', organisation, services }]
}

/** An organisation stands beside its own services only where it was called by name. */
function withoutRepeats(agencies: AgencyResult[], found: readonly ServiceResult[], matches: Matches | null) {
  const named = new Set(matches?.found.filter(({ byName }) => byName).map(({ entry }) => entry.id))
  const shown = new Set(found.map(({ service }) => service.organisationId))
  return agencies.filter(({ organisation: { id } }) => named.has(id) || !shown.has(id))
}

/** Best match first; then those who surely serve the place, the nearest, the name. */
function order(results: Result[], scores: ReadonlyMap<string, number>): Result[] {
  const keyed = results.map(result => ({ result, key: keyOf(result, scores) }))
  return keyed.toSorted((a, b) => compare(a.key, b.key)).map(({ result }) => result)
}

type Key = { score: number; check: number; metres: number; name: string }

function keyOf(result: Result, scores: ReadonlyMap<string, number>): Key {
  if (result.kind === 'organisation') {
    const { id, name } = result.organisation
    return { score: scores.get(id) ?? 0, check: 0, metres: Number.MAX_VALUE, name }
  }
  const { service, cover, metres } = result
  return {
    score: scores.get(service.id) ?? 0,
    check: cover === 'check' ? 1 : 0,
    metres: metres ?? Number.MAX_VALUE,
    name: service.name,
  }
}

function compare(a: Key, b: Key): number {
  return b.score - a.score || a.check - b.check || a.metres - b.metres || a.name.localeCompare(b.name, 'en')
}
