/** Which squares a service reaches, worked out once for as long as neither it nor the grid changes. */
import type { Kysely } from 'kysely'
import type { Catchment } from '../../domain/catchment.ts'
import { type Grid, type Reach, reachOf } from '../../domain/coverage.ts'
import type { Network } from '../networks.ts'
import type { DB } from '../schema.ts'
import { readLand } from './grid.ts'
import type { OverviewService } from './services.ts'

type Reaching = Pick<OverviewService, 'catchment' | 'venue'>

/** By grid, which is kept until an outline changes, then by the catchment as it was read last. */
const reaches = new WeakMap<Grid, WeakMap<Catchment, Reach>>()

export function keptReach({ catchment, venue }: Reaching, grid: Grid, authorities: readonly string[]): Reach {
  const kept = reaches.get(grid) ?? new WeakMap<Catchment, Reach>()
  reaches.set(grid, kept)
  const reach = kept.get(catchment) ?? reachOf(catchment, venue, grid, authorities)
  kept.set(catchment, reach)
  return reach
}

/** By the same squares as the picture of coverage: somebody in one of that area's would be served. */
export async function reachingInto(
  db: Kysely<DB>,
  network: Network,
  area: string,
): Promise<(service: Reaching) => boolean> {
  const { grid } = await readLand(db, network)
  const wanted = grid.cells.flatMap((cell, at) => (cell.area === area ? [at] : []))
  return service => {
    const reach = keptReach(service, grid, network.authorities)
    return wanted.some(at => reach[at] === 1)
  }
}
