/** A map drawn on the server: boundaries, areas, pins. Complete without tiles or script; the same is said in words beside it. */
import { type Children, classes, say } from './context.tsx'
import { type LatLng, middleOf, type Outline, type Projection, pathOf, project } from './map-projection.ts'

export type MapArea = { name?: string; outline: Outline; chosen?: boolean }

/** `mark` is the letter in the pin, for a list beside; `within` metres draws an approximate circle instead of an exact place. */
export type MapPoint = LatLng & {
  label?: string
  mark?: string
  kind?: 'person' | 'venue'
  within?: number | undefined
}

export type MapPictureProps = {
  /** What the map shows, in words. */
  alt: string
  /** Boundaries; those chosen stand out. */
  areas?: readonly MapArea[]
  /** Catchments, tinted over the boundaries. */
  reaches?: readonly Outline[]
  points?: readonly MapPoint[]
  /** What has to be in view; by default everything. */
  focus?: readonly Outline[] | undefined
  caption?: Children
  /** As wide as its place, rather than at most 34rem. */
  full?: boolean
}

export function MapPicture({ alt, areas = [], reaches = [], points = [], focus, caption, full }: MapPictureProps) {
  const view = project(focus ?? [...areas.map(area => area.outline), ...reaches], points)
  return (
    <figure class={classes('map', full && 'full')}>
      <svg viewBox={`0 0 ${view.width} ${view.height}`} role="img" aria-label={alt}>
        {areas.map((area, index) => (
          <path
            key={area.name ?? index}
            class={classes('land', area.chosen && 'chosen')}
            d={pathOf(area.outline, view)}
          />
        ))}
        {reaches.map((reach, index) => (
          <path key={index} class="reach" fill-rule="evenodd" d={pathOf(reach, view)} />
        ))}
        {areas.map(area => area.name && <PlaceName key={area.name} area={area} view={view} points={points} />)}
        {points.map(point => (
          <Pin key={`${point.lat} ${point.lng} ${point.label}`} point={point} view={view} />
        ))}
        <Scale view={view} />
      </svg>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

/** Left out where a pin's own label would run through it. */
function PlaceName({ area, view, points }: { area: MapArea; view: Projection; points: readonly MapPoint[] }) {
  const [x, y] = middleOf(area.outline, view)
  if (points.some(point => isNear(view.project(point.lng, point.lat), x, y))) return null
  return (
    <text class="place" x={Math.round(x)} y={Math.round(y)}>
      {area.name}
    </text>
  )
}

function isNear([px, py]: [number, number], x: number, y: number): boolean {
  return Math.abs(px - x) < 70 && py - y > -14 && py - y < 34
}

function Pin({ point, view }: { point: MapPoint; view: Projection }) {
  const [x, y] = view.project(point.lng, point.lat).map(Math.round) as [number, number]
  if (point.within)
    return <circle class="around" cx={x} cy={y} r={Math.max(8, Math.round((point.within / 1609.344) * view.perMile))} />
  const leftwards = x > view.width * 0.7
  return (
    <g>
      <path class={classes('pin', point.kind)} d={`M${x} ${y}c-7-8-9-11-9-15a9 9 0 0 1 18 0c0 4-2 7-9 15z`} />
      {point.mark ? (
        <text class="pin-mark" x={x} y={y - 11.5}>
          {point.mark}
        </text>
      ) : (
        <circle class="pin-eye" cx={x} cy={y - 15} r="3.2" />
      )}
      {point.label && (
        <text class="pin-label" x={leftwards ? x - 13 : x + 13} y={y - 11} text-anchor={leftwards ? 'end' : 'start'}>
          {point.label}
        </text>
      )}
    </g>
  )
}

/** A length in round miles, at the bottom left. */
export function Scale({ view }: { view: Projection }) {
  const miles = [20, 10, 5, 2, 1, 0.5].find(candidate => candidate * view.perMile < view.width / 4) ?? 0.25
  const y = view.height - 12
  return say(t => (
    <g>
      <path class="scale" d={`M12 ${y - 4}v4h${Math.round(miles * view.perMile)}v-4`} />
      <text class="scale-text" x="14" y={y - 6}>
        {t('ui.map.miles', { count: miles })}
      </text>
    </g>
  ))
}
