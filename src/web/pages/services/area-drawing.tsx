/** The map to draw on: drawn by the server until the script takes over; its words and outlines lie beside it as data. */
import type { MultiPolygon } from 'geojson'
import type { T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { HintAndError, textOf } from '../../ui/field.tsx'
import { simplify } from '../../ui/map-projection.ts'
import type { AreaProps } from './area-fields.tsx'
import { AreaMap, pointOf } from './area-shown.tsx'

/** About 30 metres: finer than a line on the screen. */
const tolerance = 0.0004

export function AreaDrawing({ editor, areas, shown, values, errors, tiles }: AreaProps) {
  const { t, service } = editor
  const data = {
    boundaries: shown.boundaries.map(({ outline }) => lighten(outline)),
    venue: pointOf(service),
    tiles,
    words: wordsOf(t),
  }
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  return (
    <div class={errors.shape ? 'field wrong' : 'field'} id="shape" tabIndex={-1}>
      <HintAndError name="shape" hint={t('service.area.drawHint')} error={errors.shape} />
      <input type="hidden" name="shape" value={textOf(values.shape)} />
      <div class="draw" data-draw>
        <script
          type="application/json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
        />
        <noscript>
          <p class="hint">{t('service.area.noScript')}</p>
        </noscript>
        <div class="draw-still">
          <AreaMap editor={editor} area={shown} areas={names} />
        </div>
        <Tools t={t} />
      </div>
    </div>
  )
}

/** Hidden until the script is there. */
function Tools({ t }: { t: T }) {
  return (
    <div class="draw-live" hidden>
      <div class="draw-tools">
        <Tool does="draw" icon="plus">
          {t('service.draw.draw')}
        </Tool>
        <Tool does="change" icon="pencil">
          {t('service.draw.change')}
        </Tool>
        <Tool does="undo" icon="undo-2">
          {t('service.draw.undo')}
        </Tool>
        <Tool does="remove" icon="trash-2">
          {t('service.draw.remove')}
        </Tool>
      </div>
      <div class="draw-map">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by its arrow keys */}
        <div class="draw-canvas" role="application" aria-label={t('service.draw.map')} tabIndex={0} />
        <span class="draw-cross" aria-hidden="true" />
      </div>
      <p class="draw-says" role="status" />
      <fieldset class="draw-corners">
        <legend class="small">{t('service.draw.corners')}</legend>
        <Tool does="add">{t('service.draw.add')}</Tool>
        <Tool does="drop">{t('service.draw.drop')}</Tool>
        <Tool does="finish">{t('service.draw.finish')}</Tool>
        <Tool does="move">{t('service.draw.move')}</Tool>
        <Tool does="delete">{t('service.draw.delete')}</Tool>
      </fieldset>
    </div>
  )
}

function Tool({
  does,
  icon,
  children,
}: {
  does: string
  icon?: 'plus' | 'pencil' | 'undo-2' | 'trash-2'
  children: string
}) {
  return (
    <span data-tool={does}>
      <Button type="button" look="quiet" small {...(icon && { icon })}>
        {children}
      </Button>
    </span>
  )
}

function wordsOf(t: T) {
  return {
    drawing: t('service.draw.drawing'),
    none: t('service.draw.none'),
    some: t('service.draw.some', { count: 2, corners: '{{corners}}' }).replace('2', '{{count}}'),
    one: t('service.draw.some', { count: 1, corners: '{{corners}}' }),
    pending: t('service.draw.pending', { number: '{{number}}' }),
    more: t('service.draw.more'),
    crosses: t('service.draw.crosses'),
    removed: t('service.draw.removed'),
    choose: t('service.draw.choose'),
    changing: t('service.draw.changing'),
  }
}

function lighten({ coordinates }: MultiPolygon): MultiPolygon {
  const rings = coordinates.map(polygon =>
    polygon.map(ring =>
      simplify(
        ring.map(([lng = 0, lat = 0]) => [lng, lat] as [number, number]),
        tolerance,
      ),
    ),
  )
  return { type: 'MultiPolygon', coordinates: rings.filter(([outer = []]) => outer.length > 3) }
}
