/** What the coordinator does with needs that nobody holds, and withdrawing everything that is still going on. */

import { lifecycle } from '../lifecycle.ts'
import type { NeedMove, Setting } from '../moves.ts'
import { Problem } from '../problem.ts'
import { isLive, isSettled, type NeedStatus, type Referral } from '../referral.ts'
import { chain, chooseAgain, placeWith, type Step, setNeeds } from './step.ts'

export function onNeeds(referral: Referral, move: NeedMove, setting: Setting): Step {
  if (move.action === 'withdraw') return withdraw(referral, setting)
  if (move.needIds.length === 0) throw new Problem('invalid', 'Choose at least one need.', { field: 'needs' })
  const { from, needs } = lifecycle[move.action]
  const needIds = [...new Set(move.needIds)]
  for (const id of needIds) assertNeed(referral, id, from)

  const step: Step = { referral, happened: [{ action: move.action, assignmentId: null, needIds }] }
  if (move.action === 'place') return chain(step, next => placeWith(next, needIds, move.pick, setting))
  if (move.action === 'chooseAgain') return chain(step, next => chooseAgain(next, needIds, move.pick, setting))
  return { ...step, referral: setNeeds(referral, needIds, needs) }
}

function withdraw(referral: Referral, { at }: Setting): Step {
  const needIds = referral.needs.filter(need => !isSettled(need)).map(need => need.id)
  if (needIds.length === 0) throw new Problem('not_now', 'This referral has ended already.', { action: 'withdraw' })
  const assignments = referral.assignments.map(one =>
    isLive(one) ? { ...one, status: 'withdrawn' as const, plainAccept: false, endedAt: at } : one,
  )
  return {
    referral: setNeeds({ ...referral, assignments }, needIds, 'withdrawn'),
    happened: [{ action: 'withdraw', assignmentId: null, needIds }],
  }
}

function assertNeed(referral: Referral, id: string, from: readonly NeedStatus[]): void {
  const need = referral.needs.find(one => one.id === id)
  if (!need) throw new Problem('invalid', 'This need is not on the referral.', { field: 'needs' })
  if (!from.includes(need.status))
    throw new Problem('already_answered', 'This need has been dealt with in the meantime.', { status: need.status })
}
