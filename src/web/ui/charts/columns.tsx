/** A column for each step of time, its number at its foot, and where the period before stood. Across in percent, so that its words keep their size. */
import { foot, head, height, Plot, percent, type Up, upTo } from './plot.tsx'

export type ColumnBar = { key: string; name: string; short: string; value: number; before?: number | undefined }
/** `at`: in columns from the left, halves between two. */
export type Mark = { label: string; at: number }

/** Up to so many columns are wide enough for their numbers. */
const wide = 14

export function Columns({
  label,
  bars,
  marks = [],
}: {
  label: string
  bars: readonly ColumnBar[]
  marks?: readonly Mark[]
}) {
  const up = upTo(bars.flatMap(({ value, before = 0 }) => [value, before]))
  const step = 100 / bars.length
  const every = Math.ceil(bars.length / 12)
  return (
    <Plot label={label} up={up}>
      {bars.map((bar, at) => (
        <Column
          key={bar.key}
          {...{
            bar,
            step,
            up,
            x: at * step,
            label: at % every > 0 ? 'none' : (at / every) % 2 === 0 ? 'even' : 'odd',
            isCounted: bars.length <= wide,
          }}
        />
      ))}
      {marks.map((mark, nth) => (
        <MarkLine key={mark.label} mark={mark} x={mark.at * step} y={nth % 2 === 0 ? 10 : 26} />
      ))}
    </Plot>
  )
}

/** Its words to the side where there is more room. */
function MarkLine({ mark: { label }, x, y }: { mark: Mark; x: number; y: number }) {
  const isLeft = x > 60
  return (
    <g class="mark">
      <line x1={percent(x)} x2={percent(x)} y1={y - 8} y2={height - foot} />
      <text x={percent(x)} y={y} dx={isLeft ? -6 : 6} text-anchor={isLeft ? 'end' : 'start'}>
        {label}
      </text>
    </g>
  )
}

type ColumnProps = {
  bar: ColumnBar
  x: number
  step: number
  up: Up
  label: 'none' | 'even' | 'odd'
  isCounted: boolean
}

function Column({ bar: { name, short, value, before }, x, step, up, label, isCounted }: ColumnProps) {
  const [floor, top] = [up(0), up(value)]
  const middle = percent(x + step / 2)
  const isInside = floor - top >= 22
  return (
    <g>
      <title>{before === undefined ? `${name}: ${value}` : `${name}: ${value} (${before})`}</title>
      <rect
        class="bar"
        x={percent(x + step * 0.14)}
        width={percent(step * 0.72)}
        y={top}
        height={Math.max(0, floor - top)}
      />
      {before !== undefined && (
        <line
          class="before"
          x1={percent(x + step * 0.05)}
          x2={percent(x + step * 0.95)}
          y1={up(before)}
          y2={up(before)}
        />
      )}
      {isCounted && (
        <text class={isInside ? 'count inside' : 'count'} x={middle} y={isInside ? floor - 8 : Math.max(top - 6, head)}>
          {value}
        </text>
      )}
      {label !== 'none' && (
        <text class={`step ${label}`} x={middle} y={height - 8}>
          {short}
        </text>
      )}
    </g>
  )
}
