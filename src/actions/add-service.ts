/** A new service of an organisation. It takes no referrals until somebody says that it is ready. */
import { randomUUID } from 'node:crypto'
import { readKeeper } from '../db/services/kept.ts'
import { saveService } from '../db/services/save.ts'
import type { SectionValues } from '../domain/service-sections.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { recordServiceEvent } from './keep-service.ts'
import { requireNetwork, requireVenue } from './save-service-section.ts'

/** Returns its id. */
export function addService(
  ctx: ActingContext,
  { organisationId, networkId }: { organisationId: string; networkId: string },
  { name, categoryIds, locationId }: SectionValues['details'],
): Promise<string> {
  return inTransaction(ctx, async trx => {
    const { networks } = await readKeeper(trx, ctx.actor, organisationId)
    requireNetwork(ctx.actor, { organisationId, networks }, networkId)
    await requireVenue(trx, organisationId, { locationId })
    const id = randomUUID()
    await saveService(trx, {
      ...{ id, organisationId, name, locationId, status: 'paused', placedAt: ctx.now() },
      networks: [{ networkId, categoryIds }],
    })
    await recordServiceEvent(trx, ctx, { action: 'addService' }, { id, organisationId })
    return id
  })
}
