/** How full services are, in the figures that treemap, bars, table and file share. */
import type { OverviewService } from '../../../db/directory/services.ts'
import { roomIn } from '../../../domain/service.ts'
import { paths } from '../../paths.ts'
import type { TreemapGroup } from '../../ui/charts/treemap.tsx'
import { rootOf } from './categories.ts'
import type { Directory } from './load.ts'

/** `free` null where there is no limit, never below 0; `share` and `asked` in percent of the bar. */
export type Filling = {
  used: number
  waiting: number
  free: number | null
  over: boolean
  share: number
  asked: number
}

export function fillingOf(service: OverviewService): Filling {
  const { capacity, cases, waiting } = service
  const free = roomIn(service)
  const whole = Math.max(capacity ?? 0, cases, 1)
  const share = percent(cases / whole)
  return {
    used: cases,
    waiting,
    free: free === null ? null : Math.max(0, free),
    over: capacity !== null && cases > capacity,
    share,
    asked: Math.min(100 - share, percent(waiting / whole)),
  }
}

/** Over services with a number of places. */
export function totalsOf(services: readonly OverviewService[]) {
  const limited = services.filter(({ capacity }) => capacity !== null)
  const sum = (of: (service: OverviewService) => number) => limited.reduce((total, service) => total + of(service), 0)
  return {
    places: sum(({ capacity }) => capacity ?? 0),
    used: sum(({ cases, capacity }) => Math.min(cases, capacity ?? 0)),
    free: sum(service => Math.max(0, roomIn(service) ?? 0)),
    waiting: services.reduce((total, { waiting }) => total + waiting, 0),
  }
}

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

const percent = (share: number) => Math.round(share * 1000) / 10
