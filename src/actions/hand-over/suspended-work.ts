/** NET-5: everything that a suspended organisation is asked for or helps with goes to the coordinator, each in a transaction of its own. */
import { loadActor } from '../../db/actors.ts'
import { listWorkOfSuspended, type OpenWork } from '../../db/members.ts'
import { isProblem } from '../../domain/problem.ts'
import { actOnReferral } from '../act-on-referral.ts'
import type { ActingContext, Context } from '../context.ts'

const batch = 200

/** In the name of the coordinator who acts. How many were handed over; one that changed meanwhile is passed by. */
export async function handOverWork(
  ctx: ActingContext,
  where: { networkId: string; organisationId: string },
): Promise<number> {
  let done = 0
  for (;;) {
    const work = await listWorkOfSuspended(ctx.db, batch, where)
    const now = await handOverAll(ctx, work)
    done += now
    if (now === 0 || work.length < batch) return done
  }
}

/** What was left when the program stopped, or was sent in the same moment. Give it a context without an actor. */
export async function finishHandingOver(ctx: Context): Promise<number> {
  const work = await listWorkOfSuspended(ctx.db, batch)
  let done = 0
  for (const [userId, theirs] of Map.groupBy(work, ({ suspendedBy }) => suspendedBy)) {
    const actor = userId && (await loadActor(ctx.db, userId, null))
    if (actor) done += await handOverAll({ ...ctx, actor }, theirs)
  }
  return done
}

async function handOverAll(ctx: ActingContext, work: readonly OpenWork[]): Promise<number> {
  let done = 0
  for (const one of work) if (await handOver(ctx, one)) done++
  return done
}

async function handOver(ctx: ActingContext, { referralId, assignmentId }: OpenWork): Promise<boolean> {
  try {
    const answers = { serviceId: '', note: '', consentAgain: false } as const
    const target = { referralId, assignmentId, action: 'reassign', follows: 'suspension' } as const
    const { happened } = await actOnReferral(ctx, target, answers)
    return happened.length > 0
  } catch (error) {
    if (isProblem(error)) return false
    throw error
  }
}
