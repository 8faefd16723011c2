/** A bar for each row, its name and figure in words; where compared, a mark where it stood before. */
import type { Children } from '../context.tsx'

/** `parts`: what the bar is made of, from the left; one part is the plain bar. */
export type BarRow = {
  key: string
  name: string
  href?: string | undefined
  figure: Children
  parts: readonly number[]
  before?: number | undefined
}

export function Bars({ rows }: { rows: readonly BarRow[] }) {
  const most = Math.max(...rows.flatMap(({ parts, before = 0 }) => [sum(parts), before]), 1)
  return (
    <ul class="bar-rows">
      {rows.map(({ key, name, href, figure, parts, before }) => (
        <li key={key}>
          <span class="bar-name">{href ? <a href={href}>{name}</a> : name}</span>
          <svg class="bar-line" width="100%" height="16" aria-hidden="true">
            {parts.map((part, at) => (
              <rect
                key={at}
                class={`part-${at}`}
                x={share(sum(parts.slice(0, at)), most)}
                width={share(part, most)}
                height="16"
              />
            ))}
            {before !== undefined && <rect class="before" x={share(before, most)} width="3" height="16" />}
          </svg>
          <span class="figure">{figure}</span>
        </li>
      ))}
    </ul>
  )
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0)
}

function share(part: number, whole: number): string {
  return `${Math.round((part / whole) * 1000) / 10}%`
}
