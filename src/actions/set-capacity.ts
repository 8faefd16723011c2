/** How many cases at a time, from the list with one press: none now, or as before (SVC-4). */
import { changeService } from '../db/services/save.ts'
import type { ActingContext } from './context.ts'
import { keepService } from './keep-service.ts'
import { withCapacity } from './save-service-section.ts'

/** 'before': what it was before it was set to 0. Null: no limit. */
export function setCapacity(ctx: ActingContext, serviceId: string, capacity: number | null | 'before'): Promise<void> {
  return keepService(ctx, serviceId, { action: 'setCapacity' }, async (trx, service) => {
    const wanted = capacity === 'before' ? service.capacityBefore : capacity
    const isThere = capacity === 'before' && service.capacity !== 0
    if (!isThere) await changeService(trx, serviceId, { ...withCapacity(service, wanted), capacityAt: ctx.now() })
  })
}
