/** One route for each thing that can be done to a referral, or to what one service was asked. */
import { actOnReferral } from '../../actions/act-on-referral.ts'
import { markOf } from '../../actions/referral-mark.ts'
import { type Answers, answers } from '../../domain/answers.ts'
import {
  type Action,
  type AssignmentAction,
  actions,
  isAssignmentAction,
  lifecycle,
  type NeedAction,
} from '../../domain/lifecycle.ts'
import type { Taken } from '../../domain/moves.ts'
import { assignmentStatuses, statusOf } from '../../domain/referral.ts'
import {
  answer,
  assignmentParam,
  bearer,
  body,
  createRoute,
  id,
  idParam,
  newApi,
  outdated,
  writeRefusals,
  z,
} from '../openapi.ts'
import { status } from './referral-row.ts'

const path = '/api/v1/referrals/{id}'
/** An entity tag, or `*` for whatever it is by now. */
const ifMatch = z.object({
  'if-match': z.string().max(100).optional().openapi({
    description:
      'The ETag of the referral as it was read: where it has changed since, nothing is done and 412 says so.',
  }),
})
const changed = z.boolean().openapi({ description: 'False where it had been done already.' })
const doneToAssignment = z
  .object({ id, changed, assignment: z.object({ id, status: z.enum(assignmentStatuses) }) })
  .openapi('DoneToAssignment')
const doneToNeeds = z.object({ id, changed, status }).openapi('DoneToReferral')

const summaries: Record<Action, string> = {
  accept: 'Accept all that was asked',
  split: 'Accept some needs, and pass on the rest',
  reject: 'Say no: the needs go on down the list',
  lapse: 'Pass on by the clock',
  ask: 'Ask the sender a question',
  answer: 'Answer the question of a service',
  referOn: 'Refer a case on to another service',
  handBack: 'Hand a case back to the coordinator',
  assignOutcome: 'Enter outcomes',
  close: 'Close the case',
  undo: 'Undo an acceptance within 24 hours',
  reassign: 'Take it from a service, and place it elsewhere',
  standDown: 'No longer needed of this service',
  place: 'Place needs with a service',
  chooseAgain: 'Choose another service for needs that came back to you',
  closeAsUnmet: 'Close needs that nobody can meet',
  reopen: 'Open needs again',
  withdraw: 'Withdraw the referral',
}

export const referralActions = newApi()
for (const action of actions) {
  if (action === 'lapse') continue
  if (isAssignmentAction(action)) addToAssignment(action)
  else addToReferral(action)
}

function addToAssignment(action: AssignmentAction): void {
  const route = createRoute({
    ...described(action),
    path: `${path}/assignments/{assignment}/${action}`,
    request: { params: assignmentParam, headers: ifMatch, body: body(answers[action]) },
    responses: { 200: answer(doneToAssignment, 'Done'), 412: outdated, ...writeRefusals },
  })
  referralActions.openapi(route, async c => {
    const { id, assignment } = c.req.valid('param')
    const target = { referralId: id, assignmentId: assignment, action, seen: seenIn(c.req.header('if-match')) }
    const taken = await actOnReferral(c.var.ctx, target, c.req.valid('json') as Answers<typeof action>)
    c.header('etag', tagOf(c.var.ctx.secret, { id, referral: taken.referral }))
    return c.json({ id, changed: taken.happened.length > 0, assignment: standing(taken, assignment) }, 200)
  })
}

function addToReferral(action: NeedAction): void {
  const route = createRoute({
    ...described(action),
    path: `${path}/${action}`,
    request: { params: idParam, headers: ifMatch, body: body(answers[action]) },
    responses: { 200: answer(doneToNeeds, 'Done'), 412: outdated, ...writeRefusals },
  })
  referralActions.openapi(route, async c => {
    const { id } = c.req.valid('param')
    const answered = c.req.valid('json') as Answers<typeof action>
    const target = { referralId: id, action, seen: seenIn(c.req.header('if-match')) }
    const { referral, happened } = await actOnReferral(c.var.ctx, target, answered)
    c.header('etag', tagOf(c.var.ctx.secret, { id, referral }))
    return c.json({ id, changed: happened.length > 0, status: statusOf(referral) }, 200)
  })
}

function described(action: Action) {
  const { by } = lifecycle[action]
  return {
    method: 'post' as const,
    tags: ['Actions'],
    security: bearer,
    summary: summaries[action],
    description: `By the ${by.filter(party => party !== 'person').join(' or the ')}.`,
  }
}

export function tagOf(...state: Parameters<typeof markOf>): string {
  return `"${markOf(...state)}"`
}

/** An answer that was compressed on its way has a weak tag: the same state, in other bytes. */
function seenIn(header: string | undefined): string | undefined {
  return header === undefined || header.trim() === '*' ? undefined : header.trim().replace(/^(?:W\/)?"(.*)"$/, '$1')
}

function standing({ referral }: Taken, id: string) {
  return { id, status: referral.assignments.find(one => one.id === id)?.status ?? ('pending' as const) }
}
