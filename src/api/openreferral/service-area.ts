/** Where a service reaches, as service areas: an authority by its code, a district by its name, a shape as GeoJSON. */
import type { MultiPolygon } from 'geojson'
import type { OpenService } from '../../db/open-data/services.ts'
import { isOwnCode } from '../../domain/area.ts'
import { circle } from '../../domain/outline.ts'
import { partId } from './ids.ts'

/** Names of areas by code; outlines only where the whole was asked for. */
export type Areas = { names: ReadonlyMap<string, string>; outlines: ReadonlyMap<string, MultiPolygon> }
type Part = { key: string; name: string; uri?: string | null; extent?: MultiPolygon | null }

const statistics = 'http://statistics.data.gov.uk/id/statistical-geography/'

export function serviceAreas(service: OpenService, areas: Areas) {
  return partsOf(service, areas).map(({ key, name, uri, extent }) => ({
    id: partId(service.id, 'area', key),
    service_id: service.id,
    name,
    service_area: name,
    uri,
    ...(extent && { extent: JSON.stringify(extent), extent_type: 'geojson' }),
  }))
}

export function areaCodesOf({ catchment, networkAreas }: OpenService): readonly string[] {
  if (catchment.kind === 'network') return networkAreas
  return catchment.kind === 'authorities' ? catchment.authorities : []
}

function partsOf(service: OpenService, areas: Areas): Part[] {
  const { catchment } = service
  switch (catchment.kind) {
    case 'everywhere':
      return [{ key: 'K02000001', name: 'United Kingdom', uri: `${statistics}K02000001` }]
    case 'network':
    case 'authorities':
      return areaCodesOf(service).map(code => authority(code, areas))
    case 'districts':
      return catchment.districts.map(district => ({ key: district, name: `Postcode district ${district}` }))
    case 'radius':
      return [within(catchment.metres, service)]
    case 'drawn':
      return [{ key: 'drawn', name: 'As drawn on the map', extent: catchment.shape }]
  }
}

function authority(code: string, { names, outlines }: Areas): Part {
  const uri = isOwnCode(code) ? null : `${statistics}${code}`
  return { key: code, name: names.get(code) ?? code, uri, extent: outlines.get(code) ?? null }
}

/** A circle would give away the middle that it is drawn around: only where the venue is told too. */
function within(metres: number, { venue }: OpenService): Part {
  const name = `Within ${metres < 1000 ? `${metres} metres` : `${metres / 1000} km`} of the venue`
  const isKnown = venue && venue.latitude !== null && venue.longitude !== null && !venue.approximate
  const extent = isKnown ? circle({ lat: venue.latitude ?? 0, lng: venue.longitude ?? 0 }, metres) : null
  return { key: 'radius', name, extent }
}
