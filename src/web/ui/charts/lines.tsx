/** A line for each measure over time, told apart by its dashes too; all reach the same ground. Across in percent. */
import { scaleLinear } from 'd3-scale'

export type Line = { label: string; values: readonly (number | null)[] }
const [height, foot, head] = [240, 26, 22]

export function Lines({ label, steps, lines }: { label: string; steps: readonly string[]; lines: readonly Line[] }) {
  const most = Math.max(...lines.flatMap(({ values }) => values.map(value => value ?? 0)), 1)
  const up = scaleLinear([0, most], [height - foot, head]).nice(4)
  const width = 100 / steps.length
  const across = (at: number) => `${Math.round((at + 0.5) * width * 100) / 100}%`
  const every = Math.ceil(steps.length / 12)
  return (
    <svg class="columns-chart lines" width="100%" height={height} role="img" aria-label={label}>
      {up
        .ticks(4)
        .filter(Number.isInteger)
        .map(tick => (
          <g key={tick}>
            <line class="grid" x1="0" x2="100%" y1={up(tick)} y2={up(tick)} />
            <text class="tick" x="0" y={up(tick) - 4}>
              {tick.toLocaleString('en-GB')}
            </text>
          </g>
        ))}
      {lines.map(({ label, values }, nth) => (
        <g key={label} class={`line-${nth}`}>
          {pairs(values).map(([at, from, to]) => (
            <line key={at} x1={across(at)} x2={across(at + 1)} y1={up(from)} y2={up(to)} />
          ))}
          {values.map((value, at) => value !== null && <circle key={at} cx={across(at)} cy={up(value)} r="3" />)}
        </g>
      ))}
      {steps.map(
        (step, at) =>
          at % every === 0 && (
            <text key={step} class="step" x={across(at)} y={height - 8}>
              {step}
            </text>
          ),
      )}
    </svg>
  )
}

/** Two neighbours that are both known. */
function pairs(values: readonly (number | null)[]): [number, number, number][] {
  return values.flatMap((from, at): [number, number, number][] => {
    const to = values[at + 1]
    return from === null || to === null || to === undefined ? [] : [[at, from, to]]
  })
}
