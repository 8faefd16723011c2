import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { needOf } from '#test/rules/referrals.ts'
import {
  isEnded,
  isLive,
  isSettled,
  keptBy,
  type NeedStatus,
  needStatuses,
  type Progress,
  progressOf,
  type ReferralStatus,
  statusOf,
} from './referral.ts'

const needs = (...statuses: NeedStatus[]) => ({ needs: statuses.map((status, index) => needOf(`n${index}`, status)) })
const advised = { outcomeId: 'advised', successful: true }

describe('the status of a referral is derived from its needs', () => {
  test.each<[ReferralStatus, NeedStatus[]]>([
    ['needs_placing', ['unplaced']],
    ['needs_placing', ['waiting', 'helped', 'unplaced']],
    ['needs_placing', ['met', 'withdrawn', 'unplaced']],
    ['open', ['waiting']],
    ['open', ['helped', 'waiting']],
    ['open', ['unmet', 'waiting']],
    ['accepted', ['helped']],
    ['accepted', ['met', 'helped', 'withdrawn']],
    ['withdrawn', ['withdrawn', 'withdrawn']],
    ['unmet', ['unmet', 'unmet']],
    ['closed', ['met']],
    ['closed', ['ended']],
    ['closed', ['met', 'unmet']],
    ['closed', ['withdrawn', 'unmet']],
    ['closed', ['withdrawn', 'ended']],
  ])('%s when its needs are %j', (status, statuses) => {
    expect(statusOf(needs(...statuses))).toBe(status)
  })

  test('the order of the needs changes nothing', () => {
    const statuses = fc.array(fc.constantFrom(...needStatuses), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(statuses, some => {
        expect(statusOf(needs(...some.toReversed()))).toBe(statusOf(needs(...some)))
        expect(progressOf(needs(...some.toReversed()))).toBe(progressOf(needs(...some)))
      }),
    )
  })

  test('it has ended when every need is settled, and only then', () => {
    const statuses = fc.array(fc.constantFrom(...needStatuses), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(statuses, some => {
        const referral = needs(...some)
        expect(isEnded(statusOf(referral))).toBe(referral.needs.every(isSettled))
      }),
    )
  })
})

describe('RES-11: progress runs from opened over accepted and outcome to closed', () => {
  test.each<[Progress, NeedStatus[]]>([
    ['opened', ['unplaced']],
    ['opened', ['waiting', 'unmet', 'withdrawn']],
    ['accepted', ['helped']],
    ['accepted', ['helped', 'waiting', 'unplaced']],
    ['accepted', ['ended', 'waiting']],
    ['closed', ['ended']],
    ['closed', ['withdrawn']],
    ['closed', ['unmet', 'met']],
  ])('%s when its needs are %j and no outcome is known', (progress, statuses) => {
    expect(progressOf(needs(...statuses))).toBe(progress)
  })

  test('RES-7: an outcome assigned before closing shows', () => {
    expect(progressOf({ needs: [needOf('a', 'helped', advised), needOf('b', 'waiting')] })).toBe('outcome')
    expect(progressOf({ needs: [needOf('a', 'met', advised), needOf('b', 'helped')] })).toBe('outcome')
    expect(progressOf({ needs: [needOf('a', 'met', advised)] })).toBe('closed')
  })
})

test('met, ended, unmet and withdrawn are settled; the rest go on', () => {
  const settled = needStatuses.filter(status => isSettled({ status }))
  expect(settled).toEqual(['met', 'ended', 'unmet', 'withdrawn'])
})

test('only a pending or an accepted assignment is live', () => {
  expect([isLive({ status: 'pending' }), isLive({ status: 'accepted' })]).toEqual([true, true])
  expect([isLive({ status: 'closed' }), isLive({ status: 'lapsed' })]).toEqual([false, false])
})

test('an assignment keeps what it did not give up', () => {
  expect(keptBy({ needIds: ['a', 'b', 'c'], givenUp: ['b'] })).toEqual(['a', 'c'])
})
