/** A bar for each row, its name and figure in words; where compared, a mark where it stood before. */
import type { Children } from '../context.tsx'
import { percent } from './plot.tsx'

/** `parts`: what the bar is made of, from the left; one part is the plain bar. `counts`: what is written in them where there is room. `look`: that of another part, `looks`: of each. */
export type BarRow = {
  key: string
  name: string
  href?: string | undefined
  figure: Children
  parts: readonly number[]
  counts?: readonly string[]
  look?: number | undefined
  looks?: readonly number[]
  before?: number | undefined
}

/** `all`: where all of them together stand. */
export function Bars({ rows, all }: { rows: readonly BarRow[]; all?: number | undefined }) {
  const most = Math.max(...rows.flatMap(({ parts, before = 0 }) => [sum(parts), before]), 1)
  return (
    <ul class="bar-rows">
      {rows.map(row => (
        <li key={row.key}>
          <span class="bar-name">{row.href ? <a href={row.href}>{row.name}</a> : row.name}</span>
          <svg class="bar-line" width="100%" height="20" aria-hidden="true">
            <BarParts row={row} most={most} />
            {row.before !== undefined && <rect class="before" x={share(row.before, most)} width="3" height="20" />}
            {all !== undefined && <line class="all" x1={share(all, most)} x2={share(all, most)} y1="-9" y2="29" />}
          </svg>
          <span class="figure">{row.figure}</span>
        </li>
      ))}
    </ul>
  )
}

function BarParts({ row: { parts, counts = [], look, looks = [] }, most }: { row: BarRow; most: number }) {
  return (
    <>
      {parts.map((part, at) => {
        const [from, count] = [sum(parts.slice(0, at)), counts[at]]
        if (part === 0) return null
        return (
          <g key={at} class={`part-${look ?? looks[at] ?? at}`}>
            <rect x={share(from, most)} width={share(part, most)} height="20" />
            {count && part / most > 0.012 + 0.022 * count.length && (
              <text x={share(from + part / 2, most)} y="14">
                {count}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0)
}

function share(part: number, whole: number): string {
  return percent((part / whole) * 100)
}
