/** PUB-2: the search of a public directory. Words are found and ranked as for members, over what is public alone. */
import type { Kysely } from 'kysely'
import { gather, type Result } from '../../domain/directory-results.ts'
import { isEspeciallyFor, meetsCriteria, type PublicCriteria } from '../../domain/public-search.ts'
import { readTyped } from '../../domain/search-words.ts'
import { listNetworkAreas } from '../directory/grid.ts'
import { reachingInto } from '../directory/kept-reach.ts'
import { findByWords, hasStrong, type Matches } from '../directory/search.ts'
import { lineOf } from '../networks.ts'
import { placeOf } from '../places.ts'
import type { DB } from '../schema.ts'
import type { Directory, PublicOrganisation, PublicService } from './directory.ts'
import type { FoundPlace } from './place.ts'

export type PublicResult = Result<PublicService, PublicOrganisation>
export type PublicResults = {
  results: PublicResult[]
  respelt: Matches['respelt']
  /** Nothing has all of the words: these have some. */
  partly: boolean
  /** From the field, or else out of the words. */
  where: FoundPlace | null
}
export type Wanted = PublicCriteria & { words: string; where: FoundPlace | null }

export async function findPublic(
  db: Kysely<DB>,
  directory: Directory,
  wanted: Wanted,
  at: Date,
): Promise<PublicResults> {
  const { network } = directory
  const reading = readTyped(wanted.words, wanted.words === '' ? [] : await listNetworkAreas(db, network))
  const where = wanted.where ?? (await placeInWords(db, reading))
  const { terms } = reading
  const matches = hasStrong(terms)
    ? await findByWords(db, network, { typed: wanted.words, terms, seen: 'public' })
    : null
  const reaches = where?.area ? await reachingInto(db, network, where.area) : () => true
  const services = directory.services.filter(
    one => offers(directory, one, wanted.need) && meetsCriteria(one, wanted, at) && reaches(one),
  )
  const results = gather({
    ...{ services, organisations: byId(directory), found: matches?.found ?? null },
    ...{ place: where?.place ?? null, authorities: network.authorities, narrowed: true },
  })
  const partly = matches?.found.some(({ all }) => !all) ?? false
  return { results: especiallyFirst(results, wanted), respelt: matches?.respelt ?? [], partly, where }
}

async function placeInWords(db: Kysely<DB>, { postcode, area }: ReturnType<typeof readTyped>) {
  const place = postcode ? await placeOf(db, postcode) : null
  if (!postcode || !place?.point) return area ? { name: '', place: null, area } : null
  return { name: postcode, place, area: null }
}

/** A service of a branch serves whoever asks for what is under it, and the other way round. */
function offers({ network }: Directory, { categoryIds }: PublicService, need: string | undefined): boolean {
  if (!need) return true
  const line = lineOf(network, need)
  return categoryIds.some(id => line.includes(id) || lineOf(network, id).includes(need))
}

/** Of what suits somebody, what was made for them; otherwise as ranked. */
function especiallyFirst(results: PublicResult[], { who }: Wanted): PublicResult[] {
  if (!who) return results
  const isFor = (one: PublicResult) => one.kind === 'service' && isEspeciallyFor(one.service.restrictions, who)
  return [...results.filter(isFor), ...results.filter(one => !isFor(one))]
}

function byId({ organisations }: Directory): ReadonlyMap<string, PublicOrganisation> {
  return new Map(organisations.map(one => [one.id, one]))
}
