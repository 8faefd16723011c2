/** What a benchmark hands to the report. */
import type { Figures } from './measure.ts'

/** `held`: null where nothing is promised. */
export type Bound = { what: string; bound: string; found: string; held: boolean | null }
export type Section = { title: string; bounds: Bound[]; figures: Figures[]; notes: string[] }

export const one = (value: number) => value.toFixed(1)
export const two = (value: number) => value.toFixed(2)

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, at) => (at === 0 ? ':--' : '--:')), ...rows]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

export function sectionText({ title, bounds, figures, notes }: Section): string {
  const parts = [`## ${title}`, ...notes]
  if (bounds.length > 0)
    parts.push(
      table(
        ['what', 'bound', 'found', ''],
        bounds.map(({ what, bound, found, held }) => [
          what,
          bound,
          found,
          held === null ? '' : held ? 'held' : '**not held**',
        ]),
      ),
    )
  if (figures.length > 0) parts.push(table(head, figures.map(cellsOf)))
  return parts.join('\n\n')
}

const head = ['subject', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', 'database CPU ms', 'KB']

function cellsOf({ name, rate, p50, p95, p99, cpu, databaseCpu, kilobytes, wrong }: Figures): string[] {
  const figures = [rate.toFixed(0), two(p50), two(p95), two(p99), two(cpu), two(databaseCpu), one(kilobytes)]
  return [wrong ? `${name} (${wrong})` : name, ...figures]
}
