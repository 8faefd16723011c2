/** NET-5: suspending an organisation in a network, and letting it go on. */
import { listServicesIn } from '../db/agreements.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { setMemberStatus } from '../db/members.ts'
import { readNetwork } from '../db/networks.ts'
import type { DB } from '../db/schema.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { enqueueLetter } from './enqueue-letter.ts'
import { eventBy } from './event-by.ts'
import { handOverWork } from './hand-over/suspended-work.ts'
import { requireCoordinator } from './require-coordinator.ts'

type Where = { networkId: string; organisationId: string }

/** Nothing new reaches it from this moment; then its open work goes to the coordinator, one referral after the other. How many did. */
export async function suspendOrganisation(ctx: ActingContext, where: Where, reason: string): Promise<number> {
  requireCoordinator(ctx, where.networkId)
  await inTransaction(ctx, async trx => {
    const { coordinatingOrganisationId } = await readNetwork(trx, where.networkId)
    if (where.organisationId === coordinatingOrganisationId || where.organisationId === ctx.actor.organisationId)
      throw new Problem('not_allowed', 'The organisation that coordinates the network cannot be suspended.')
    const by = { at: ctx.now(), by: ctx.actor.userId, reason }
    await change(trx, ctx, where, { status: 'suspended', ...by })
  })
  return handOverWork(ctx, where)
}

/** What was handed over stays with the coordinator. */
export async function resumeOrganisation(ctx: ActingContext, where: Where): Promise<void> {
  requireCoordinator(ctx, where.networkId)
  await inTransaction(ctx, trx => change(trx, ctx, where, { status: 'active', at: null, by: null, reason: null }))
}

async function change(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { networkId, organisationId }: Where,
  to: Parameters<typeof setMemberStatus>[3],
): Promise<void> {
  if (!(await setMemberStatus(trx, networkId, organisationId, to)))
    throw new Problem('conflict', 'It is no member of the network, or a colleague has done this already.')
  await refreshCandidates(trx, await listServicesIn(trx, networkId, organisationId))
  const [action, template] =
    to.status === 'suspended'
      ? (['suspendOrganisation', 'suspended'] as const)
      : (['resumeOrganisation', 'resumed'] as const)
  await enqueueLetter(trx, ctx, { template, codes: { networkId }, to: { primariesOf: [organisationId] } })
  await recordEvents(trx, ctx.now(), [eventBy(ctx, { action, networkId, codes: { organisation: organisationId } })])
}
