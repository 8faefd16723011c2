/** Many areas over the boundaries, one group per organisation: faint together, strong for the one pointed at. */
import type { MultiPolygon } from 'geojson'
import { classes } from '../context.tsx'
import { Scale } from '../map-picture.tsx'
import type { LatLng } from '../map-projection.ts'
import { middleOf, type Outline, type Projection, pathOf, project } from '../map-projection.ts'

/** `whole`: all of the network's area, or more. */
export type Reach =
  | { kind: 'whole' }
  | { kind: 'authority'; code: string }
  | { kind: 'circle'; centre: LatLng; metres: number }
  | { kind: 'shape'; shape: MultiPolygon }

/** `places` null is unlimited. */
export type DrawnVenue = { point: LatLng; places: number | null; name: string }
export type DrawnOrganisation = { id: string; name: string; reaches: readonly Reach[]; venues: readonly DrawnVenue[] }
export type Drawn = { authorities: ReadonlyMap<string, MultiPolygon>; organisations: readonly DrawnOrganisation[] }
export type Land = { code: string; name: string; outline: Outline | undefined }

type Props = {
  alt: string
  land: readonly Land[]
  drawn: Drawn
  /** `both`: areas only of the one pointed at, and every venue. */
  as: 'areas' | 'circles' | 'both'
  /** The organisation to show above the others. */
  on: string | undefined
}

export function ReachMap({ alt, land, drawn, as, on }: Props) {
  const outlined = land.flatMap(({ code, name, outline }) => (outline ? [{ code, name, outline }] : []))
  const view = project(
    outlined.map(({ outline }) => outline),
    outlined.length > 0 ? [] : pointsOf(drawn),
    640,
    14,
  )
  const others = [...drawn.authorities].filter(([code]) => !outlined.some(area => area.code === code))
  const organisations = drawn.organisations.toSorted((a, b) => Number(a.id === on) - Number(b.id === on))
  const many = Math.min(3, Math.floor(drawn.organisations.length / 30))
  return (
    <figure class={classes('map full reaches', `many-${many}`, as === 'both' && 'pins', on && 'chosen')}>
      <svg viewBox={`0 0 ${view.width} ${view.height}`} role="img" aria-label={alt}>
        <defs>
          {others.map(([code, outline]) => (
            <path key={code} id={`land-${code}`} d={pathOf(outline, view)} />
          ))}
        </defs>
        {outlined.map(({ code, outline }) => (
          <path key={code} id={`land-${code}`} class="land" d={pathOf(outline, view)} />
        ))}
        {organisations.map(one => (
          <g key={one.id} class={classes('reach-of', one.id === on && 'on')} data-organisation={one.id}>
            {as !== 'circles' &&
              one.reaches.map((reach, at) => <Area key={at} reach={reach} view={view} land={outlined} />)}
            {as !== 'areas' &&
              one.venues.map((venue, at) => <Circle key={at} venue={venue} view={view} pin={as === 'both'} />)}
          </g>
        ))}
        {outlined.map(({ code, name, outline }) => {
          const [x, y] = middleOf(outline, view).map(Math.round) as [number, number]
          return (
            <text key={code} class="place" x={x} y={y}>
              {name}
            </text>
          )
        })}
        <Scale view={view} />
      </svg>
    </figure>
  )
}

function Area({ reach, view, land }: { reach: Reach; view: Projection; land: readonly { code: string }[] }) {
  switch (reach.kind) {
    case 'whole':
      return (
        <g class="whole">
          {land.map(({ code }) => (
            <use key={code} href={`#land-${code}`} />
          ))}
        </g>
      )
    case 'authority':
      return <use href={`#land-${reach.code}`} />
    case 'circle': {
      const [cx, cy] = view.project(reach.centre.lng, reach.centre.lat).map(Math.round)
      return <circle cx={cx} cy={cy} r={Math.max(3, Math.round((reach.metres / 1609.344) * view.perMile))} />
    }
    case 'shape':
      return <path fill-rule="evenodd" d={pathOf(reach.shape, view)} />
  }
}

/** Its area grows with the number of places; a pin only says where. */
function Circle({ venue: { point, places, name }, view, pin }: { venue: DrawnVenue; view: Projection; pin: boolean }) {
  const [cx, cy] = view.project(point.lng, point.lat).map(Math.round)
  const r = pin ? 6 : places === null ? 9 : Math.round(4 + 2.6 * Math.sqrt(places))
  return (
    <circle class={classes('venue', !pin && places === null && 'unlimited')} cx={cx} cy={cy} r={r}>
      <title>{name}</title>
    </circle>
  )
}

function pointsOf({ organisations }: Drawn): LatLng[] {
  return organisations.flatMap(({ venues, reaches }) => [
    ...venues.map(({ point }) => point),
    ...reaches.flatMap(reach => (reach.kind === 'circle' ? [reach.centre] : [])),
  ])
}
