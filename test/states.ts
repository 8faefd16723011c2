/** A referral in each state that there is, and what each action is answered with: for stories that try everything everywhere. */
import { actOnReferral } from '#src/actions/act-on-referral.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import type { Answers } from '#src/domain/answers.ts'
import type { Action, Party } from '#src/domain/lifecycle.ts'
import type { Move, Pick } from '#src/domain/moves.ts'
import type { AssignmentStatus } from '#src/domain/referral.ts'
import type { Role, World } from './network.ts'

export type State = AssignmentStatus | 'question' | 'met' | 'unmet'
export type Standing = { id: string; assignment: string; needs: [string, string] }
export type Lists = { decline: string; unmet: string; withdraw: string; good: string; bad: string }

type Deed = {
  [A in Action]: readonly [Role | 'clock', A, Answers<A> | ((lists: Lists, needs: string[]) => Answers<A>)]
}[Action]

const accept: Deed = ['first', 'accept', {}]
const closing = (outcome: 'good' | 'bad'): Deed => [
  'first',
  'close',
  (lists, needs) => ({ outcomes: Object.fromEntries(needs.map(id => [id, lists[outcome]])), note: '' }),
]
const reject: Deed = ['first', 'reject', ({ decline }) => ({ reasonId: decline, note: '' })]

/** What leads from a fresh referral, of which the first service is asked, to each state of that asking. */
const ways: Record<State, readonly Deed[]> = {
  pending: [],
  question: [['first', 'ask', { note: 'Which days suit?' }]],
  accepted: [accept],
  rejected: [reject],
  lapsed: [['clock', 'lapse', {}]],
  withdrawn: [['referrer', 'withdraw', ({ withdraw }) => ({ reasonId: withdraw, note: '' })]],
  reassigned: [['coordinator', 'reassign', { serviceId: '', note: '', consentAgain: false }]],
  stood_down: [['coordinator', 'standDown', { note: '' }]],
  closed: [accept, closing('bad')],
  met: [accept, closing('good')],
  referred_on: [accept, ['first', 'handBack', { note: 'For the council.' }]],
  unmet: [reject, ['coordinator', 'closeAsUnmet', ({ unmet }, needs) => ({ needs, reasonId: unmet, note: '' })]],
}
export const states = Object.keys(ways) as State[]

/** Food and debt, asked of the first service. `ask`: who else is on the list. */
export async function bringTo(
  world: World,
  lists: Lists,
  state: State,
  ask: readonly ('first' | 'second' | 'thirdToo')[] = ['first'],
): Promise<Standing> {
  const { id } = await world.send({ needs: ['food', 'debt'], ask })
  const { referral } = await loadCase(world.database.owner, id)
  const [assignment = '', needs] = [referral.assignments[0]?.id, referral.needs.map(need => need.id)]
  for (const [role, action, answers] of ways[state]) {
    const ctx = role === 'clock' ? world.ctx : await world.as(role)
    const given = typeof answers === 'function' ? answers(lists, needs) : answers
    await actOnReferral(ctx, { referralId: id, assignmentId: assignment, action }, given as Answers)
  }
  return { id, assignment, needs: needs as [string, string] }
}

export async function listsOf({ database: { owner }, networkId }: World): Promise<Lists> {
  const terms = await owner.selectFrom('term').select(['id', 'list']).where('networkId', '=', networkId).execute()
  const outcomes = await owner
    .selectFrom('outcome')
    .select(['id', 'successful'])
    .where('networkId', '=', networkId)
    .execute()
  const term = (list: string) => terms.find(one => one.list === list)?.id ?? ''
  const outcome = (good: boolean) => outcomes.find(({ successful }) => successful === good)?.id ?? ''
  return {
    ...{ decline: term('decline_reason'), unmet: term('unmet_reason'), withdraw: term('withdraw_reason') },
    ...{ good: outcome(true), bad: outcome(false) },
  }
}

/** A sound answer to every action: what is kept is the first need, whom it goes to the second service, which meets the other. */
export function answersTo(world: World, lists: Lists, { needs: [food, debt] }: Standing): Record<Action, object> {
  const serviceId = world.services.second
  const outcomes = { outcomes: { [food]: lists.good, [debt]: lists.bad } }
  return {
    ...{ accept: {}, undo: {}, lapse: {}, standDown: {} },
    split: { keep: [food], serviceId },
    reject: { reasonId: lists.decline },
    ...{ ask: { note: 'Is there a lift?' }, answer: { note: 'Yes.' }, handBack: { note: 'For the council.' } },
    ...{ referOn: { serviceId, note: 'Over to you.' }, reassign: {} },
    ...{ assignOutcome: outcomes, close: outcomes },
    ...{ place: { needs: [debt], serviceId }, chooseAgain: { needs: [debt], serviceId } },
    closeAsUnmet: { needs: [food, debt], reasonId: lists.unmet },
    reopen: { needs: [food, debt] },
    withdraw: { reasonId: lists.withdraw },
  }
}

/** The same as a move of the pure rules. */
export function moveOf(
  world: World,
  lists: Lists,
  action: Action,
  { assignment: assignmentId, needs }: Standing,
): Move {
  const [food, debt] = needs
  const { services, organisations, categories } = world
  const categoryIds = [categories.debt]
  const pick: Pick = {
    serviceId: services.second,
    organisationId: organisations.second,
    categoryIds,
    withinConsent: true,
  }
  const outcomes = [
    { needId: food, outcomeId: lists.good, successful: true },
    { needId: debt, outcomeId: lists.bad, successful: false },
  ]
  switch (action) {
    case 'split':
      return { action, assignmentId, keep: [food], pick }
    case 'referOn':
      return { action, assignmentId, pick }
    case 'reassign':
      return { action, assignmentId, pick: null }
    case 'close':
    case 'assignOutcome':
      return { action, assignmentId, outcomes }
    case 'place':
    case 'chooseAgain':
      return { action, needIds: [debt], pick }
    case 'closeAsUnmet':
    case 'reopen':
      return { action, needIds: [food, debt] }
    case 'withdraw':
      return { action }
    default:
      return { action, assignmentId }
  }
}

/** As which party each acts on a referral of which the first organisation is asked. */
export const partiesOfRole: Record<Role, Party[]> = {
  ...{ referrer: ['referrer'], referrerPrimary: ['referrer'], first: ['recipient'], firstPrimary: ['recipient'] },
  ...{ coordinator: ['coordinator'], second: [], third: [], commissioner: [], administrator: [], outsider: [] },
}
