/** What is drawn, outline by outline, and the history of it. */

import type { Position } from 'geojson'
import type { Map as LeafletMap } from 'leaflet'
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw'
import { isHole } from '../../../domain/nesting.ts'

export type Ring = Position[]
export type Rings = ReturnType<typeof keepRings>

/** `changed` is called after every change, with what there is now. */
export function keepRings(drawing: TerraDraw, first: readonly Ring[], changed: (rings: Ring[]) => void) {
  const history: string[] = []

  const features = () => drawing.getSnapshot().filter(isFinished)
  const rings = () => features().map(feature => feature.geometry.coordinates[0] as Ring)

  function commit() {
    const now = JSON.stringify(rings())
    if (history.at(-1) === now) return
    history.push(now)
    markHoles()
    changed(rings())
  }

  function markHoles() {
    const all = features()
    const outlines = all.map(feature => feature.geometry.coordinates[0] as Ring)
    for (const [at, { id, properties }] of all.entries()) {
      const hole = isHole(outlines[at] ?? [], outlines)
      if (id !== undefined && properties.hole !== hole) drawing.updateFeatureProperties(id, { hole })
    }
  }

  function replace(next: readonly Ring[]) {
    const mode = drawing.getMode()
    drawing.setMode('static')
    drawing.removeFeatures(features().flatMap(({ id }) => (id === undefined ? [] : [id])))
    drawing.addFeatures(next.map(featureOf))
    drawing.setMode(mode)
  }

  replace(first)
  commit()
  return {
    rings,
    commit,
    /** The areas as given, in one step. */
    put: (next: readonly Ring[]) => {
      replace(next)
      commit()
    },
    /** False where there is nothing to go back to. */
    undo: () => {
      if (history.length < 2) return false
      history.pop()
      replace(JSON.parse(history.at(-1) ?? '[]') as Ring[])
      markHoles()
      changed(rings())
      return true
    },
  }
}

/** A place on the map in pixels, and how far from it a corner may lie. */
export type Near = { x: number; y: number; within: number }

export function centreOf(map: LeafletMap): Near {
  const { x, y } = map.latLngToContainerPoint(map.getCenter())
  return { x, y, within: Number.POSITIVE_INFINITY }
}

/** Among all outlines. */
export function nearestCorner(
  map: LeafletMap,
  rings: readonly Ring[],
  { x, y, within }: Near,
): { ring: number; corner: number } | null {
  const all = rings.flatMap((ring, at) =>
    ring.slice(0, -1).map(([lng = 0, lat = 0], corner) => {
      return { ring: at, corner, away: map.latLngToContainerPoint([lat, lng]).distanceTo([x, y]) }
    }),
  )
  return all.filter(({ away }) => away <= within).toSorted((a, b) => a.away - b.away)[0] ?? null
}

/** The same outline with another corner there, or (null) without it. */
export function withCorner(ring: Ring, at: number, corner: Position | null): Ring {
  const open = ring.slice(0, -1)
  const next = open.toSpliced(at, 1, ...(corner ? [corner] : []))
  return close(next)
}

export function close(corners: readonly Position[]): Ring {
  const [first] = corners
  return first ? [...corners, first] : []
}

export const rounded = ({ lat, lng }: { lat: number; lng: number }): Position => [
  Number(lng.toFixed(6)),
  Number(lat.toFixed(6)),
]

function featureOf(ring: Ring): GeoJSONStoreFeatures {
  const coordinates = [ring.map(([lng = 0, lat = 0]) => rounded({ lat, lng }))]
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties: { mode: 'polygon' } }
}

type Finished = GeoJSONStoreFeatures & { geometry: { coordinates: Position[][] } }

function isFinished(feature: GeoJSONStoreFeatures): feature is Finished {
  const { mode, currentlyDrawing } = feature.properties
  return feature.geometry.type === 'Polygon' && mode === 'polygon' && !currentlyDrawing
}
