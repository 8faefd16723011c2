/** A catchment as a program sends it: any kind by its name, or GeoJSON as it stands. */
import { type Catchment, catchment } from '../../domain/catchment.ts'
import { checkDrawn } from '../../domain/drawn.ts'
import { z } from '../openapi.ts'
import { refuseInvalid } from '../problems.ts'

const kinds = ['everywhere', 'network', 'authorities', 'districts', 'radius', 'drawn'] as const
const shapes = ['Polygon', 'MultiPolygon', 'Feature', 'FeatureCollection'] as const

export const catchmentSent = z
  .looseObject({
    kind: z.enum(kinds).optional(),
    type: z.enum(shapes).optional().openapi({ description: 'Of GeoJSON, which is sent without a kind.' }),
    authorities: z
      .unknown()
      .optional()
      .openapi({ type: 'array', items: { type: 'string' }, example: ['E08000012'] }),
    districts: z
      .unknown()
      .optional()
      .openapi({ type: 'array', items: { type: 'string' }, example: ['L4', 'L5'] }),
    metres: z.unknown().optional().openapi({ type: 'integer', description: 'Round the venue.' }),
    shape: z.unknown().optional().openapi({ type: 'object', description: 'GeoJSON, where the kind is drawn.' }),
  })
  .openapi('CatchmentSent', {
    description: 'A kind and what belongs to it; or a Polygon, a MultiPolygon, a Feature or a FeatureCollection.',
  })

/** Throws a Problem at the input at fault. */
export function readCatchment(sent: z.infer<typeof catchmentSent>): Catchment {
  if (sent.kind === undefined && sent.type) return { kind: 'drawn', shape: checkDrawn(sent, 'type') }
  if (sent.kind === 'drawn') return { kind: 'drawn', shape: checkDrawn(sent.shape, 'shape') }
  const read = catchment.safeParse(sent)
  if (read.success) return read.data
  refuseInvalid({ target: 'json', success: false, error: read.error })
  throw read.error
}
