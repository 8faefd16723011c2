/** Another service like this one, to be changed where it differs; it takes no referrals until somebody says so (SVC-7). */
import { randomUUID } from 'node:crypto'
import { saveService } from '../db/services/save.ts'
import type { ActingContext } from './context.ts'
import { keepService } from './keep-service.ts'

/** Returns the id of the copy, which is called `name`. */
export function copyService(ctx: ActingContext, serviceId: string, name: string): Promise<string> {
  return keepService(ctx, serviceId, { action: 'copyService' }, async (trx, service) => {
    const { organisationId, description, catchment, capacity, phone, email, website, ways, otherWays } = service
    const { pictureId, gallery, closedOnBankHolidays, spans, closures, venue, places } = service
    const { placedAt, hoursAt, capacityAt, describedAt, restrictedAt } = service
    const stamps = Object.entries({ placedAt, hoursAt, capacityAt, describedAt, restrictedAt })
    const id = randomUUID()
    await saveService(trx, {
      ...{ id, organisationId, name, description, catchment, capacity, phone, email, website, ways, otherWays },
      ...{ pictureId, gallery, closedOnBankHolidays, closures, hours: spans, locationId: venue?.id ?? null },
      ...Object.fromEntries(stamps.filter(([, at]) => at !== null)),
      status: 'paused',
      networks: places.map(({ networkId, active, listed, restrictions, categoryIds }) => ({
        ...{ networkId, active, listed, restrictions, categoryIds },
      })),
    })
    return id
  })
}
