/** Closes the services of those who let the time for accepting a new agreement pass. Give it a context without an actor. */
import { listServicesPastGrace } from '../db/agreements.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { type Context, inTransaction } from './context.ts'

/** How many services. */
export function endGraces(ctx: Context): Promise<number> {
  return inTransaction(ctx, async trx => {
    const services = await listServicesPastGrace(trx)
    await refreshCandidates(trx, services)
    return services.length
  })
}
