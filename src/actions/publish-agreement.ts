/** NET-3: a new version of the network's data-sharing agreement. Every member is asked again. */
import { minutesBefore } from '../db/actors.ts'
import { insertAgreement, listAcceptances, listServicesIn, readAgreement } from '../db/agreements.ts'
import { recordEvents } from '../db/events.ts'
import { readNetwork } from '../db/networks.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import type { AgreementForm } from '../domain/joining.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { enqueueLetter } from './enqueue-letter.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

/** Returns its version. */
export function publishAgreement(
  ctx: ActingContext,
  networkId: string,
  { seen, body, graceDays }: AgreementForm,
): Promise<number> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    const at = ctx.now()
    const { slug } = await readNetwork(trx, networkId)
    const current = await readAgreement(trx, networkId)
    const version = (current?.version ?? 0) + 1
    const graceUntil = graceDays > 0 ? minutesBefore(at, -graceDays * 24 * 60) : null
    const agreement = { networkId, version, body, graceUntil, publishedBy: ctx.actor.userId }
    if (seen !== version - 1 || !(await insertAgreement(trx, agreement)))
      throw new Problem('conflict', 'Somebody published another version while this page was open.')
    await refreshCandidates(trx, await listServicesIn(trx, networkId))
    const members = await listAcceptances(trx, networkId)
    const codes = { networkId, slug, graceUntil: graceUntil?.toISOString() ?? null }
    const to = { primariesOf: members.map(({ organisationId }) => organisationId) }
    await enqueueLetter(trx, ctx, { template: 'agreement_published', codes, to })
    await recordEvents(trx, at, [eventBy(ctx, { action: 'publishAgreement', networkId, codes: { version } })])
    return version
  })
}
