/** What every overview begins with: the services of a network that a filter leaves, and the land that they serve. */
import type { Kysely } from 'kysely'
import type { Network } from '../networks.ts'
import type { DB } from '../schema.ts'
import { type Land, readLand } from './grid.ts'
import { keptReach } from './kept-reach.ts'
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
  const [land, all] = await Promise.all([
    readLand(db, network),
    listOverview(db, { networkId: network.id, categoryId: category, only }, today),
  ])
  return { land, services: area ? reaching(all, network, land, area) : all }
}

function reaching(services: OverviewService[], network: Network, { grid }: Land, area: string): OverviewService[] {
  const wanted = grid.cells.flatMap((cell, at) => (cell.area === area ? [at] : []))
  return services.filter(service => {
    const reach = keptReach(service, grid, network.authorities)
    return wanted.some(at => reach[at] === 1)
  })
}
