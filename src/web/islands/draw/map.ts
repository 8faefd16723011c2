/** The map to draw on: the authority's boundary and the venue under it, none of which answers to the pointer. */

import type { MultiPolygon } from 'geojson'
import * as leaflet from 'leaflet'
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode, ValidateNotSelfIntersecting } from 'terra-draw'
import { TerraDrawLeafletAdapter } from 'terra-draw-leaflet-adapter'

export type Data = {
  boundaries: MultiPolygon[]
  venue: { lat: number; lng: number } | null
  tiles: string | null
  words: Readonly<Record<string, string>>
}

const green = '#0b5a4e'
const ink = '#17232d'

export function openMap(canvas: HTMLElement, { boundaries, venue, tiles }: Data, shape: MultiPolygon | null) {
  const map = leaflet.map(canvas, { attributionControl: tiles !== null, zoomSnap: 0.25, zoomDelta: 0.5 })
  const still = { interactive: false }
  const land = { color: '#46555f', weight: 1.4, fillColor: '#ffffff', fillOpacity: tiles ? 0.15 : 1 }
  const under = boundaries.map(outline => leaflet.geoJSON(outline, { ...still, style: { ...land, ...still } }))
  // Its view first: what is added to a map without one has nowhere to be drawn.
  const shown = shape && shape.coordinates.length > 0 ? [leaflet.geoJSON(shape)] : under
  const box = shown.reduce((sum, layer) => sum.extend(layer.getBounds()), leaflet.latLngBounds([]))
  map.fitBounds(box.isValid() ? box.pad(0.05) : home(venue))
  if (tiles) leaflet.tileLayer(tiles, { attribution: '© OpenStreetMap' }).addTo(map)
  for (const layer of under) layer.addTo(map)
  const pin = { ...still, radius: 6, color: '#fff', weight: 2, fillColor: ink, fillOpacity: 1 }
  if (venue) leaflet.circleMarker(venue, pin).addTo(map)
  return map
}

export function openDrawing(map: leaflet.Map): TerraDraw {
  const fill = (feature: { properties: Record<string, unknown> }) => (feature.properties.hole ? '#ffffff' : green)
  const corner = { Width: 6, Color: '#ffffff', OutlineColor: green, OutlineWidth: 3 } as const
  const drawing = new TerraDraw({
    adapter: adapterOn(map),
    modes: [
      new TerraDrawPolygonMode({
        pointerDistance: 24,
        showCoordinatePoints: true,
        validation: (feature, { updateType }) =>
          updateType === 'finish' ? ValidateNotSelfIntersecting(feature) : { valid: true },
        styles: {
          ...{ fillColor: fill, fillOpacity: 0.22, outlineColor: green, outlineWidth: 3 },
          ...{
            closingPointColor: '#ffbf47',
            closingPointWidth: 9,
            closingPointOutlineColor: ink,
            closingPointOutlineWidth: 3,
          },
          ...{
            coordinatePointColor: '#ffffff',
            coordinatePointWidth: 5,
            coordinatePointOutlineColor: green,
            coordinatePointOutlineWidth: 2,
          },
        },
      }),
      new TerraDrawSelectMode({
        pointerDistance: 24,
        keyEvents: null,
        flags: {
          polygon: {
            feature: {
              validation: feature => ValidateNotSelfIntersecting(feature),
              coordinates: { midpoints: true, draggable: true, deletable: true },
            },
          },
        },
        styles: {
          ...{
            selectedPolygonColor: fill,
            selectedPolygonFillOpacity: 0.3,
            selectedPolygonOutlineColor: ink,
            selectedPolygonOutlineWidth: 3,
          },
          ...{
            selectionPointWidth: 8,
            selectionPointColor: corner.Color,
            selectionPointOutlineColor: ink,
            selectionPointOutlineWidth: corner.OutlineWidth,
          },
          ...{ midPointWidth: 5, midPointColor: '#ffbf47', midPointOutlineColor: ink, midPointOutlineWidth: 2 },
        },
      }),
    ],
  })
  drawing.start()
  return drawing
}

/** Its own would write a style sheet into the page, which our policy forbids; the pane's order is set on it instead. */
function adapterOn(map: leaflet.Map): TerraDrawLeafletAdapter {
  const adapter = new TerraDrawLeafletAdapter({ lib: leaflet, map, coordinatePrecision: 6 })
  const createPaneStyleSheet = (name: string, order: number) => {
    const pane = map.getPane(name) ?? map.createPane(name)
    pane.style.zIndex = String(order + 600)
    return { remove: () => {} }
  }
  return Object.assign(adapter, { createPaneStyleSheet })
}

/** The whole of the country where nothing else is known. */
function home(venue: Data['venue']) {
  return venue ? leaflet.latLng(venue).toBounds(12_000) : leaflet.latLngBounds([49.9, -8.2], [58.7, 1.8])
}
