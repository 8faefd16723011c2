/** Opening a referral: reading what the viewer may see and recording that it was read, in one. */
import type { CaseFile } from '../db/referrals/load.ts'
import { readTrail } from '../db/referrals/trail.ts'
import {
  type CaseView,
  type Content,
  type HistoryLine,
  type Note,
  readCase,
  type ViewedAssignment,
} from '../db/referrals/view.ts'
import { type Action, actionsOn, lifecycle, type Party } from '../domain/lifecycle.ts'
import { type Actor, partiesOf, type Sight, sightOf } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { isLive } from '../domain/referral.ts'
import { type ActingContext, inTransaction } from './context.ts'

/** Names and places in `lean`, `needs` and `shortlist` only where the sight reaches. */
export type ReferralView = Omit<CaseView, 'assignments'> & {
  sight: Sight
  /** Each with what this viewer may do to it now. */
  assignments: (ViewedAssignment & { own: boolean; actions: Action[] })[]
  /** What may be done to the referral as a whole, or to needs that nobody holds. */
  actions: Action[]
  content: Content | null
  notes: Note[]
  history: HistoryLine[]
  parties: Party[]
}

/** `what`: by which way it was read (page, api, csv). */
export function viewReferral(ctx: ActingContext, id: string, what: 'page' | 'api' | 'csv'): Promise<ReferralView> {
  const { actor } = ctx
  return inTransaction(ctx, async trx => {
    const view = await readCase(trx, id)
    const { file } = view
    const sight = sightOf(actor, file.sides, file.settings)
    if (sight.level === 'none') throw new Problem('not_found', 'There is no such referral.')
    const { userId, organisationId, tokenId = null } = actor
    const viewer = { userId, organisationId, tokenId, sight, exitAt: exitOf(file, actor) }
    return {
      ...narrow(view, sight),
      sight,
      ...(await readTrail(trx, id, viewer, what, ctx.now())),
      assignments: view.assignments.map(one => ({
        ...(sight.level === 'exists' && one.organisationId !== organisationId ? { ...one, ...unnamed } : one),
        own: one.organisationId === organisationId,
        actions: actionsOf(ctx, file, one),
      })),
      actions: needActions(actor, file),
      parties: partiesOf(actor, file.sides, null),
    }
  })
}

/** A service's name tells what for; who may know only between whom it is, learns the organisation. */
const unnamed = { serviceId: '', serviceName: '', phone: null, email: null, needIds: [], givenUp: [] }

function narrow({ file, lean, needs, shortlist }: CaseView, { level, identity }: Sight) {
  const seesNeeds = level !== 'exists'
  const seesWho = seesNeeds && identity !== 'nothing'
  return {
    file: seesWho ? file : { ...file, outwardCode: null },
    lean: { ...lean, ...(!seesWho && { initials: null, ageBand: null }), ...(!seesNeeds && { areaName: null }) },
    needs: seesNeeds ? needs : [],
    shortlist: level === 'full' ? shortlist : [],
  }
}

function actionsOf({ actor, now }: ActingContext, file: CaseFile, assignment: ViewedAssignment): Action[] {
  return actionsOn(assignment, partiesOf(actor, file.sides, assignment), now())
}

function needActions(actor: Actor, { sides, referral, anonymised }: CaseFile): Action[] {
  const parties = partiesOf(actor, sides, null)
  const offered: Action[] = ['place', 'closeAsUnmet', 'reopen', 'withdraw']
  return offered.filter(action => {
    const rule = lifecycle[action]
    if (rule.on !== 'needs' || anonymised) return false
    const from: readonly string[] = rule.from
    const by: readonly Party[] = rule.by
    return by.some(party => parties.includes(party)) && referral.needs.some(({ status }) => from.includes(status))
  })
}

/** When the last of its assignments ended; null while it has a live one. */
function exitOf({ referral }: CaseFile, { organisationId }: Actor): Date | null {
  const mine = referral.assignments.filter(one => one.organisationId === organisationId)
  if (mine.some(isLive)) return null
  return mine.flatMap(({ endedAt }) => endedAt ?? []).sort((a, b) => b.getTime() - a.getTime())[0] ?? null
}
