/** A service in the overviews: who gives it, how full it is, whether it takes referrals. */
import type { OverviewService } from '../../db/directory/services.ts'
import { fillingOf } from '../../domain/filling.ts'
import { id, z } from '../openapi.ts'

export const named = z.object({ id, name: z.string() })

export const availability = z
  .object({
    code: z.enum(['open', 'full', 'paused', 'no_places', 'suspended', 'not_agreed', 'unfinished']),
    until: z.iso.date().nullable().optional(),
  })
  .openapi('Availability', { description: 'Whether it takes referrals now; full can still be asked.' })

export const ofService = { service: named, organisation: named }
export const load = {
  availability,
  places: z.int().nullable().openapi({ description: 'Null: no limit.' }),
  cases: z.int(),
  waiting: z.int(),
  free: z.int().nullable(),
}

export function shapeNamed({ id, name, organisationId, organisationName }: OverviewService) {
  return { service: { id, name }, organisation: { id: organisationId, name: organisationName } }
}

export function shapeLoad(service: OverviewService) {
  const { used, waiting, free } = fillingOf(service)
  const { availability, capacity } = service
  return { ...shapeNamed(service), availability, places: capacity, cases: used, waiting, free }
}
