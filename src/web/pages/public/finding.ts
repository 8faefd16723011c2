/** A search of the public directory, as its list, its map and its form inside other sites show it. */

import { lineOf, type Network } from '../../../db/networks.ts'
import { type FoundPlace, readPlace } from '../../../db/open-data/place.ts'
import { findPublic, type PublicResult, type PublicResults } from '../../../db/open-data/search.ts'
import type { TypedSearch } from '../../../domain/public-search.ts'
import type { AnyContext } from '../../env.ts'
import {
  countFilters,
  criteriaOf,
  type FindQuery,
  openSearch,
  readFindQuery,
  sealSearch,
  writeFindQuery,
} from './query.ts'
import type { Site } from './site.ts'

export type Finding = {
  site: Site
  query: FindQuery
  typed: TypedSearch
  found: PublicResults
  /** What was asked for is too old to be read. */
  lost: boolean
  /** Anything was asked for. */
  asked: boolean
  /** The same search with a change, on its own page or on another that shows it. */
  href: (change?: Partial<FindQuery>, path?: string, list?: string) => string
  /** The same filters with other words, or another place. */
  hrefTyped: (typed: TypedSearch) => string
}

/** `path`: of the page that shows it. */
export async function loadFinding(c: AnyContext, site: Site, path: string): Promise<Finding> {
  const query = readFindQuery(c.req.url, site)
  const { lost, ...typed } = openSearch(c, site, query.s)
  const where = await placeTyped(c, site, typed.place)
  const { db } = c.var.deps.database
  const found = await findPublic(db, site, { ...criteriaOf(query), words: typed.words, where }, site.now)
  const asked = countFilters(query) > 0 || typed.words !== '' || where !== null
  return {
    ...{ site, query, typed, found, lost, asked },
    href: (change = {}, on = path, list) =>
      site.to(on, { ...writeFindQuery(query, change), ...(list !== undefined && { list: list || undefined }) }),
    hrefTyped: other => site.to(path, writeFindQuery(query, { s: sealSearch(c, site, other) })),
  }
}

/** It was known when it was sealed; what is not known any more narrows nothing. */
async function placeTyped(c: AnyContext, site: Site, typed: string): Promise<FoundPlace | null> {
  const read = await readPlace(c.var.deps.database.db, site, typed)
  return read.ok ? read.found : null
}

/** One kind of help, or a branch above it, is among those whose readers may have to leave at once. */
export function isSensitive(network: Network, categoryIds: readonly string[]): boolean {
  return categoryIds.some(id => lineOf(network, id).some(one => network.categories.get(one)?.sensitive))
}

/** Somebody asked for such help, by its name or in their own words. */
export function mayHaveToLeave({ site: { network }, query, typed }: Finding, shown: readonly PublicResult[]): boolean {
  const services = shown.flatMap(one => (one.kind === 'service' ? [one.service] : one.services))
  const isAsked = query.need !== undefined || typed.words !== ''
  if (query.need && isSensitive(network, [query.need])) return true
  return isAsked && services.some(({ categoryIds }) => isSensitive(network, categoryIds))
}
