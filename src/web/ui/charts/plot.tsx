/** The ground of a chart that rises from nothing: its scale in a column of its own, so that no number stands in a bar. */
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { formatNumber } from '../../../words/index.ts'
import { type Children, say } from '../context.tsx'

export const [height, foot, head] = [240, 26, 30]

export type Up = ScaleLinear<number, number>

export function upTo(values: readonly number[]): Up {
  return scaleLinear([0, Math.max(...values, 1)], [height - foot, head]).nice(4)
}

/** `ends`: what stands to the right of it. */
export function Plot({ label, up, children, ends }: { label: string; up: Up; children: Children; ends?: Children }) {
  const ticks = up.ticks(4).filter(Number.isInteger)
  return (
    <div class="plot" role="img" aria-label={label}>
      <svg class="scale" width="100%" height={height} aria-hidden="true">
        {ticks.map(tick => (
          <text key={tick} x="100%" y={up(tick) + 4}>
            {say(t => formatNumber(t, tick))}
          </text>
        ))}
      </svg>
      <svg class="ground" width="100%" height={height} aria-hidden="true">
        {ticks.map(tick => (
          <line key={tick} class={tick === 0 ? 'grid base' : 'grid'} x1="0" x2="100%" y1={up(tick)} y2={up(tick)} />
        ))}
        {children}
      </svg>
      {ends}
    </div>
  )
}

export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`
}
