/** What the page of one action needs: the needs it is about, and the lists to choose from. */
import type { Context } from 'hono'
import { markOf } from '../../../../actions/referral-mark.ts'
import { type FoundPick, findPicks } from '../../../../db/picks.ts'
import { placeOf } from '../../../../db/places.ts'
import type { ViewedNeed } from '../../../../db/referrals/view.ts'
import { searchServices } from '../../../../db/services/search.ts'
import { findSuggestions, type Suggestions } from '../../../../db/suggestions.ts'
import { listOutcomes, listTerms, type OutcomeChoice, type Term, type TermList } from '../../../../db/terms.ts'
import { rulingsOf } from '../../../../domain/journey.ts'
import { isAssignmentAction, lifecycle } from '../../../../domain/lifecycle.ts'
import { ageOn } from '../../../../domain/person.ts'
import { keptBy } from '../../../../domain/referral.ts'
import { hasDeclined, isReturned } from '../../../../domain/routing.ts'
import { absent } from '../../../doors.ts'
import type { PageEnv } from '../../../env.ts'
import { idIn, loadReferral, type ReferralData } from '../load-referral.ts'
import { isPaged, type PagedAction, pageOf } from './pages.ts'

export type ActData = {
  data: ReferralData
  action: PagedAction
  assignment: ReferralData['view']['assignments'][number] | null
  /** Those that the action may concern. */
  needs: ViewedNeed[]
  reasons: Term[]
  outcomes: OutcomeChoice[]
  suggestions: Suggestions | null
  /** What was looked for by hand; null: nothing was. */
  found: FoundPick[] | null
  /** How the referral stands on this page. */
  seen: string
}

/** What is typed so far: `words` are looked for among the services; what is kept by ticking needs no service any more. */
export type Sought = { words: string; keep: readonly string[]; needs: readonly string[] }

/** Throws as absent where the address is of no action at all. */
export async function loadAct(c: Context<PageEnv>, sought: Sought | null = null): Promise<ActData> {
  const action = c.req.param('action') ?? ''
  const assignmentId = c.req.param('assignment') ? idIn(c, 'assignment') : null
  if (!isPaged(action) || isAssignmentAction(action) !== (assignmentId !== null)) throw absent()
  const data = await loadReferral(c)
  const assignment = data.view.assignments.find(({ id }) => id === assignmentId) ?? null
  if (assignmentId && !assignment) throw absent()
  const needs = needsFor(data, action, assignment)
  const { asks } = pageOf(action)
  const asksService = asks.includes('service')
  return {
    ...{ data, action, assignment, needs },
    seen: markOf(c.var.ctx.secret, data.view.file),
    reasons: asks.includes('reason')
      ? await listTerms(c.var.ctx.db, data.network.id, reasonLists[action] ?? 'decline_reason')
      : [],
    outcomes: asks.includes('outcomes') ? await listOutcomes(c.var.ctx.db, data.network.id) : [],
    suggestions: asksService ? await suggest(c, data, remaining(needs, sought), assignment?.serviceId) : null,
    found: asksService && sought?.words ? await find(c, data, remaining(needs, sought), sought.words) : null,
  }
}

/** Those that a service is looked for: all, but what one keeps; or those ticked to be placed. */
function remaining(needs: ViewedNeed[], sought: Sought | null): ViewedNeed[] {
  if (!sought) return needs
  const ticked = sought.needs.length > 0 ? needs.filter(({ id }) => sought.needs.includes(id)) : needs
  const rest = ticked.filter(({ id }) => !sought.keep.includes(id))
  return rest.length > 0 ? rest : needs
}

/** Whether the action can still be done by this viewer. */
export function isOpen({ data, action, assignment }: ActData): boolean {
  return (assignment ? assignment.actions : data.view.actions).includes(action)
}

const reasonLists: Partial<Record<PagedAction, TermList>> = {
  reject: 'decline_reason',
  withdraw: 'withdraw_reason',
  closeAsUnmet: 'unmet_reason',
}

function needsFor({ view }: ReferralData, action: PagedAction, assignment: ActData['assignment']): ViewedNeed[] {
  const { referral } = view.file
  if (action === 'chooseAgain') return view.needs.filter(({ id }) => isReturned(referral, id))
  if (assignment) return view.needs.filter(({ id }) => keptBy(assignment).includes(id))
  const rule = lifecycle[action]
  const from: readonly string[] = rule.on === 'needs' ? rule.from : []
  return view.needs.filter(({ status }) => from.includes(status))
}

async function suggest(
  c: Context<PageEnv>,
  data: ReferralData,
  needs: readonly ViewedNeed[],
  own?: string,
): Promise<Suggestions> {
  const { db } = c.var.ctx
  const { content, file } = data.view
  const facts = {
    age: ageOn(content?.person.dateOfBirth, data.now.toISOString().slice(0, 10)),
    groups: content?.demographics ?? {},
  }
  const place = content ? await placeOf(db, content.person.postcode ?? '') : null
  const answers = content?.answers.filter(({ organisationId }) => organisationId === null) ?? []
  const sought = { needs: needs.map(({ categoryId }) => categoryId), place, facts, ...rulingsOf(answers) }
  const found = await findSuggestions(db, data.network, sought, data.now)
  const suggested = found.suggested.filter(
    ({ serviceId }) => serviceId !== own && !needs.some(({ id }) => hasDeclined(file.referral, serviceId, id)),
  )
  return { ...found, suggested: suggested.slice(0, mostSuggested) }
}

const mostSuggested = 6

async function find(c: Context<PageEnv>, data: ReferralData, needs: readonly ViewedNeed[], words: string) {
  const { db } = c.var.ctx
  const ids = await searchServices(db, data.network.id, words)
  const picks = await findPicks(
    db,
    data.network.id,
    needs.map(({ categoryId }) => categoryId),
    ids,
  )
  return picks.filter(({ open, categoryIds }) => open && categoryIds.length > 0)
}
