/** Squares over the network's area: how many services reach each, or how many kinds of help are missing there. Hatched where nobody does. */
import type { MultiPolygon } from 'geojson'
import type { BoundingBox } from '../../../domain/area.ts'
import { say } from '../context.tsx'
import { Scale } from '../map-picture.tsx'
import { middleOf, type Projection, pathOf, project } from '../map-projection.ts'

type Props = {
  alt: string
  cells: readonly { box: BoundingBox }[]
  counts: readonly number[]
  land: readonly { code: string; name: string; outline: MultiPolygon | undefined }[]
  shows: 'services' | 'needs'
}

/** The steps of colour: up to so many. The first of services, none, is hatched. */
const steps = { services: [0, 1, 3, 7, Infinity], needs: [0, 1, 3, 6, Infinity] } as const

export function CoverageMap({ alt, cells, counts, land, shows }: Props) {
  const outlined = land.flatMap(({ code, name, outline }) => (outline ? [{ code, name, outline }] : []))
  const view = project(
    outlined.map(({ outline }) => outline),
    [],
    640,
    14,
  )
  const levels = Map.groupBy(cells.keys(), at => levelOf(counts[at] ?? 0, shows))
  return (
    <figure class={`map full squares shows-${shows}`}>
      <svg viewBox={`0 0 ${view.width} ${view.height}`} role="img" aria-label={alt}>
        <defs>
          <pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="gap-ground" width="6" height="6" />
            <rect class="gap-line" width="2" height="6" />
          </pattern>
          <clipPath id="land">
            {outlined.map(({ code, outline }) => (
              <path key={code} d={pathOf(outline, view)} />
            ))}
          </clipPath>
        </defs>
        {outlined.map(({ code, outline }) => (
          <path key={code} class="land" d={pathOf(outline, view)} />
        ))}
        <g clip-path="url(#land)">
          {[...levels].map(([level, at]) => (
            <Squares
              key={level}
              level={level}
              shows={shows}
              boxes={at.flatMap(nth => (cells[nth] ? [cells[nth].box] : []))}
              view={view}
            />
          ))}
        </g>
        {outlined.map(({ code, outline }) => (
          <path key={code} class="border" d={pathOf(outline, view)} />
        ))}
        {outlined.map(({ code, name, outline }) => {
          const [x, y] = middleOf(outline, view).map(Math.round)
          return (
            <text key={code} class="place" x={x} y={y}>
              {name}
            </text>
          )
        })}
        <Scale view={view} />
      </svg>
      <Key shows={shows} />
    </figure>
  )
}

function Squares({
  level,
  shows,
  boxes,
  view,
}: {
  level: number
  shows: string
  boxes: readonly BoundingBox[]
  view: Projection
}) {
  const d = boxes.map(box => squareOf(box, view)).join('')
  if (shows === 'services' && level === 0) return <path class="none" fill="url(#gap)" d={d} />
  return <path class={`level-${level}`} d={d} />
}

/** Half a unit larger than it is, so that no line shows between two. */
function squareOf([west, south, east, north]: BoundingBox, { project }: Projection): string {
  const [x0, y0] = project(west, north)
  const [x1, y1] = project(east, south)
  const [w, h] = [x1 - x0 + 0.5, y1 - y0 + 0.5].map(tenth)
  return `M${tenth(x0)} ${tenth(y0)}h${w}v${h}h-${w}Z`
}

function Key({ shows }: { shows: 'services' | 'needs' }) {
  const ranges = steps[shows].map((to, at) => ({ from: at === 0 ? 0 : (steps[shows][at - 1] ?? 0) + 1, to, at }))
  return say(t => (
    <figcaption>
      {t(shows === 'services' ? 'directory.coverage.keyServices' : 'directory.coverage.keyNeeds')}
      <ul class="key">
        {ranges.map(({ from, to, at }) => (
          <li key={at}>
            <span class={`key-mark level-${at}`} />
            {from === to ? from : to === Infinity ? `${from}+` : `${from}–${to}`}
          </li>
        ))}
      </ul>
    </figcaption>
  ))
}

function levelOf(count: number, shows: Props['shows']): number {
  return steps[shows].findIndex(most => count <= most)
}

const tenth = (value: number) => Math.round(value * 10) / 10
