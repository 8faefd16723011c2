/** One step of a demonstration's referral, by whoever may do it, through the one door that people use. */
import { loadCase } from '../../db/referrals/load.ts'
import type { DemoReferral, DemoStep } from '../../db/seed/demo/referral.ts'
import { outcomes as outcomeLabels } from '../../db/seed/demo/referral.ts'
import type { Answers } from '../../domain/answers.ts'
import { type Action, isAssignmentAction, lifecycle, ruleOf } from '../../domain/lifecycle.ts'
import { type Assignment, keptBy, type Need, type Referral } from '../../domain/referral.ts'
import { actOnReferral } from '../act-on-referral.ts'
import type { Context } from '../context.ts'
import { viewReferral } from '../view-referral.ts'
import { actingAs, type Cast, find, findCategory, somebodyOf } from './cast.ts'

/** It is opened first, as anybody would, so that who looked is on record. */
export async function takeStep(
  ctx: Context,
  cast: Cast,
  referral: DemoReferral,
  referralId: string,
  step: DemoStep,
  at: Date,
): Promise<void> {
  const [, action] = step
  const { referral: now } = await loadCase(ctx.db, referralId)
  const assignment = isAssignmentAction(action) ? findAssignment(cast, now, step) : null
  const actor = await actingAs(ctx, cast, whoTakes(cast, referral, action, assignment), at)
  await viewReferral(actor, referralId, 'page')
  const target = { referralId, assignmentId: assignment?.id, action }
  await actOnReferral(actor, target, answersFor(cast, now, assignment, step) as Answers<Action>)
}

/** The newest that the step can start from, of the service named or of any. */
function findAssignment(cast: Cast, { assignments }: Referral, [, action, how]: DemoStep): Assignment {
  const serviceId = how?.by && find(cast.services, how.by)
  const found = assignments.findLast(
    one =>
      isAssignmentAction(action) &&
      ruleOf(action).from.includes(one.status) &&
      (!serviceId || one.serviceId === serviceId),
  )
  if (!found) throw new Error(`The demonstration has nothing to ${action} ${how?.by ?? ''}.`)
  return found
}

function whoTakes(cast: Cast, referral: DemoReferral, action: Action, assignment: Assignment | null): string {
  const [party] = lifecycle[action].by
  if (party === 'recipient' && assignment) return somebodyOf(cast, assignment.organisationId, referral)
  return party === 'referrer' ? referral.from : cast.demo.coordinator
}

function answersFor(cast: Cast, { needs }: Referral, assignment: Assignment | null, [, action, how = {}]: DemoStep) {
  const { note, keep, to, why, outcome } = how
  return {
    ...(note === undefined ? noteFor(action) : { note }),
    ...(keep && { keep: idsOf(cast, needs, keep) }),
    ...(why && { reasonId: reasonId(cast, why) }),
    ...(to && { serviceId: find(cast.services, to), consentAgain: true }),
    ...(assignment && outcome && { outcomes: outcomesFor(cast, assignment, outcome) }),
    ...(action === 'place' || action === 'closeAsUnmet' ? { needs: unplaced(cast, needs, how.needs) } : {}),
  }
}

/** Those that can be silent are given none. */
function noteFor(action: Action): { note?: string } {
  return action === 'accept' || action === 'undo' ? {} : { note: '' }
}

function idsOf(cast: Cast, needs: Need[], labels: string[]): string[] {
  const categories = labels.map(label => findCategory(cast, label))
  return needs.filter(({ categoryId }) => categories.includes(categoryId)).map(({ id }) => id)
}

function unplaced(cast: Cast, needs: Need[], labels: string[] | undefined): string[] {
  return labels ? idsOf(cast, needs, labels) : needs.filter(({ status }) => status === 'unplaced').map(({ id }) => id)
}

function reasonId({ terms }: Cast, label: string): string {
  return find(new Map(terms.map(term => [term.label, term.id])), label)
}

function outcomesFor({ outcomes }: Cast, assignment: Assignment, name: string): Record<string, string> {
  const label = outcomeLabels[name as keyof typeof outcomeLabels]
  const id = find(new Map(outcomes.map(outcome => [outcome.label, outcome.id])), label)
  return Object.fromEntries(keptBy(assignment).map(needId => [needId, id]))
}
