/** Which squares a service reaches, worked out once for as long as neither it nor the grid changes. */
import type { Catchment } from '../../domain/catchment.ts'
import { type Grid, type Reach, reachOf } from '../../domain/coverage.ts'
import type { OverviewService } from './services.ts'

/** By grid, which is kept until an outline changes, then by the catchment as it was read last. */
const reaches = new WeakMap<Grid, WeakMap<Catchment, Reach>>()

export function keptReach(
  { catchment, venue }: Pick<OverviewService, 'catchment' | 'venue'>,
  grid: Grid,
  authorities: readonly string[],
): Reach {
  const kept = reaches.get(grid) ?? new WeakMap<Catchment, Reach>()
  reaches.set(grid, kept)
  const reach = kept.get(catchment) ?? reachOf(catchment, venue, grid, authorities)
  kept.set(catchment, reach)
  return reach
}
