import { describe, expect, test } from 'vitest'
import { hour, idOf, later, listed, moved, of, picked, sent, standing, taken } from '#test/rules/referrals.ts'
import type { Move } from '../moves.ts'
import { progressOf, type Referral, statusOf } from '../referral.ts'

const asked = sent('abc', listed('north', 'A'), listed('south', 'B'))
const accepted = moved(asked, 'recipient', { action: 'accept', assignmentId: idOf(asked, 'north') })
const closing = { action: 'close', assignmentId: idOf(asked, 'north') } as const
const met = moved(accepted, 'recipient', {
  ...closing,
  outcomes: [{ needId: 'a', outcomeId: 'advised', successful: true }],
})

const place = (referral: Referral, pick: ReturnType<typeof picked>, ...needIds: string[]) =>
  moved(referral, 'coordinator', { action: 'place', needIds, pick })

describe('RES-4: the coordinator places what is unplaced', () => {
  test('with any service, past the list', () => {
    const placed = place(asked, picked('hill', 'C'), 'c')
    expect(standing(placed)).toEqual({ a: 'waiting north', b: 'waiting south', c: 'waiting hill' })
    expect(of(placed, 'hill')).toMatchObject({ via: 'placement', fromId: null })
    expect(placed.shortlist).toEqual(asked.shortlist)
  })

  test('with one that was asked for another need already: by a new assignment', () => {
    const placed = place(asked, picked('north', 'AC'), 'c')
    expect(placed.assignments.map(one => [one.serviceId, ...one.needIds])).toContainEqual(['north', 'c'])
  })

  test('a need named twice is asked once', () => {
    expect(of(place(asked, picked('hill', 'C'), 'c', 'c'), 'hill').needIds).toEqual(['c'])
  })

  test('a lapsed service may be asked again by hand', () => {
    const lapsed = moved(asked, 'clock', { action: 'lapse', assignmentId: idOf(asked, 'north') })
    expect(standing(place(lapsed, picked('north', 'A'), 'a')).a).toBe('waiting north')
  })

  const rejected = moved(asked, 'recipient', { action: 'reject', assignmentId: idOf(asked, 'north') })
  test.each<[string, Referral, ReturnType<typeof picked>, string[], string]>([
    ['no need chosen', asked, picked('hill', 'C'), [], 'invalid'],
    ['a need that is not there', asked, picked('hill', 'Z'), ['z'], 'invalid'],
    ['a need that waits', asked, picked('hill', 'AC'), ['c', 'a'], 'already_answered'],
    ['a service that does not do all of it', rejected, picked('hill', 'C'), ['a', 'c'], 'invalid'],
    ['a service that does none of it', asked, picked('hill', 'B'), ['c'], 'invalid'],
    ['a service beyond the consent', asked, picked('hill', 'C', false), ['c'], 'consent_needed'],
    ['a service that has said no', rejected, picked('north', 'A'), ['a'], 'declined_before'],
    ['a service that has said no to another need', rejected, picked('north', 'C'), ['c'], 'declined_before'],
  ])('refused: %s', (_, referral, pick, needIds, code) => {
    expect(() => place(referral, pick, ...needIds)).toThrow(expect.objectContaining({ code }))
  })
})

describe('RES-4: or closes it as unmet', () => {
  const unmet = moved(asked, 'coordinator', { action: 'closeAsUnmet', needIds: ['c'] })

  test('which settles that need alone', () => {
    expect(standing(unmet)).toEqual({ a: 'waiting north', b: 'waiting south', c: 'unmet' })
    expect(statusOf(unmet)).toBe('open')
  })

  test('and the referral, when all are unmet', () => {
    const nobody = moved(sent('ab'), 'coordinator', { action: 'closeAsUnmet', needIds: ['a', 'b'] })
    expect([statusOf(nobody), progressOf(nobody)]).toEqual(['unmet', 'closed'])
  })
})

describe('RES-8: reopen', () => {
  test('a settled need is unplaced again, without its outcome; the case stays closed', () => {
    const again = moved(met, 'coordinator', { action: 'reopen', needIds: ['a'] })
    expect(again.needs[0]).toMatchObject({ status: 'unplaced', outcome: null })
    expect(of(again, 'north').status).toBe('closed')
    expect(statusOf(again)).toBe('needs_placing')
  })

  test('the service that closed it may be asked again, by a new assignment', () => {
    const again = moved(met, 'coordinator', { action: 'reopen', needIds: ['a'] })
    const placed = place(again, picked('north', 'A'), 'a')
    expect(standing(placed).a).toBe('waiting north')
    expect(placed.assignments.filter(one => one.serviceId === 'north')).toHaveLength(2)
  })

  test('it stays with the coordinator when another service rejects', () => {
    const again = moved(met, 'coordinator', { action: 'reopen', needIds: ['a'] })
    const longer: Referral = { ...again, shortlist: [...again.shortlist, listed('west', 'AB')] }
    const rejected = moved(longer, 'recipient', { action: 'reject', assignmentId: idOf(longer, 'south') })
    expect(standing(rejected)).toMatchObject({ a: 'unplaced', b: 'waiting west' })
  })
})

describe('RES-8: withdraw', () => {
  test.each(['referrer', 'coordinator', 'person'] as const)('by the %s: all that goes on, accepted or not', party => {
    const withdrawn = moved(accepted, party, { action: 'withdraw' }, later(hour))
    expect(standing(withdrawn)).toEqual({ a: 'withdrawn', b: 'withdrawn', c: 'withdrawn' })
    expect(withdrawn.assignments.map(one => [one.status, one.endedAt])).toEqual([
      ['withdrawn', later(hour)],
      ['withdrawn', later(hour)],
    ])
    expect(statusOf(withdrawn)).toBe('withdrawn')
  })

  test('what was settled before stays as it was', () => {
    const withdrawn = moved(met, 'referrer', { action: 'withdraw' })
    expect(standing(withdrawn)).toEqual({ a: 'met', b: 'withdrawn', c: 'withdrawn' })
    expect(of(withdrawn, 'north').status).toBe('closed')
    expect(statusOf(withdrawn)).toBe('closed')
  })

  test('RES-15: an answer that comes after it is told', () => {
    const withdrawn = moved(asked, 'referrer', { action: 'withdraw' })
    expect(() => moved(withdrawn, 'recipient', { action: 'accept', assignmentId: idOf(asked, 'north') })).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ status: 'withdrawn' }) }),
    )
  })
})

describe('stand down', () => {
  test.each(['referrer', 'coordinator'] as const)('by the %s: that service is no longer needed', party => {
    const move: Move = { action: 'standDown', assignmentId: idOf(asked, 'north') }
    const { referral, happened } = taken(asked, party, move)
    expect(standing(referral)).toEqual({ a: 'withdrawn', b: 'waiting south', c: 'unplaced' })
    expect(of(referral, 'north')).toMatchObject({ status: 'stood_down', answeredAt: null })
    expect(happened.map(one => one.action)).toEqual(['standDown'])
  })
})
