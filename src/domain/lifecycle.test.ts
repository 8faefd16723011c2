import { describe, expect, test } from 'vitest'
import { hour, idOf, later, listed, moved, noon, of, picked, sent, taken } from '#test/rules/referrals.ts'
import { byWhom, onAssignments, onNeeds, parties } from '#test/rules/table.ts'
import { type Action, type AssignmentAction, actions, actionsOn, lifecycle, partyFor } from './lifecycle.ts'
import type { Move, NeedMove } from './moves.ts'
import { isProblem, type ProblemCode } from './problem.ts'
import { assignmentStatuses, needStatuses, type Referral } from './referral.ts'

const pending = sent('ab', listed('north', 'AB'), listed('south', 'AB'))
const north = idOf(pending, 'north')
const accepted = moved(pending, 'recipient', { action: 'accept', assignmentId: north })
const asked = moved(pending, 'recipient', { action: 'ask', assignmentId: north })

const west = picked('west', 'AB')
const given = { action: 'assignOutcome', outcomes: [{ needId: 'a', outcomeId: 'advised', successful: true }] } as const
const details: Record<AssignmentAction, object> = {
  ...Object.fromEntries(Object.keys(onAssignments).map(action => [action, {}])),
  split: { keep: ['a'], pick: null },
  referOn: { pick: west },
  reassign: { pick: null },
  close: { outcomes: [] },
  assignOutcome: given,
} as Record<AssignmentAction, object>

function moveOn(action: AssignmentAction): Move {
  return { action, assignmentId: north, ...details[action] } as Move
}

function refusal(attempt: () => unknown): ProblemCode | 'none' {
  try {
    attempt()
    return 'none'
  } catch (error) {
    if (isProblem(error)) return error.code
    throw error
  }
}

/** North's assignment in any status, its needs as they would be. */
function inStatus(status: (typeof assignmentStatuses)[number]): Referral {
  const needStatus = { pending: 'waiting', accepted: 'helped', closed: 'ended' } as const
  const before = status === 'pending' ? asked : accepted
  const assignments = before.assignments.map(one => ({ ...one, status }))
  const into = needStatus[status as keyof typeof needStatus] ?? 'unplaced'
  return { ...before, assignments, needs: before.needs.map(need => ({ ...need, status: into })) }
}

test('every action of the program is in the table, by the same parties', () => {
  expect(actions.toSorted()).toEqual(Object.keys(byWhom).toSorted())
  for (const action of actions) expect([...lifecycle[action].by].toSorted()).toEqual(byWhom[action].by.toSorted())
})

describe.each(Object.keys(onAssignments) as AssignmentAction[])('%s', action => {
  const { by, from } = onAssignments[action] as { by: string[]; from: string[] }
  const startOf = (status: (typeof assignmentStatuses)[number]) =>
    action === 'ask' && status === 'pending' ? pending : inStatus(status)

  test(`can be done by the ${by.join(' or the ')} and nobody else`, () => {
    for (const party of parties) {
      const attempt = () => taken(startOf(from[0] as 'pending'), party, moveOn(action), later(hour))
      expect([party, refusal(attempt)]).toEqual([party, by.includes(party) ? 'none' : 'not_allowed'])
    }
  })

  test(`can be done from ${from.join(' or ')} and nowhere else; who comes late is told what happened`, () => {
    const party = partyFor(action, parties)
    for (const status of assignmentStatuses) {
      // Accepting twice is accepting once.
      if (action === 'accept' && status === 'accepted') continue
      const attempt = () => taken(startOf(status), party, moveOn(action), later(hour))
      expect([status, refusal(attempt)]).toEqual([status, from.includes(status) ? 'none' : 'already_answered'])
    }
  })
})

/** The referrer began from north, and north has said no. */
const asking = { ...sent('a', listed('north', 'A')), startsFrom: 'north' }
const begun = moved(asking, 'recipient', { action: 'reject', assignmentId: idOf(asking, 'north') })

