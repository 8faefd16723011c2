/** Takes a service out of use: never suggested or listed again, what it did stays known (SVC-7). */
import { changeService } from '../db/services/save.ts'
import { Problem } from '../domain/problem.ts'
import type { ActingContext } from './context.ts'
import { keepService } from './keep-service.ts'

/** Not while somebody waits for its answer or is being helped: they would be dropped. */
export function archiveService(ctx: ActingContext, serviceId: string): Promise<void> {
  return keepService(ctx, serviceId, { action: 'archiveService' }, (trx, { cases, waiting }) => {
    const open = cases + waiting
    if (open > 0) throw new Problem('not_now', 'Answer or close its referrals first.', { open })
    return changeService(trx, serviceId, { status: 'archived' })
  })
}
