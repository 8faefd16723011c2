/** Catchments as GeoJSON (RFC 7946), for maps that people make themselves. */
import type { MultiPolygon } from 'geojson'
import { type Catchment, multiPolygon } from '../../domain/catchment.ts'
import { id, z } from '../openapi.ts'

export const feature = z
  .object({
    type: z.literal('Feature'),
    id,
    geometry: multiPolygon.nullable(),
    properties: z.object({
      service: z.string(),
      organisation: z.object({ id, name: z.string() }),
      categories: z.array(id),
      kind: z.enum(['everywhere', 'network', 'authorities', 'districts', 'radius', 'drawn']),
    }),
  })
  .openapi('CatchmentFeature')
export type Feature = z.infer<typeof feature>

type Caught = {
  id: string
  name: string
  organisationId: string
  organisationName: string
  categoryIds: string[]
  catchment: Catchment
}

export function asFeature(service: Caught, geometry: MultiPolygon | null): Feature {
  const { id, name, organisationId, organisationName, categoryIds, catchment } = service
  return {
    ...{ type: 'Feature', id, geometry },
    properties: {
      service: name,
      organisation: { id: organisationId, name: organisationName },
      categories: [...new Set(categoryIds)],
      kind: catchment.kind,
    },
  }
}

export function geoJson<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/geo+json': { schema } } }
}

export const geoJsonType = { 'Content-Type': 'application/geo+json' }
