/** Who answers for what is held, on this page or by this request; absent to everybody else. */
import { actAs, type Transaction } from '../../db/database.ts'
import type { SubjectRequest } from '../../db/privacy/subjects.ts'
import type { DB } from '../../db/schema.ts'
import { answersFor, type Controller } from '../../domain/policy-on-privacy.ts'
import { Problem } from '../../domain/problem.ts'
import type { ActingContext } from '../context.ts'

export function requireController({ actor }: Pick<ActingContext, 'actor'>, of: Controller): void {
  if (!answersFor(actor, of)) throw absent()
}

export function controllerOf({
  networkId,
  organisationId,
}: Pick<SubjectRequest, 'networkId' | 'organisationId'>): Controller {
  if (networkId) return { networkId }
  if (organisationId) return { organisationId }
  throw absent()
}

/** Everything that is held, other organisations' questions included: only after it is said that the actor may. */
export function asSystem<R>({ db }: Pick<ActingContext, 'db'>, work: (trx: Transaction<DB>) => Promise<R>): Promise<R> {
  return actAs(db, { userId: null, organisationId: null, system: true }, work)
}

export function absent(): Problem {
  return new Problem('not_found', 'There is nothing here.')
}
