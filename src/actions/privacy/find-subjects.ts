/** PRIV-2: looking for what may be held on a person, as far as the actor may read; and what others left them to decide. */
import { keepTold, listToDecide, type ToDecide } from '../../db/privacy/erasing.ts'
import { type Found, findSubjects, listRequests, type SubjectRequest } from '../../db/privacy/subjects.ts'
import type { Controller } from '../../domain/policy-on-privacy.ts'
import type { SubjectSearch } from '../../domain/subject.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { absent, requireController } from './controller.ts'

export function searchSubjects(ctx: ActingContext, of: Controller, search: SubjectSearch): Promise<Found[]> {
  requireController(ctx, of)
  return inTransaction(ctx, trx => findSubjects(trx, of, search))
}

export type Desk = { requests: SubjectRequest[]; toDecide: ToDecide[] }

export function readDesk(ctx: ActingContext, of: Controller): Promise<Desk> {
  requireController(ctx, of)
  return inTransaction(ctx, async trx => ({
    requests: await listRequests(trx, of),
    toDecide: await listToDecide(trx, of),
  }))
}

/** Others erased, and this controller decided that theirs stays. */
export function keepOwn(ctx: ActingContext, id: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    if (!(await keepTold(trx, id, ctx.now()))) throw absent()
  })
}
