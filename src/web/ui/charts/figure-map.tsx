/** Numbers where they are: authorities in five shades with their figure written on them, postcode districts as dots as large as their number. */
import type { MultiPolygon } from 'geojson'
import { Scale } from '../map-picture.tsx'
import { middleOf, pathOf, project } from '../map-projection.ts'

export type MapFigure = {
  code: string
  name: string
  value: number | null
  words: string
  href?: string | undefined
  outline: MultiPolygon
}
export type MapDot = { name: string; value: number; lat: number; lng: number }

export function FigureMap({
  alt,
  areas,
  dots = [],
  dotKey,
}: {
  alt: string
  areas: readonly MapFigure[]
  dots?: readonly MapDot[]
  dotKey?: string
}) {
  const view = project(
    areas.map(({ outline }) => outline),
    areas.length > 0 ? [] : dots,
    640,
    14,
  )
  const most = Math.max(...areas.map(({ value }) => value ?? 0), 1)
  const peak = Math.max(...dots.map(({ value }) => value), 1)
  return (
    <figure class="map full figure-map">
      <svg viewBox={`0 0 ${view.width} ${view.height}`} role="img" aria-label={alt}>
        {areas.map(({ code, name, value, words, outline }) => (
          <path key={code} class={`area level-${levelOf(value, most)}`} d={pathOf(outline, view)}>
            <title>{`${name}: ${words}`}</title>
          </path>
        ))}
        {dots.map(({ name, value, lat, lng }) => {
          const [cx, cy] = view.project(lng, lat).map(Math.round)
          return (
            <circle key={name} class="dot" cx={cx} cy={cy} r={Math.round(3 + 15 * Math.sqrt(value / peak))}>
              <title>{`${name}: ${value}`}</title>
            </circle>
          )
        })}
        {areas.map(({ code, name, words, outline }) => {
          const [x, y] = middleOf(outline, view).map(Math.round) as [number, number]
          return (
            <g key={code}>
              <text class="place" x={x} y={y - 2}>
                {name}
              </text>
              <text class="place value" x={x} y={y + 15}>
                {words}
              </text>
            </g>
          )
        })}
        <Scale view={view} />
      </svg>
      {dots.length > 0 && <figcaption>{dotKey}</figcaption>}
    </figure>
  )
}

function levelOf(value: number | null, most: number): number {
  return value === null || value === 0 ? 0 : Math.max(1, Math.ceil((value / most) * 4))
}
