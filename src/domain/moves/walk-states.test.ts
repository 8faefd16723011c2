/** Any sequence of anything, by anybody: what holds after every step, and what a refused step leaves alone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingFor } from '#test/rules/referrals.ts'
import { assignmentPaths, byWhom, needPaths, onAssignments, onNeeds } from '#test/rules/table.ts'
import { choices, drafts, walk } from '#test/rules/walk.ts'
import { assignmentOf, begin, runs, subjects, watch, watchAll } from '#test/rules/watch.ts'
import { type Action, actions, actionsOn } from '../lifecycle.ts'
import { take } from '../moves.ts'
import {
  type AssignmentStatus,
  isEnded,
  isLive,
  keptBy,
  type NeedStatus,
  progressOf,
  type Referral,
  statusOf,
} from '../referral.ts'

function holders({ assignments }: Referral, needId: string): AssignmentStatus[] {
  return assignments.filter(one => isLive(one) && keptBy(one).includes(needId)).map(one => one.status)
}

test('every need is in one state, and held by one service when it waits or is helped, else by none', () => {
  const expected: Partial<Record<NeedStatus, AssignmentStatus[]>> = { waiting: ['pending'], helped: ['accepted'] }
  watch(({ taken: { referral } }) => {
    for (const need of referral.needs) expect(holders(referral, need.id)).toEqual(expected[need.status] ?? [])
    for (const one of referral.assignments.filter(isLive)) expect(keptBy(one)).not.toEqual([])
    for (const one of referral.assignments.filter(({ plainAccept }) => plainAccept)) expect(one.status).toBe('accepted')
  })
})

test('nothing is done by a party, or from a state, that the table does not name', () => {
  watch(tried => {
    expect(byWhom[tried.move.action].by).toContain(tried.party)
    const assignment = assignmentOf(tried)
    const { action } = tried.move
    if (action in onNeeds) {
      const from: NeedStatus[] = onNeeds[action as keyof typeof onNeeds].from
      const changed = tried.before.needs.filter(
        (need, index) => need.status !== tried.taken.referral.needs[index]?.status,
      )
      expect(from).toEqual(expect.arrayContaining(changed.map(need => need.status)))
      return
    }
    if (tried.taken.happened.length === 0) expect([action, assignment?.status]).toEqual(['accept', 'accepted'])
    else expect(onAssignments[action as keyof typeof onAssignments].from).toContain(assignment?.status)
  })
})

test('assignments and needs go only where DOMAIN lets them, and nothing that was is lost', () => {
  watch(({ before, taken: { referral } }) => {
    before.assignments.forEach((one, index) => {
      const then = referral.assignments[index]
      expect([one.id, one.serviceId, one.needIds]).toEqual([then?.id, then?.serviceId, then?.needIds])
      if (then?.status !== one.status) expect(assignmentPaths[one.status]).toContain(then?.status)
    })
    before.needs.forEach((need, index) => {
      const then = referral.needs[index]
      expect([need.id, need.categoryId]).toEqual([then?.id, then?.categoryId])
      if (then?.status !== need.status) expect(needPaths[need.status]).toContain(then?.status)
    })
  })
})

test('a move touches only the needs that it is about, and no other service’s assignment', () => {
  watch(tried => {
    const { before, move, taken } = tried
    const about = subjects(tried)
    before.needs.forEach((need, index) => {
      if (!about.includes(need.id)) expect(taken.referral.needs[index]).toEqual(need)
    })
    before.assignments.forEach((one, index) => {
      const touched = move.action === 'withdraw' ? isLive(one) : one.id === assignmentOf(tried)?.id
      if (!touched) expect(taken.referral.assignments[index]).toEqual(one)
    })
  })
})

test('status and progress are the table’s, at every step', () => {
  watch(({ taken: { referral } }) => {
    const has = (...some: NeedStatus[]) => referral.needs.some(need => some.includes(need.status))
    const known = referral.needs.some(need => need.outcome && ['helped', 'met', 'ended'].includes(need.status))
    const status = statusOf(referral)
    if (has('unplaced')) expect(status).toBe('needs_placing')
    else if (has('waiting')) expect(status).toBe('open')
    else if (has('helped')) expect(status).toBe('accepted')
    else if (!has('met', 'ended', 'unmet')) expect(status).toBe('withdrawn')
    else expect(status).toBe(has('met', 'ended', 'withdrawn') ? 'closed' : 'unmet')
    const going = known ? 'outcome' : has('helped', 'met', 'ended') ? 'accepted' : 'opened'
    expect(progressOf(referral)).toBe(isEnded(status) ? 'closed' : going)
  })
})

test('RES-7: a need is met when its outcome is successful, else ended; unplaced and waiting needs have none', () => {
  watch(({ taken: { referral } }) => {
    for (const { status, outcome } of referral.needs) {
      if (status === 'met') expect(outcome?.successful).toBe(true)
      if (status === 'ended') expect(outcome?.successful ?? false).toBe(false)
      if (['unplaced', 'waiting', 'unmet'].includes(status)) expect(outcome).toBe(null)
    }
  })
})

test('RES-15: accepting twice is accepting once, whenever', () => {
  watch(({ move, party, at, taken: { referral } }) => {
    if (move.action !== 'accept') return
    const again = take(referral, move, [party], settingFor(referral, at))
    expect([again.referral, again.happened]).toEqual([referral, []])
  })
})

test('RES-8: undoing is for 24 hours after a plain accept with nothing later on that assignment, and then it works', () => {
  fc.assert(
    fc.property(drafts, choices, (draft, tries) => {
      const last = new Map<string, { action: Action; at: number }>()
      walk(begin(draft), tries, tried => {
        const { move, at, taken, party } = tried
        if (!('assignmentId' in move)) return
        if (move.action === 'undo' && byWhom.undo.by.includes(party)) {
          const previous = last.get(move.assignmentId)
          const fresh = previous?.action === 'accept' && at.getTime() - previous.at <= 24 * 60 * 60 * 1000
          const held = assignmentOf(tried)?.status === 'accepted'
          expect(taken !== null).toBe(fresh && held)
        }
        if (taken && taken.happened.length > 0) last.set(move.assignmentId, { action: move.action, at: at.getTime() })
      })
    }),
    runs,
  )
})

test('RES-3, RES-6: what is offered on an assignment can be taken, and what is not offered is refused', () => {
  watchAll(tried => {
    const { before, party, move, at, taken } = tried
    const assignment = assignmentOf(tried)
    if (!assignment || !(move.action in onAssignments)) return
    const offered: Action[] = actionsOn(assignment, [party], at)
    if (taken && taken.happened.length > 0) expect(offered).toContain(move.action)
    for (const action of ['accept', 'reject', 'lapse', 'ask', 'answer', 'undo', 'standDown', 'handBack'] as const) {
      if (!offered.includes(action)) continue
      const same = { action, assignmentId: assignment.id }
      expect(take(before, same, [party], settingFor(before, at)).happened).not.toEqual([])
    }
  })
})

test('a refusal is a Problem with a code and words, and the referral is as it was', () => {
  watchAll(({ before, move, party, at, problem }) => {
    if (!problem) return
    expect(problem.message).toMatch(/\.$/)
    expect(() => take(before, move, [party], settingFor(before, at))).toThrow(problem.message)
  })
})

test('the same moves lead to the same end', () => {
  fc.assert(
    fc.property(drafts, choices, (draft, tries) => {
      const ignore = () => {}
      expect(walk(begin(draft), tries, ignore)).toEqual(walk(begin(draft), tries, ignore))
    }),
  )
})

test('these walks take every action, are refused every action, and reach every state', () => {
  const seen = {
    taken: new Set<string>(),
    refused: new Set<string>(),
    needs: new Set<string>(),
    asked: new Set<string>(),
  }
  fc.assert(
    fc.property(drafts, choices, (draft, tries) => {
      walk(begin(draft), tries, ({ before, move, problem }) => {
        seen[problem ? 'refused' : 'taken'].add(move.action)
        for (const need of before.needs) seen.needs.add(need.status)
        for (const one of before.assignments) seen.asked.add(one.status)
      })
    }),
    { ...runs, seed: 1 },
  )
  expect([seen.taken.size, seen.refused.size]).toEqual([actions.length, actions.length])
  expect([seen.needs.size, seen.asked.size]).toEqual([
    Object.keys(needPaths).length,
    Object.keys(assignmentPaths).length,
  ])
})
