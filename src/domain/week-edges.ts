/** When what many opening hours say of “now” changes, all together: by the wall clock, so that it costs nothing to ask. */
import type { Hours } from './hours.ts'
import type { WallClock } from './wall-clock.ts'

/** By weekday, 1 Monday: the minutes after midnight at which something opens or closes, in order. */
export type Edges = ReadonlyMap<number, readonly number[]>

export function edgesOf(all: readonly Hours[]): Edges {
  const times = all.flatMap(({ spans }) =>
    spans.flatMap(({ weekday, opens, closes }) => timesOf(weekday, opens, closes)),
  )
  const byDay = Map.groupBy(times, ({ weekday }) => weekday)
  return new Map([...byDay].map(([weekday, found]) => [weekday, inOrder(found.map(({ minutes }) => minutes))]))
}

/** The same text for as long as nothing opens or closes: the day, and how many minutes into it that last happened. */
export function stretchAt(edges: Edges, { date, weekday, minutes }: WallClock): string {
  const last = (edges.get(weekday) ?? []).findLast(edge => edge <= minutes) ?? 0
  return `${date} ${last}`
}

/** What is open past midnight closes on the next day. */
function timesOf(weekday: number, opens: string, closes: string) {
  const [from, until] = [minutesOf(opens), minutesOf(closes)]
  const closing = until <= from ? (weekday % 7) + 1 : weekday
  return [
    { weekday, minutes: from },
    { weekday: closing, minutes: until },
  ]
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const inOrder = (minutes: readonly number[]) => [...new Set(minutes)].sort((a, b) => a - b)
