/** What every view of all organisations shows: the services that the filter leaves, with their organisations. */
import type { Context } from 'hono'
import type { Land } from '../../../db/directory/grid.ts'
import { listMembers, type MemberOrganisation } from '../../../db/directory/organisations.ts'
import { readOverview } from '../../../db/directory/overview.ts'
import { findByWords } from '../../../db/directory/search.ts'
import type { OverviewService } from '../../../db/directory/services.ts'
import { lineOf, type Network } from '../../../db/networks.ts'
import { type Actor, may } from '../../../domain/policy.ts'
import { readTyped } from '../../../domain/search-words.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { type DirectoryQuery, isFiltered, readDirectoryQuery } from './filter.ts'
import { dayOf, networkOf } from './network.ts'

export type Directory = {
  t: T
  actor: Actor
  now: Date
  today: string
  query: DirectoryQuery
  network: Network
  networks: Network[]
  land: Land
  services: OverviewService[]
  organisations: MemberOrganisation[]
  mayRefer: boolean
}

/** Null where somebody belongs to no network. */
export async function loadDirectory(
  c: Context<PageEnv>,
  query = readDirectoryQuery(c.req.url),
): Promise<Directory | null> {
  const { t, ctx, actor } = c.var
  const within = await networkOf(c, query.network)
  if (!within) return null
  const { network } = within
  const [now, ids] = [ctx.now(), await idsByWords(c, network, query.words)]
  const wish = { category: query.category, area: query.area, only: ids }
  const [{ land, services }, members] = await Promise.all([
    readOverview(ctx.db, network, wish, dayOf(now)),
    listMembers(ctx.db, network.id),
  ])
  const organisations = membersOf(members, services, query, ids?.organisationIds)
  const mayRefer = may(actor, 'refer') && actor.networks.some(({ id, agreed }) => id === network.id && agreed)
  return { ...within, t, actor, now, today: dayOf(now), query, land, services, organisations, mayRefer }
}

/** Of what was loaded without one, only that need, or any below it. */
export function narrowTo(whole: Directory, category: string): Directory {
  const { network, organisations } = whole
  const isWithin = (id: string) => lineOf(network, id).includes(category)
  const services = whole.services.filter(({ categoryIds }) => categoryIds.some(isWithin))
  const query = { ...whole.query, category }
  return { ...whole, query, services, organisations: membersOf(organisations, services, query, undefined) }
}

/** As the search finds them, misspelt or not. */
async function idsByWords(c: Context<PageEnv>, network: Network, words: string | undefined) {
  if (!words) return undefined
  const { terms } = readTyped(words)
  const { found } = await findByWords(c.var.ctx.db, network, { typed: words, terms, seen: 'members' })
  const of = (kind: 'service' | 'organisation') => found.filter(it => it.entry.kind === kind).map(it => it.entry.id)
  return { ids: of('service'), organisationIds: of('organisation') }
}

/** Those with a service left; without a filter on services, everybody. */
function membersOf(
  members: MemberOrganisation[],
  services: OverviewService[],
  query: DirectoryQuery,
  named: readonly string[] | undefined,
): MemberOrganisation[] {
  if (!isFiltered(query)) return members
  const left = new Set(services.map(({ organisationId }) => organisationId))
  const onlyWords = named !== undefined && !query.category && !query.area
  return members.filter(({ id }) => left.has(id) || (onlyWords && named.includes(id)))
}
