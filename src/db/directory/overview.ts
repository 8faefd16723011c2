/** What every overview begins with: the services of a network that a filter leaves, and the land that they serve. */
import type { Kysely } from 'kysely'
import type { Network } from '../networks.ts'
import type { DB } from '../schema.ts'
import { type Land, readLand } from './grid.ts'
import { reachingInto } from './kept-reach.ts'
import { listOverview, type OverviewFilter, type OverviewService } from './services.ts'

/** `area`: a GSS code; only services that reach into it. */
export type OverviewWish = { category?: string | undefined; area?: string | undefined; only?: OverviewFilter['only'] }

/** `today`: YYYY-MM-DD. */
export async function readOverview(
  db: Kysely<DB>,
  network: Network,
  { category, area, only }: OverviewWish,
  today: string,
): Promise<{ land: Land; services: OverviewService[] }> {
  const [land, all, reaches] = await Promise.all([
    readLand(db, network),
    listOverview(db, { networkId: network.id, categoryId: category, only }, today),
    area ? reachingInto(db, network, area) : () => true,
  ])
  return { land, services: all.filter(reaches) }
}
