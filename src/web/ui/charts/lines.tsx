/** A line for each measure over time, its name at its end, told apart by its dashes too; all reach the same ground. Across in percent. */
import { head, height, Plot, percent, type Up, upTo } from './plot.tsx'

export type Line = { label: string; values: readonly (number | null)[] }

export function Lines({ label, steps, lines }: { label: string; steps: readonly string[]; lines: readonly Line[] }) {
  const up = upTo(lines.flatMap(({ values }) => values.map(value => value ?? 0)))
  const width = 100 / steps.length
  const across = (at: number) => percent((at + 0.5) * width)
  const every = Math.ceil(steps.length / 12)
  return (
    <Plot label={label} up={up} ends={<Ends lines={lines} up={up} />}>
      {lines.map(({ label, values }, nth) => (
        <g key={label} class={`line-${nth}`}>
          {pairs(values).map(([at, from, to]) => (
            <line key={at} x1={across(at)} x2={across(at + 1)} y1={up(from)} y2={up(to)} />
          ))}
          {values.map(
            (value, at) =>
              value !== null && (
                <circle key={at} cx={across(at)} cy={up(value)} r="3">
                  <title>{`${label}, ${steps[at]}: ${value}`}</title>
                </circle>
              ),
          )}
        </g>
      ))}
      {steps.map(
        (step, at) =>
          at % every === 0 && (
            <text key={step} class={`step ${(at / every) % 2 === 0 ? 'even' : 'odd'}`} x={across(at)} y={height - 8}>
              {step}
            </text>
          ),
      )}
    </Plot>
  )
}

/** Beside the last of each what it is, from the top, none over another. */
function Ends({ lines, up }: { lines: readonly Line[]; up: Up }) {
  let free = head - 14
  const ends = lines
    .map(({ label, values }, nth) => ({ label, nth, last: values.findLast(value => value !== null) ?? 0 }))
    .toSorted((a, b) => b.last - a.last)
    .map(end => {
      const y = Math.max(up(end.last) + 4, free)
      free = y + 16
      return { ...end, y }
    })
  return (
    <svg class="ends" width="100%" height={height} aria-hidden="true">
      {ends.map(({ label, nth, last, y }) => (
        <text key={label} class={`end-${nth}`} x="4" y={y}>
          {`${label} ${last}`}
        </text>
      ))}
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
