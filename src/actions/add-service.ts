/** A new service of an organisation. It takes no referrals until somebody says that it is ready. */
import { randomUUID } from 'node:crypto'
import { readKeeper } from '../db/services/kept.ts'
import { saveService } from '../db/services/save.ts'
import type { SectionValues } from '../domain/service-sections.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { recordServiceEvent } from './keep-service.ts'
import { type Description, partsOf, requireNetwork, requireVenue } from './save-service-section.ts'

/** Returns its id. */
export function addService(
  ctx: ActingContext,
  { organisationId, networkId }: { organisationId: string; networkId: string },
  details: SectionValues['details'],
  rest: Omit<Description, 'details'> = {},
): Promise<string> {
  return inTransaction(ctx, async trx => {
    const { networks } = await readKeeper(trx, ctx.actor, organisationId)
    requireNetwork(ctx.actor, { organisationId, networks }, networkId)
    await requireVenue(trx, organisationId, details)
    const id = randomUUID()
    const service = { capacity: null, capacityBefore: null }
    const parts = partsOf({ ...rest, details }, { service, networkId, at: ctx.now() })
    await saveService(trx, { ...parts, id, organisationId, name: details.name, status: 'paused' })
    await recordServiceEvent(trx, ctx, { action: 'addService' }, { id, organisationId })
    return id
  })
}
