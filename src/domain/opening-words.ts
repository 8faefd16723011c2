/** A week's spans gathered as people say them: days with the same hours together, in runs. */
import type { Span } from './hours.ts'

/** Weekdays, 1 Monday; a run of three or more that follow one another is said as first to last. */
export type OpeningLine = { days: number[][]; spans: { opens: string; closes: string }[] }

export function openingLines(spans: readonly Span[]): OpeningLine[] {
  const byDay = Map.groupBy(spans.toSorted(inOrder), ({ weekday }) => weekday)
  const byHours = Map.groupBy([...byDay.keys()], day => hoursKey(byDay.get(day) ?? []))
  return [...byHours.values()].map(days => ({
    days: runsOf(days),
    spans: (byDay.get(days[0] ?? 0) ?? []).map(({ opens, closes }) => ({
      opens: opens.slice(0, 5),
      closes: closes.slice(0, 5),
    })),
  }))
}

function inOrder(a: Span, b: Span): number {
  return a.weekday - b.weekday || a.opens.localeCompare(b.opens)
}

function hoursKey(spans: readonly Span[]): string {
  return spans.map(({ opens, closes }) => `${opens.slice(0, 5)}-${closes.slice(0, 5)}`).join(' ')
}

function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs.flatMap(run => (run.length === 2 ? run.map(day => [day]) : [run]))
}
