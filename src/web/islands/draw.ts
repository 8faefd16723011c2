/** Draws a catchment: several areas, their corners dragged, added and removed, by mouse, touch or the buttons alone; all of it goes into the form. */

import type { MultiPolygon, Position } from 'geojson'
import * as leaflet from 'leaflet'
import { findCrossing } from '../../domain/crossing.ts'
import { ringsOf } from '../../domain/nesting.ts'
import { onHold } from './draw/hold.ts'
import { type Data, openDrawing, openMap } from './draw/map.ts'
import { centreOf, close, keepRings, type Near, nearestCorner, type Ring, rounded, withCorner } from './draw/rings.ts'

for (const place of document.querySelectorAll<HTMLElement>('[data-draw]')) whenSeen(place)

/** A map needs its size: it begins once its choice is made and it shows. */
function whenSeen(place: HTMLElement) {
  const live = place.querySelector<HTMLElement>('.draw-live')
  if (!live) return
  live.hidden = false
  place.querySelector('.draw-still')?.remove()
  const canvas = find(place, '.draw-canvas')
  const seen = new ResizeObserver(() => {
    if (canvas.clientWidth === 0) return
    seen.disconnect()
    begin(place, canvas)
  })
  seen.observe(canvas)
}

function begin(place: HTMLElement, canvas: HTMLElement) {
  const data = JSON.parse(place.querySelector('script')?.textContent ?? '{}') as Data
  const { words } = data
  const input = find<HTMLInputElement>(place.parentElement ?? place, 'input[name="shape"]')
  const status = find(place, '.draw-says')
  const say = (text = '') => {
    status.textContent = text
  }
  const shape = readShape(input.value)
  const map = openMap(canvas, data, shape)
  new ResizeObserver(() => map.invalidateSize()).observe(canvas)
  const drawing = openDrawing(map)
  const pending = keepPending(map)
  let selected: Ring | null = null

  const areas = keepRings(drawing, shape ? ringsOf(shape) : [], now => {
    input.value = now.length > 0 ? JSON.stringify(asShape(now)) : ''
    say(summary(words, now))
  })
  drawing.on('finish', () => areas.commit())
  drawing.on('select', id => {
    const found = drawing.getSnapshotFeature(id)
    selected = found?.geometry.type === 'Polygon' ? (found.geometry.coordinates[0] ?? null) : null
  })
  drawing.on('deselect', () => {
    selected = null
  })
  // A slow or interrupted press must not send the form away from under a half-drawn area.
  const use = (mode: 'polygon' | 'select') => {
    drawing.setMode(mode)
    press(place, mode === 'polygon' ? 'draw' : 'change')
    if (mode === 'select') say(words.changing)
    else if (areas.rings().length === 0) say(words.drawing)
  }

  const acts: Record<string, () => void> = {
    draw: () => use('polygon'),
    change: () => use('select'),
    undo: () => {
      if (pending.drop()) return
      if (drawing.getModeState() === 'drawing') return use('polygon')
      areas.undo()
    },
    remove: () => {
      const all = areas.rings()
      const chosen = selected ? all.findIndex(ring => isSame(ring, selected)) : indexAtCentre(map, all)
      if (chosen < 0) return say(words.choose)
      areas.put(all.toSpliced(chosen, 1))
      say(`${words.removed} ${summary(words, areas.rings())}`)
    },
    add: () => say((words.pending ?? '').replace('{{number}}', String(pending.add()))),
    drop: () => {
      if (pending.drop()) say(summary(words, areas.rings()))
    },
    finish: () => {
      const ring = close(pending.corners())
      if (ring.length < 4) return say(words.more)
      if (findCrossing([ring])) return say(words.crosses)
      pending.clear()
      areas.put([...areas.rings(), ring])
    },
    move: () => changeNearest(centreOf(map), rounded(map.getCenter())),
    delete: () => changeNearest(centreOf(map), null),
  }

  onHold(canvas, at => {
    if (drawing.getMode() === 'select') changeNearest({ ...at, within: 24 }, null)
  })

  function changeNearest(near: Near, to: Position | null) {
    const all = areas.rings()
    const nearest = nearestCorner(map, all, near)
    const ring = nearest && all[nearest.ring]
    if (!nearest || !ring) return all.length === 0 ? say(words.none) : undefined
    const next = withCorner(ring, nearest.corner, to)
    if (next.length < 4) return say(words.more)
    if (findCrossing([next])) return say(words.crosses)
    areas.put(all.with(nearest.ring, next))
  }

  for (const [name, act] of Object.entries(acts))
    place.querySelector(`[data-tool="${name}"] button`)?.addEventListener('click', act)
  use(shape ? 'select' : 'polygon')
  say(summary(words, areas.rings()))
  place.dataset.ready = 'yes'
}

/** Corners placed by the button, shown as a line until the area is finished. */
function keepPending(map: leaflet.Map) {
  let corners: Position[] = []
  const style = { interactive: false, color: '#7a4b00', weight: 3, dashArray: '6 5', fillOpacity: 0.1 }
  const line = leaflet.polygon([], style).addTo(map)
  const dots = leaflet.layerGroup().addTo(map)
  const show = () => {
    const points = corners.map(([lng = 0, lat = 0]) => leaflet.latLng(lat, lng))
    line.setLatLngs(points)
    dots.clearLayers()
    for (const point of points)
      leaflet
        .circleMarker(point, { ...style, radius: 5, fillColor: '#ffbf47', fillOpacity: 1, dashArray: '' })
        .addTo(dots)
  }
  return {
    corners: () => corners,
    add: () => {
      corners = [...corners, rounded(map.getCenter())]
      show()
      return corners.length
    },
    /** False where there was none. */
    drop: () => {
      const had = corners.length > 0
      corners = corners.slice(0, -1)
      show()
      return had
    },
    clear: () => {
      corners = []
      show()
    },
  }
}

function indexAtCentre(map: leaflet.Map, rings: readonly Ring[]): number {
  if (rings.length === 1) return 0
  const centre = map.getCenter()
  return rings.findIndex(ring => leaflet.latLngBounds(ring.map(([lng = 0, lat = 0]) => [lat, lng])).contains(centre))
}

function summary(words: Data['words'], rings: readonly Ring[]): string {
  const corners = rings.reduce((sum, ring) => sum + ring.length - 1, 0)
  const sentence = rings.length === 0 ? words.none : rings.length === 1 ? words.one : words.some
  return (sentence ?? '').replace('{{count}}', String(rings.length)).replace('{{corners}}', String(corners))
}

function press(place: HTMLElement, name: string) {
  for (const tool of ['draw', 'change'])
    place.querySelector(`[data-tool="${tool}"] button`)?.setAttribute('aria-pressed', String(tool === name))
}

/** Each outline by itself: the server sees which lies inside which. */
function asShape(rings: readonly Ring[]): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: rings.map(ring => [ring]) }
}

function readShape(text: string): MultiPolygon | null {
  return text ? (JSON.parse(text) as MultiPolygon) : null
}

function isSame(a: Ring, b: Ring | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function find<E extends HTMLElement = HTMLElement>(within: ParentNode, selector: string): E {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}
