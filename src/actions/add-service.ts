/** A new service of an organisation. It takes no referrals until somebody says that it is ready. */
import { randomUUID } from 'node:crypto'
import { readKeeper } from '../db/services/kept.ts'
import { saveService } from '../db/services/save.ts'
import type { SectionValues } from '../domain/service-sections.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { recordServiceEvent } from './keep-service.ts'
import { type Made, madeBefore } from './made-before.ts'
import { type Description, partsOf, requireKnown, requireNetwork, requireVenue } from './save-service-section.ts'

/** `key`: of a client that may send it twice. */
export function addService(
  ctx: ActingContext,
  { organisationId, networkId, key }: { organisationId: string; networkId: string; key?: string | undefined },
  details: SectionValues['details'],
  rest: Omit<Description, 'details'> = {},
): Promise<Made> {
  return inTransaction(ctx, async trx => {
    const { networks } = await readKeeper(trx, ctx.actor, organisationId)
    requireNetwork(ctx.actor, { organisationId, networks }, networkId)
    const id = randomUUID()
    const posted = ['service', organisationId, networkId, details, rest] as const
    const earlier = await madeBefore(trx, ctx, { key, posted, id })
    if (earlier) return { id: earlier, again: true }
    await requireVenue(trx, organisationId, details)
    if (rest.restrictions) await requireKnown(trx, networkId, rest.restrictions)
    const service = { capacity: null, capacityBefore: null }
    const parts = partsOf({ ...rest, details }, { service, networkId, at: ctx.now() })
    await saveService(trx, { ...parts, id, organisationId, name: details.name, status: 'paused' })
    await recordServiceEvent(trx, ctx, { action: 'addService' }, { id, organisationId })
    return { id, again: false }
  })
}
