/** A bar for each month, its figure on top; the table beside it holds the same numbers. */

export type Bar = { key: string; value: number; name: string; short: string }

const [width, height, foot, head] = [480, 170, 24, 18]

export function MonthBars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(...bars.map(({ value }) => value), 1)
  const step = width / bars.length
  const room = height - foot - head
  return (
    <svg class="month-bars" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path class="base" d={`M0 ${height - foot + 0.5}H${width}`} />
      {bars.map(({ key, value, name, short }, index) => {
        const tall = (value / most) * room
        const middle = index * step + step / 2
        return (
          <g key={key}>
            <title>{`${name}: ${value}`}</title>
            {value > 0 && (
              <rect class="bar" x={index * step + 5} y={height - foot - tall} width={step - 10} height={tall} rx="2" />
            )}
            {value > 0 && (
              <text class="value" x={middle} y={height - foot - tall - 5}>
                {value}
              </text>
            )}
            <text class="month" x={middle} y={height - 7}>
              {short}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
