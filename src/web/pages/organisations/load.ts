/** What every view of all organisations shows: the services that the filter leaves, with their organisations. */
import type { Context } from 'hono'
import { type Land, readLand } from '../../../db/directory/grid.ts'
import { listMembers, type MemberOrganisation } from '../../../db/directory/organisations.ts'
import { findByWords } from '../../../db/directory/search.ts'
import { listOverview, type OverviewService } from '../../../db/directory/services.ts'
import type { Network } from '../../../db/networks.ts'
import { reachOf } from '../../../domain/coverage.ts'
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
export async function loadDirectory(c: Context<PageEnv>): Promise<Directory | null> {
  const { t, ctx, actor } = c.var
  const query = readDirectoryQuery(c.req.url)
  const within = await networkOf(c, query.network)
  if (!within) return null
  const { network } = within
  const [now, land, ids] = [ctx.now(), await readLand(ctx.db, network), await idsByWords(c, network, query.words)]
  const filter = { networkId: network.id, categoryId: query.category, only: ids }
  const [all, members] = await Promise.all([listOverview(ctx.db, filter, dayOf(now)), listMembers(ctx.db, network.id)])
  const services = query.area ? reaching(all, network, land, query.area) : all
  const organisations = membersOf(members, services, query, ids?.organisationIds)
  const mayRefer = may(actor, 'refer') && actor.networks.some(({ id, agreed }) => id === network.id && agreed)
  return { ...within, t, actor, now, today: dayOf(now), query, land, services, organisations, mayRefer }
}

/** As the search finds them, misspelt or not. */
async function idsByWords(c: Context<PageEnv>, network: Network, words: string | undefined) {
  if (!words) return undefined
  const { terms } = readTyped(words)
  const { found } = await findByWords(c.var.ctx.db, network, words, terms)
  const of = (kind: 'service' | 'organisation') => found.filter(it => it.entry.kind === kind).map(it => it.entry.id)
  return { ids: of('service'), organisationIds: of('organisation') }
}

function reaching(services: OverviewService[], network: Network, { grid }: Land, area: string): OverviewService[] {
  const cells = grid.cells.filter(({ authority }) => authority === area)
  return services.filter(({ catchment, venue }) =>
    reachOf(catchment, venue, { cells }, network.authorities).some(Boolean),
  )
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
