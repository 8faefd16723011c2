/** How full services are, in the figures that treemap, bars, table, file and API share. */
import { type Load, roomIn } from './service.ts'

/** `free` null where there is no limit, never below 0; `share` and `asked` in percent of the bar. */
export type Filling = {
  used: number
  waiting: number
  free: number | null
  over: boolean
  share: number
  asked: number
}

export function fillingOf(load: Load): Filling {
  const { capacity, cases, waiting } = load
  const free = roomIn(load)
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
export function totalsOf(services: readonly Load[]) {
  const limited = services.filter(({ capacity }) => capacity !== null)
  const sum = (of: (load: Load) => number) => limited.reduce((total, load) => total + of(load), 0)
  return {
    places: sum(({ capacity }) => capacity ?? 0),
    used: sum(({ cases, capacity }) => Math.min(cases, capacity ?? 0)),
    free: sum(load => Math.max(0, roomIn(load) ?? 0)),
    waiting: services.reduce((total, { waiting }) => total + waiting, 0),
  }
}

/** Fullest first; then those that take nobody, then those without a limit. */
export function fullestFirst<L extends Load>(services: readonly L[]): L[] {
  const rank = ({ capacity, cases, waiting }: Load) =>
    capacity ? (cases + waiting) / capacity : capacity === 0 ? -1 : -2
  return services.toSorted((a, b) => rank(b) - rank(a) || (b.capacity ?? 0) - (a.capacity ?? 0))
}

const percent = (share: number) => Math.round(share * 1000) / 10
