/** Opening a referral: reading what the viewer may see and recording that it was read, in one. */
import type { CaseFile } from '../db/referrals/load.ts'
import { loadCase } from '../db/referrals/load.ts'
import {
  type Content,
  type HistoryLine,
  type LeanFacts,
  type Note,
  readAssignments,
  readContent,
  readHistory,
  readLean,
  readNeeds,
  readNotes,
  readShortlist,
  type Shortlisted,
  type ViewedAssignment,
  type ViewedNeed,
} from '../db/referrals/view.ts'
import { recordView } from '../db/views.ts'
import { type Action, actionsOn, lifecycle, type Party } from '../domain/lifecycle.ts'
import { type Actor, partiesOf, type Sight, sightOf } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { isLive } from '../domain/referral.ts'
import { type ActingContext, inTransaction } from './context.ts'

export type ReferralView = {
  file: CaseFile
  sight: Sight
  lean: LeanFacts
  needs: ViewedNeed[]
  /** Each with what this viewer may do to it now. */
  assignments: (ViewedAssignment & { own: boolean; actions: Action[] })[]
  shortlist: Shortlisted[]
  /** What may be done to the referral as a whole, or to needs that nobody holds. */
  actions: Action[]
  content: Content | null
  notes: Note[]
  history: HistoryLine[]
  parties: Party[]
}

/** `what`: by which way it was read (page, api, csv). */
export function viewReferral(ctx: ActingContext, id: string, what: 'page' | 'api' | 'csv'): Promise<ReferralView> {
  return inTransaction(ctx, async trx => {
    const file = await loadCase(trx, id)
    const sight = sightOf(ctx.actor, file.sides, file.settings)
    if (sight.level === 'none') throw new Problem('not_found', 'There is no such referral.')
    const viewer = { ...ctx.actor, sight, exitAt: exitOf(file, ctx.actor) }
    const seesNeeds = sight.level !== 'exists'
    const content = sight.level === 'full' ? await readContent(trx, id) : null
    if (content)
      await recordView(trx, {
        at: ctx.now(),
        userId: ctx.actor.userId,
        organisationId: ctx.actor.organisationId,
        referralId: id,
        what,
      })
    const assignments = await readAssignments(trx, file)
    return {
      file,
      sight,
      content,
      lean: await readLean(trx, id),
      needs: seesNeeds ? await readNeeds(trx, id) : [],
      assignments: assignments.map(one => ({
        ...one,
        own: one.organisationId === ctx.actor.organisationId,
        actions: actionsOf(ctx, file, one),
      })),
      shortlist: sight.level === 'full' ? await readShortlist(trx, id) : [],
      notes: await readNotes(trx, id, viewer),
      history: await readHistory(trx, id, viewer),
      actions: needActions(ctx.actor, file),
      parties: partiesOf(ctx.actor, file.sides, null),
    }
  })
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
