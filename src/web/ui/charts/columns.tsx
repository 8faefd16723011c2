/** A column for each step of time, and where the period before stood. Across in percent, so that its words keep their size. */
import { scaleLinear } from 'd3-scale'

export type ColumnBar = { key: string; name: string; short: string; value: number; before?: number | undefined }
/** `at`: in columns from the left, halves between two. */
export type Mark = { label: string; at: number }

const [height, foot, head] = [240, 26, 22]

export function Columns({
  label,
  bars,
  marks = [],
}: {
  label: string
  bars: readonly ColumnBar[]
  marks?: readonly Mark[]
}) {
  const most = Math.max(...bars.flatMap(({ value, before = 0 }) => [value, before]), 1)
  const up = scaleLinear([0, most], [height - foot, head]).nice(4)
  const ticks = up.ticks(4).filter(Number.isInteger)
  const step = 100 / bars.length
  const every = Math.ceil(bars.length / 12)
  return (
    <svg class="columns-chart" width="100%" height={height} role="img" aria-label={label}>
      {ticks.map(tick => (
        <g key={tick}>
          <line class="grid" x1="0" x2="100%" y1={up(tick)} y2={up(tick)} />
          <text class="tick" x="0" y={up(tick) - 4}>
            {tick.toLocaleString('en-GB')}
          </text>
        </g>
      ))}
      {bars.map((bar, at) => (
        <Column key={bar.key} bar={bar} x={at * step} step={step} up={up} named={at % every === 0} />
      ))}
      {marks.map(({ label, at }) => (
        <g key={label} class="mark">
          <line x1={percent(at * step)} x2={percent(at * step)} y1={head - 6} y2={height - foot} />
          <text x={percent(at * step)} y={head - 8} dx="5">
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}

type ColumnProps = { bar: ColumnBar; x: number; step: number; up: (value: number) => number; named: boolean }

function Column({ bar: { name, short, value, before }, x, step, up, named }: ColumnProps) {
  const [wide, floor] = [step * 0.66, up(0)]
  const [left, middle] = [percent(x + step * 0.17), percent(x + step / 2)]
  return (
    <g>
      <title>{before === undefined ? `${name}: ${value}` : `${name}: ${value} (${before})`}</title>
      <rect class="bar" x={left} width={percent(wide)} y={up(value)} height={Math.max(0, floor - up(value))} rx="2" />
      {before !== undefined && (
        <line
          class="before"
          x1={percent(x + step * 0.07)}
          x2={percent(x + step * 0.93)}
          y1={up(before)}
          y2={up(before)}
        />
      )}
      {named && (
        <text class="step" x={middle} y={height - 8}>
          {short}
        </text>
      )}
    </g>
  )
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`
}