describe.each(Object.keys(onNeeds) as NeedMove['action'][])('%s', action => {
  const { by, from } = onNeeds[action] as { by: string[]; from: string[] }
  const move = { action, needIds: ['a'], pick: west } as Move
  const start = (status: (typeof needStatuses)[number]): Referral => ({
    ...begun,
    needs: [{ id: 'a', categoryId: 'A', status, outcome: null }],
  })

  test(`can be done by the ${by.join(' or the ')} and nobody else`, () => {
    for (const party of parties) {
      const attempt = () => taken(start(from[0] as 'unplaced'), party, move)
      expect([party, refusal(attempt)]).toEqual([party, by.includes(party) ? 'none' : 'not_allowed'])
    }
  })

  test(`can be done to a need that is ${from.join(' or ')} and to no other`, () => {
    const refused = action === 'withdraw' ? 'not_now' : 'already_answered'
    for (const status of needStatuses) {
      const attempt = () => taken(start(status), partyFor(action, parties), move)
      expect([status, refusal(attempt)]).toEqual([status, from.includes(status) ? 'none' : refused])
    }
  })
})

test('an organisation on both sides does each thing in the name that may do it', () => {
  const both = ['referrer', 'recipient'] as const
  expect([partyFor('accept', both), partyFor('answer', both), partyFor('withdraw', both)]).toEqual([
    'recipient',
    'referrer',
    'referrer',
  ])
})

test('nobody is no party', () => {
  for (const action of actions) expect(refusal(() => partyFor(action, []))).toBe('not_allowed')
})

test('RES-15: who comes second is told what happened instead, and nothing is lost', () => {
  const rejected = moved(pending, 'recipient', { action: 'reject', assignmentId: north })
  const late = () => taken(rejected, 'recipient', { action: 'accept', assignmentId: north })
  expect(late).toThrow(
    expect.objectContaining({ code: 'already_answered', values: expect.objectContaining({ status: 'rejected' }) }),
  )
})

test('an assignment that is not on the referral is not found', () => {
  const move = { action: 'accept', assignmentId: 'elsewhere' } as const
  expect(refusal(() => taken(pending, 'recipient', move))).toBe('not_found')
})

describe('RES-3, RES-6: the actions offered are those that can be taken', () => {
  const offered = (referral: Referral, party: (typeof parties)[number], at = noon): Action[] =>
    actionsOn(of(referral, 'north'), [party], at)

  test('to the service asked: accept, split, reject and ask', () => {
    expect(offered(pending, 'recipient')).toEqual(['accept', 'split', 'reject', 'ask'])
  })

  test('one need cannot be split', () => {
    expect(offered(sent('a', listed('north', 'A')), 'recipient')).toEqual(['accept', 'reject', 'ask'])
  })

  test('RES-12: a question is asked once, and answered by the referrer while it is open', () => {
    expect(offered(pending, 'referrer')).toEqual(['standDown'])
    expect(offered(asked, 'recipient')).toEqual(['accept', 'split', 'reject'])
    expect(offered(asked, 'referrer')).toEqual(['answer', 'standDown'])
  })

  test('RES-6: once accepted, the answers give way to what is done with a case', () => {
    expect(offered(accepted, 'recipient')).toEqual(['referOn', 'handBack', 'assignOutcome', 'close', 'undo'])
    expect(offered(accepted, 'coordinator')).toEqual(['undo', 'reassign'])
    expect(offered(accepted, 'referrer')).toEqual([])
  })

  test('RES-8: undoing is offered for 24 hours', () => {
    expect(offered(accepted, 'coordinator', later(24 * hour))).toContain('undo')
    expect(offered(accepted, 'coordinator', later(24 * hour + 1))).not.toContain('undo')
  })

  test('RES-7: an outcome can still be assigned when the case is closed', () => {
    const closed = moved(accepted, 'recipient', { action: 'close', assignmentId: north, outcomes: [] })
    expect(offered(closed, 'recipient')).toEqual(['assignOutcome'])
  })
})
