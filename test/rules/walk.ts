/** Random walks: whatever anybody may try on a referral, wise or not, so that the rules can be watched all the way. */
import fc from 'fast-check'
import type { Action, Party } from '#src/domain/lifecycle.ts'
import { type Move, type NeedOutcome, type Pick, type Taken, take } from '#src/domain/moves.ts'
import { isProblem, type Problem } from '#src/domain/problem.ts'
import type { Assignment, AssignmentStatus, NeedStatus, Referral, Shortlisted } from '#src/domain/referral.ts'
import { drafted, freeze, hour, later, settingFor } from './referrals.ts'
import { byWhom, onAssignments, onNeeds, parties } from './table.ts'

/** Few enough that the same are met again; two organisations have two. */
const services = ['north 1', 'north 2', 'south 1', 'south 2', 'east 1']
const categories = fc.subarray([...'ABCDE'], { minLength: 1 }).map(some => some.join(''))

export type Choice = {
  action: Action
  /** Any party, or the one that the table names. */
  party: Party | 'the right one'
  /** Which of the assignments and needs: of those where the action starts from, or of all. */
  sensible: boolean
  which: number
  mask: number
  pick: { serviceId: string; categories: string; withinConsent: boolean } | null
  successful: boolean
  /** Since the choice before, in hours. */
  waited: number
}

/** One thing tried: what came of it, or the Problem that stopped it. */
export type Tried = {
  before: Referral
  move: Move
  party: Party
  at: Date
  taken: Taken | null
  problem: Problem | null
}

export const drafts: fc.Arbitrary<Referral> = fc
  .record({
    begins: fc.boolean(),
    needs: fc.integer({ min: 1, max: 5 }).map(count => 'abcde'.slice(0, count)),
    shortlist: fc.uniqueArray(fc.record({ serviceId: fc.constantFrom(...services), categories }), {
      selector: one => one.serviceId,
    }),
  })
  .map(({ needs, shortlist, begins }) => {
    const draft = drafted(needs, ...shortlist.map(one => serviceOf(one.serviceId, one.categories)))
    return begins ? freeze({ ...draft, startsFrom: shortlist[0]?.serviceId ?? null }) : draft
  })

const pick = fc.record({
  serviceId: fc.constantFrom(...services),
  categories: fc.oneof(fc.constant('ABCDE'), categories),
  withinConsent: fc.integer({ min: 0, max: 9 }).map(chance => chance > 0),
})

const choice: fc.Arbitrary<Choice> = fc.record({
  action: fc.constantFrom(...(Object.keys(byWhom) as Action[])),
  party: fc.oneof(
    { weight: 4, arbitrary: fc.constant('the right one' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...parties) },
  ),
  sensible: fc.integer({ min: 0, max: 3 }).map(chance => chance > 0),
  which: fc.nat(30),
  mask: fc.nat(31),
  pick: fc.oneof({ weight: 3, arbitrary: pick }, { weight: 1, arbitrary: fc.constant(null) }),
  successful: fc.boolean(),
  waited: fc.constantFrom(0, 1, 11, 12, 30),
})

export const choices = fc.array(choice, { minLength: 1, maxLength: 40, size: 'max' })

/** Tries one choice after another; what they were given is frozen, so a rule that changed it would be found out. */
export function walk(start: Referral, tries: Choice[], watch: (tried: Tried) => void): Referral {
  let referral = start
  let waited = 0
  for (const one of tries) {
    waited += one.waited
    const tried = attempt(referral, one, later(waited * hour))
    watch(tried)
    if (tried.taken) referral = tried.taken.referral
  }
  return referral
}

function attempt(before: Referral, chosen: Choice, at: Date): Tried {
  const move = freeze(moveFor(before, chosen))
  const right = byWhom[move.action].by
  const party = chosen.party === 'the right one' ? (right[chosen.which % right.length] ?? 'person') : chosen.party
  const tried = { before, move, party, at }
  try {
    return { ...tried, taken: freeze(take(before, move, [party], settingFor(before, at))), problem: null }
  } catch (error) {
    if (!isProblem(error)) throw error
    return { ...tried, taken: null, problem: error }
  }
}

export function moveFor(referral: Referral, chosen: Choice): Move {
  const { action } = chosen
  if (action === 'withdraw') return { action }
  if (action === 'place' || action === 'chooseAgain' || action === 'closeAsUnmet' || action === 'reopen') {
    const from: NeedStatus[] = onNeeds[action].from
    const needIds = some(referral, chosen, need => from.includes(need.status))
    return action === 'place' || action === 'chooseAgain'
      ? { action, needIds, pick: picked(chosen) }
      : { action, needIds }
  }
  const assignment = assignmentFor(referral, action, chosen)
  const assignmentId = assignment?.id ?? 'none'
  const mine = some(referral, chosen, need => assignment?.needIds.includes(need.id) === true)
  if (action === 'split') return { action, assignmentId, keep: mine, pick: chosen.pick && picked(chosen) }
  if (action === 'referOn') return { action, assignmentId, pick: picked(chosen) }
  if (action === 'reassign') return { action, assignmentId, pick: chosen.pick && picked(chosen) }
  if (action !== 'close' && action !== 'assignOutcome') return { action, assignmentId }
  return { action, assignmentId, outcomes: mine.map(needId => outcomeOf(needId, chosen)) }
}

function assignmentFor(
  { assignments }: Referral,
  action: keyof typeof onAssignments,
  { sensible, which }: Choice,
): Assignment | undefined {
  const from: AssignmentStatus[] = onAssignments[action].from
  const fitting = assignments.filter(one => from.includes(one.status))
  const among = sensible && fitting.length > 0 ? fitting : assignments
  return among[which % (among.length || 1)]
}

/** Some of the needs, by the mask: the fitting ones, or any. */
function some({ needs }: Referral, { sensible, mask }: Choice, fits: (need: Referral['needs'][number]) => boolean) {
  const among = sensible ? needs.filter(fits) : needs
  return among.filter((_, index) => (mask >> index) % 2 === 1).map(need => need.id)
}

function picked({ pick, which }: Choice): Pick {
  const { serviceId, categories, withinConsent } = pick ?? {
    serviceId: services[which % services.length] ?? 'north 1',
    categories: 'ABCDE',
    withinConsent: true,
  }
  const { organisationId, categoryIds } = serviceOf(serviceId, categories)
  return { serviceId, organisationId, categoryIds, withinConsent }
}

function serviceOf(serviceId: string, meets: string): Shortlisted {
  return { serviceId, organisationId: serviceId.slice(0, -2), categoryIds: [...meets], addedBy: 'referrer' }
}

function outcomeOf(needId: string, { successful }: Choice): NeedOutcome {
  return { needId, outcomeId: successful ? 'advised' : 'no response', successful }
}
