/** NET-3: a named primary user accepts the network's data-sharing agreement for their organisation. */
import { listServicesIn, readAgreement } from '../db/agreements.ts'
import { recordEvents } from '../db/events.ts'
import { acceptAgreement } from '../db/organisations.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

/** `agreementId`: the one that was read; another in force meanwhile has to be read first. */
export function acceptAgreementAs(ctx: ActingContext, networkId: string, agreementId: string): Promise<void> {
  const { organisationId, role, networks, userId, scopes } = ctx.actor
  if (!organisationId || role !== 'primary' || scopes !== null || !networks.some(({ id }) => id === networkId))
    throw new Problem('not_found', 'There is no such agreement.')
  return inTransaction(ctx, async trx => {
    const at = ctx.now()
    const current = await readAgreement(trx, networkId)
    if (current?.id !== agreementId)
      throw new Problem('conflict', 'The agreement has changed since you opened it. Read it again.')
    await acceptAgreement(trx, { networkId, organisationId, userId, at })
    await refreshCandidates(trx, await listServicesIn(trx, networkId, organisationId))
    const codes = { version: current.version, organisation: organisationId }
    await recordEvents(trx, at, [
      eventBy(ctx, { action: 'acceptAgreement', party: 'organisation', networkId, organisationId, codes }),
    ])
  })
}
