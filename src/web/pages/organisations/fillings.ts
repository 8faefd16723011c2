/** How full services are, as boxes of a treemap. */
import { paths } from '../../paths.ts'
import type { TreemapGroup } from '../../ui/charts/treemap.tsx'
import { rootOf } from './categories.ts'
import type { Directory } from './load.ts'

/** By branch of the first category; the largest `most` alone, `left` the rest and those with no box. */
export function groupsOf({ network, services, t }: Directory, most: number): { groups: TreemapGroup[]; left: number } {
  const sized = services.filter(({ capacity }) => capacity !== null && capacity > 0)
  const kept = sized.toSorted((a, b) => (b.capacity ?? 0) - (a.capacity ?? 0)).slice(0, most)
  const byBranch = Map.groupBy(kept, ({ categoryIds: [first] }) => (first ? rootOf(network, first)?.label : undefined))
  const groups = [...byBranch].map(([name, of]) => ({
    name: name ?? t('directory.capacity.noGroup'),
    tiles: of.map(service => ({
      id: service.id,
      href: `${paths.organisation(service.organisationId)}#service-${service.id}`,
      name: service.name,
      organisation: service.organisationName,
      places: service.capacity ?? 0,
      cases: service.cases,
      waiting: service.waiting,
    })),
  }))
  return { groups, left: sized.length - kept.length }
}
