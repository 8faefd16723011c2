import { describe, expect, test } from 'vitest'
import { parentOf, requestStatuses, requestStatusOf, taskStateOf, taskStatuses } from './fhir.ts'
import { type Assignment, assignmentStatuses, type Need, referralStatuses } from './referral.ts'

const at = new Date('2026-03-01T10:00:00Z')
const outcome = (successful: boolean) => ({ outcomeId: 'o', successful })
const need = (changes: Partial<Need> = {}): Need => ({
  ...{ id: 'n', categoryId: 'c', status: 'waiting', outcome: null, ...changes },
})
const task = (changes: Partial<Assignment>): Assignment => ({
  ...{ id: 'a', serviceId: 's', organisationId: 'o', needIds: ['n'], givenUp: [], status: 'pending', via: 'route' },
  ...{ fromId: null, plainAccept: false, askedAt: at, clockFrom: at, round: 1, questionAskedAt: null },
  ...{ questionAnsweredAt: null, answeredAt: null, endedAt: null, ...changes },
})
const later = new Date(at.getTime() + 1000)

describe('API-3: each state of ours is the one that the table of INTEROP says', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<Assignment>, Partial<Need>, object]>([
    ['sent, or pending with the provider', { status: 'pending' }, {}, { status: 'requested' }],
    ['question asked', { status: 'pending', questionAskedAt: at }, {}, { status: 'requested', moreInfo: true }],
    ['question answered', { status: 'pending', questionAskedAt: at, questionAnsweredAt: later }, {}, { status: 'requested' }],
    ['asked once more', { status: 'pending', questionAskedAt: later, questionAnsweredAt: at }, {}, { status: 'requested', moreInfo: true }],
    ['accepted', { status: 'accepted' }, { status: 'helped' }, { status: 'accepted' }],
    ['outcome assigned', { status: 'accepted' }, { status: 'helped', outcome: outcome(true) }, { status: 'in-progress' }],
    ['closed, successful', { status: 'closed' }, { status: 'met', outcome: outcome(true) }, { status: 'completed' }],
    ['closed, no help possible', { status: 'closed' }, { status: 'ended', outcome: outcome(false) }, { status: 'failed', reason: 'no_help' }],
    ['closed without an outcome', { status: 'closed' }, { status: 'ended' }, { status: 'failed', reason: 'no_help' }],
    ['declined', { status: 'rejected' }, {}, { status: 'rejected', reason: 'declined' }],
    ['passed on unanswered', { status: 'lapsed' }, {}, { status: 'cancelled', reason: 'no_response' }],
    ['withdrawn', { status: 'withdrawn' }, { status: 'withdrawn' }, { status: 'cancelled', reason: 'withdrawn' }],
    ['given to another', { status: 'reassigned' }, {}, { status: 'cancelled', reason: 'reassigned' }],
    ['stood down', { status: 'stood_down' }, {}, { status: 'cancelled', reason: 'stood_down' }],
    ['handed back', { status: 'referred_on' }, {}, { status: 'cancelled', reason: 'passed_back' }],
  ])('%s', (_name, of, needed, state) => {
    const asked = task(of)
    expect(taskStateOf(asked, { needs: [need(needed)], assignments: [asked] })).toEqual(state)
  })

  test('every status of ours has one of FHIR’s, and none is left out', () => {
    for (const status of assignmentStatuses) {
      const asked = task({ status })
      expect(taskStatuses).toContain(taskStateOf(asked, { needs: [need()], assignments: [asked] }).status)
    }
    for (const status of [...referralStatuses, 'draft'] as const)
      expect(requestStatuses).toContain(requestStatusOf(status, [need()]))
  })

  test('what was split off or referred on is part of what it came from, which follows it', () => {
    const parent = task({ status: 'referred_on', givenUp: ['n'] })
    const child = (status: Assignment['status']) => task({ id: 'b', fromId: 'a', via: 'refer_on', status })
    const of = (status: Assignment['status'], needed: Partial<Need>) =>
      taskStateOf(parent, { needs: [need(needed)], assignments: [parent, child(status)] }).status
    expect(parentOf(child('pending'))).toBe('a')
    expect(parentOf(task({ fromId: 'x' }))).toBeNull()
    expect(of('pending', {})).toBe('in-progress')
    expect(of('accepted', { status: 'helped' })).toBe('in-progress')
    expect(of('closed', { status: 'met', outcome: outcome(true) })).toBe('completed')
    expect(of('closed', { status: 'ended' })).toBe('failed')
    expect(of('rejected', {})).toBe('failed')
  })

  test('one decline never closes the request; an end without help revokes it', () => {
    expect(requestStatusOf('draft', [])).toBe('draft')
    for (const status of ['needs_placing', 'open', 'accepted'] as const)
      expect(requestStatusOf(status, [need()])).toBe('active')
    expect(requestStatusOf('closed', [need({ status: 'met' })])).toBe('completed')
    expect(requestStatusOf('closed', [need({ status: 'ended' })])).toBe('revoked')
    expect(requestStatusOf('unmet', [need({ status: 'unmet' })])).toBe('revoked')
    expect(requestStatusOf('withdrawn', [need({ status: 'withdrawn' })])).toBe('revoked')
  })
})
