/** What every change of a service has in common: who may, the row held while it is changed, the event. */
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import type { DB } from '../db/schema.ts'
import { type KeptService, readKeptService } from '../db/services/kept.ts'
import type { Section } from '../domain/service-sections.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

export type Change = { action: string; section?: Section }

/** `work` gets the service as it stands, its row locked. */
export function keepService<R>(
  ctx: ActingContext,
  serviceId: string,
  changes: Change | readonly Change[],
  work: (trx: Transaction<DB>, service: KeptService) => Promise<R>,
): Promise<R> {
  return inTransaction(ctx, async trx => {
    await trx.selectFrom('service').select('id').where('id', '=', serviceId).forUpdate().execute()
    const service = await readKeptService(trx, ctx.actor, serviceId)
    const done = await work(trx, service)
    for (const change of [changes].flat()) await recordServiceEvent(trx, ctx, change, service)
    return done
  })
}

export async function recordServiceEvent(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { action, section }: Change,
  { id, organisationId }: { id: string; organisationId: string },
): Promise<void> {
  const party = ctx.actor.organisationId === organisationId ? 'organisation' : 'coordinator'
  await recordEvents(trx, ctx.now(), [
    eventBy(ctx, { action, party, codes: { service: id, organisation: organisationId, ...(section && { section }) } }),
  ])
}
