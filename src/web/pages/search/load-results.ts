/** A search run again: its results, cut to what the filters beside them leave. */
import type { Context } from 'hono'
import { z } from 'zod'
import { inTransaction } from '../../../actions/context.ts'
import { findInDirectory, type Result, type Results } from '../../../db/directory/find.ts'
import { listNetworkAreas, type NetworkArea } from '../../../db/directory/grid.ts'
import { readSearch } from '../../../db/directory/recent.ts'
import type { Network } from '../../../db/networks.ts'
import { takesReferrals } from '../../../domain/availability.ts'
import { type DirectorySearch, directorySearch } from '../../../domain/directory-search.ts'
import { isOpen } from '../../../domain/hours.ts'
import { type Actor, may } from '../../../domain/policy.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { dayOf, networkOf } from '../organisations/network.ts'

const schema = z.object({
  s: z.uuid().optional().catch(undefined),
  category: z.uuid().optional().catch(undefined),
  area: z.string().max(40).optional().catch(undefined),
  takes: z.literal('yes').optional().catch(undefined),
  open: z.literal('yes').optional().catch(undefined),
  page: z.coerce.number().int().min(2).max(1000).optional().catch(undefined),
})
/** What narrows the results, in the address; what was asked is not. */
export type SearchQuery = z.infer<typeof schema>

export function readSearchQuery(url: string): SearchQuery {
  return schema.parse(Object.fromEntries(new URL(url).searchParams))
}

export type ResultsData = {
  t: T
  actor: Actor
  now: Date
  network: Network
  areas: NetworkArea[]
  asked: DirectorySearch
  query: SearchQuery
  found: Results
  shown: Result[]
  mayRefer: boolean
}

export async function loadResults(c: Context<PageEnv>, id: string): Promise<ResultsData | null> {
  const { t, ctx, actor } = c.var
  const kept = await inTransaction(ctx, trx => readSearch(trx, actor.userId, id))
  if (!kept) return null
  const within = await networkOf(c, kept.network)
  if (!within) return null
  const { network } = within
  const [now, query] = [ctx.now(), readSearchQuery(c.req.url)]
  const asked = directorySearch.parse({
    ...kept,
    category: query.category ?? kept.category,
    area: query.area ?? kept.area,
  })
  const found = await findInDirectory(ctx.db, network, asked, dayOf(now))
  const mayRefer = may(actor, 'refer') && actor.networks.some(({ id, agreed }) => id === network.id && agreed)
  const shown = found.results.filter(result => isLeft(result, query, now))
  return {
    t,
    actor,
    now,
    network,
    areas: await listNetworkAreas(ctx.db, network),
    asked: kept,
    query,
    found,
    shown,
    mayRefer,
  }
}

function isLeft(result: Result, { takes, open }: SearchQuery, now: Date): boolean {
  const services = result.kind === 'service' ? [result.service] : result.services
  if (takes && !services.some(({ availability }) => takesReferrals(availability))) return false
  return !open || services.some(({ hours }) => isOpen(hours, now))
}
