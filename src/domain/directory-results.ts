/** What a search of the directory gives, put in order: the same for its members and for the public, who see less of it. */
import { distanceMetres, type Place, type Point } from './area.ts'
import { type Catchment, type Cover, covers } from './catchment.ts'
import type { Found } from './search-rank.ts'

type ServiceLike = { id: string; name: string; organisationId: string; catchment: Catchment; venue: Point | null }
type OrganisationLike = { id: string; name: string }

/** `metres` and `cover` where a place was asked about. */
export type Result<S, O> =
  | { kind: 'service'; service: S; cover: Cover | null; metres: number | null }
  | { kind: 'organisation'; organisation: O; services: S[] }

export type Gathering<S, O> = {
  /** All that meet every criterion but words and place. */
  services: readonly S[]
  /** Those that may be found by name. */
  organisations: ReadonlyMap<string, O>
  /** Null where no words were asked for. */
  found: readonly Found[] | null
  place: Place | null
  /** Of the network. */
  authorities: readonly string[]
  /** Something besides words narrows: an organisation without a service that is left is not found. */
  narrowed: boolean
}

/** Best match first; then those who surely serve the place, the nearest, the name. What does not serve the place is left out. */
export function gather<S extends ServiceLike, O extends OrganisationLike>(its: Gathering<S, O>): Result<S, O>[] {
  const scores = new Map(its.found?.map(({ entry, score }) => [entry.id, score]))
  const fitting = its.services.map(service => look(service, its)).filter(({ cover }) => cover !== 'no')
  const shown = its.found ? fitting.filter(({ service }) => scores.has(service.id)) : fitting
  const named = its.found?.filter(({ entry }) => entry.kind === 'organisation') ?? []
  const agencies = named.flatMap(({ entry }) => asAgency(entry.id, fitting, its))
  return order([...shown, ...withoutRepeats(agencies, shown, named)], scores)
}

type ServiceResult<S> = Extract<Result<S, unknown>, { kind: 'service' }>
type AgencyResult<S, O> = Extract<Result<S, O>, { kind: 'organisation' }>

function look<S extends ServiceLike>(
  service: S,
  { place, authorities }: Pick<Gathering<S, unknown>, 'place' | 'authorities'>,
): ServiceResult<S> {
  const cover = place && covers(service.catchment, place, authorities, service.venue)
  const metres = place?.point && service.venue ? distanceMetres(place.point, service.venue) : null
  return { kind: 'service', service, cover, metres }
}

function asAgency<S extends ServiceLike, O>(
  id: string,
  fitting: readonly ServiceResult<S>[],
  { organisations, narrowed }: Gathering<S, O>,
): AgencyResult<S, O>[] {
  const organisation = organisations.get(id)
  const services = fitting.map(({ service }) => service).filter(({ organisationId }) => organisationId === id)
  if (!organisation || (narrowed && services.length === 0)) return []
  return [{ kind: 'organisation', organisation, services }]
}

/** An organisation stands beside its own services only where it was called by name. */
function withoutRepeats<S extends ServiceLike, O extends OrganisationLike>(
  agencies: readonly AgencyResult<S, O>[],
  found: readonly ServiceResult<S>[],
  named: readonly Found[],
): AgencyResult<S, O>[] {
  const byName = new Set(named.filter(one => one.byName).map(({ entry }) => entry.id))
  const shown = new Set(found.map(({ service }) => service.organisationId))
  return agencies.filter(({ organisation: { id } }) => byName.has(id) || !shown.has(id))
}

function order<S extends ServiceLike, O extends OrganisationLike>(
  results: readonly Result<S, O>[],
  scores: ReadonlyMap<string, number>,
): Result<S, O>[] {
  const keyed = results.map(result => ({ result, key: keyOf(result, scores) }))
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ result }) => result)
}

type Key = { score: number; check: number; metres: number; name: string }

function keyOf(result: Result<ServiceLike, OrganisationLike>, scores: ReadonlyMap<string, number>): Key {
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

const names = new Intl.Collator('en')

function compare(a: Key, b: Key): number {
  return b.score - a.score || a.check - b.check || a.metres - b.metres || names.compare(a.name, b.name)
}
