/** A box per service, as large as its places and filled by those in use. Across in percent, so that its words keep their size. */
import { hierarchy, treemap } from 'd3-hierarchy'
import type { T } from '../../../words/index.ts'
import { classes, say } from '../context.tsx'

export type Tile = {
  id: string
  href: string
  name: string
  organisation: string
  places: number
  cases: number
  waiting: number
}
export type TreemapGroup = { name: string; tiles: readonly Tile[] }

/** Boxes are laid out as if the drawing were this wide. */
const width = 1200
const header = 24

export function Treemap({ alt, groups }: { alt: string; groups: readonly TreemapGroup[] }) {
  const count = groups.reduce((sum, { tiles }) => sum + tiles.length, 0)
  const height = Math.min(900, Math.max(360, 300 + count * 5))
  return say(t => (
    <figure class="treemap" aria-label={alt}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure is named, and each box */}
      <svg width="100%" height={height}>
        <defs>
          <pattern id="asked" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="asked-ground" width="7" height="7" />
            <rect class="asked-line" width="3" height="7" />
          </pattern>
        </defs>
        {layOut(groups, height).map(group => (
          <g key={group.name}>
            <svg x={across(group.x0)} y={group.y0} width={across(group.x1 - group.x0)} height={header}>
              <title>{group.name}</title>
              <text class="treemap-group" x="1" y="16">
                {fitting(group.name, group.x1 - group.x0)}
              </text>
            </svg>
            {group.tiles.map(tile => (
              <TileBox key={tile.id} t={t} tile={tile} />
            ))}
          </g>
        ))}
      </svg>
    </figure>
  ))
}

export function TreemapKey() {
  return say(t => (
    <ul class="key" aria-hidden="true">
      {(['cases', 'waiting', 'free', 'over'] as const).map(name => (
        <li key={name}>
          <span class={`key-mark ${name}`} />
          {t(`directory.capacity.key.${name}`)}
        </li>
      ))}
    </ul>
  ))
}

type Box = { x0: number; y0: number; x1: number; y1: number }
type Laid = Box & { name: string; tiles: (Tile & Box)[] }
type Node = { name: string; tile?: Tile; children?: Node[] }

function layOut(groups: readonly TreemapGroup[], height: number): Laid[] {
  const root: Node = {
    name: '',
    children: groups.map(({ name, tiles }) => ({ name, children: tiles.map(tile => ({ name: tile.name, tile })) })),
  }
  const tree = hierarchy(root)
    .sum(({ tile }) => tile?.places ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const laid = treemap<Node>()
    .size([width, height])
    .paddingInner(3)
    .paddingTop(node => (node.depth === 1 ? header : 0))(tree)
  return (laid.children ?? []).map(group => ({
    name: group.data.name,
    ...boxOf(group),
    tiles: (group.children ?? []).flatMap(leaf => (leaf.data.tile ? [{ ...leaf.data.tile, ...boxOf(leaf) }] : [])),
  }))
}

function TileBox({ t, tile }: { t: T; tile: Tile & Box }) {
  const { name, organisation, places, cases, waiting } = tile
  const [w, h] = [tile.x1 - tile.x0, Math.max(1, Math.round(tile.y1 - tile.y0))]
  const part = (count: number) => Math.round((Math.min(count, places) / places) * h)
  const [used, both] = [part(cases), part(cases + waiting)]
  const over = cases > places
  return (
    <svg x={across(tile.x0)} y={round(tile.y0)} width={across(w)} height={h}>
      <title>{t('directory.capacity.tile', { name, organisation, cases, places, waiting })}</title>
      <a href={tile.href} aria-label={t('directory.capacity.tile', { name, organisation, cases, places, waiting })}>
        <rect class="tile" width="100%" height={h} />
        {used > 0 && <rect class={over ? 'over' : 'used'} y={h - used} width="100%" height={used} />}
        {both > used && <rect fill="url(#asked)" y={h - both} width="100%" height={both - used} />}
        <rect class={classes('edge', over && 'over')} width="100%" height={h} />
        {w >= 58 && h >= 34 && (
          <foreignObject width="100%" height={h}>
            <div class={classes('tile-label', `lines-${linesIn(h)}`, w < 110 && 'slim')}>
              <strong>{name}</strong> {h >= 50 && <span>{t('directory.capacity.figures', { cases, places })}</span>}
            </div>
          </foreignObject>
        )}
      </a>
    </svg>
  )
}

/** Of the name, above the figures. */
const linesIn = (h: number) => Math.max(1, Math.min(4, Math.floor((h - 30) / 16)))
const across = (x: number) => `${Math.round((x / width) * 10_000) / 100}%`
const round = (value: number) => Math.round(value * 10) / 10
const boxOf = ({ x0, y0, x1, y1 }: Box): Box => ({ x0, y0, x1, y1 })

/** About eight units a letter at this size. */
function fitting(name: string, wide: number): string {
  const most = Math.floor(wide / 8)
  return name.length <= most ? name : most < 4 ? '' : `${name.slice(0, most - 1)}…`
}
