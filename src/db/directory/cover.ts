/** Which needs nobody serves where, among the services that take referrals now. */
import { takesReferrals } from '../../domain/availability.ts'
import { coverOf, type NeedCover } from '../../domain/coverage.ts'
import { leavesOf, lineOf, type Network } from '../networks.ts'
import type { Land } from './grid.ts'
import { keptReach } from './kept-reach.ts'
import type { OverviewService } from './services.ts'

export type Cover = {
  needs: (NeedCover & { label: string })[]
  /** The one chosen, or null for all of them together. */
  chosen: (NeedCover & { label: string }) | null
  /** Per square: services of the chosen need, or needs that nobody offers. */
  counts: number[]
}
export type Seen = { network: Network; services: readonly OverviewService[]; land: Pick<Land, 'grid'> }

/** A branch chosen is met by services of it and of anything under it. */
export function coverFor({ network, services, land: { grid } }: Seen, category: string | undefined): Cover {
  const chosen = category ? network.categories.get(category) : undefined
  const leaves = leavesOf(network).filter(({ id }) => !chosen || lineOf(network, id).includes(chosen.id))
  const wanted = chosen && !leaves.some(({ id }) => id === chosen.id) ? [chosen, ...leaves] : leaves
  const offers = services
    .filter(({ availability }) => takesReferrals(availability))
    .map(service => {
      const { categoryIds } = service
      const reach = keptReach(service, grid, network.authorities)
      // A service of a leaf serves somebody who asks for its whole branch, and the other way round.
      return { categoryIds: [...new Set(categoryIds.flatMap(id => lineOf(network, id)))], own: categoryIds, reach }
    })
  const covers = coverOf(
    grid,
    wanted.map(({ id }) => ({ id, line: lineOf(network, id) })),
    offers.map(({ own, reach }) => ({ categoryIds: own, reach })),
  )
  const whole = chosen && coverOf(grid, [{ id: chosen.id, line: [chosen.id] }], offers)[0]
  const all = covers.map(one => (whole && one.id === whole.id && leaves.length > 1 ? whole : one))
  const needs = all.map(one => ({ ...one, label: network.categories.get(one.id)?.label ?? '' }))
  const one = (chosen && needs.find(({ id }) => id === chosen.id)) ?? null
  const counts = one ? one.counts : grid.cells.map((_, at) => needs.filter(need => need.counts[at] === 0).length)
  return { needs, chosen: one, counts }
}
