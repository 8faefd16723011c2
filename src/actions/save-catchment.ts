/** Whom a service is there for (SVC-2). */
import type { MultiPolygon } from 'geojson'
import { changeService } from '../db/services/save.ts'
import type { Catchment } from '../domain/catchment.ts'
import { checkDrawn } from '../domain/drawn.ts'
import { nestRings, ringsOf } from '../domain/nesting.ts'
import { Problem } from '../domain/problem.ts'
import type { ActingContext } from './context.ts'
import { keepService } from './keep-service.ts'

export function saveCatchment(ctx: ActingContext, serviceId: string, catchment: Catchment): Promise<void> {
  return keepService(ctx, serviceId, { action: 'saveCatchment' }, (trx, { venue }) => {
    if (catchment.kind === 'radius' && (venue === null || venue.latitude === null))
      throw new Problem('invalid', 'Choose a venue with a postcode first.', { field: 'miles' })
    return changeService(trx, serviceId, { catchment, placedAt: ctx.now() })
  })
}

/** Areas drawn one by one: one inside another leaves it out. Throws a Problem at `field` for anything unfit. */
export function shapeOfDrawn(drawn: unknown, field: string): MultiPolygon {
  return checkDrawn(nestRings(ringsOf(checkDrawn(drawn, field))), field)
}
