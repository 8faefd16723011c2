import { describe, expect, test } from 'vitest'
import { hour, idOf, later, listed, moved, of, picked, sent, standing, taken } from '#test/rules/referrals.ts'
import type { Move, NeedOutcome } from '../moves.ts'
import { progressOf, type Referral, statusOf } from '../referral.ts'

const asked = sent('ab', listed('north', 'AB'), listed('south', 'A'), listed('east', 'B'))
const accept = (referral: Referral, service: string) =>
  moved(referral, 'recipient', { action: 'accept', assignmentId: idOf(referral, service) })
const helped = accept(asked, 'north')

const good = (needId: string): NeedOutcome => ({ needId, outcomeId: 'advised', successful: true })
const bad = (needId: string): NeedOutcome => ({ needId, outcomeId: 'no response', successful: false })
const outcome = (referral: Referral, ...outcomes: NeedOutcome[]) =>
  moved(referral, 'recipient', { action: 'assignOutcome', assignmentId: idOf(referral, 'north'), outcomes })
const close = (referral: Referral, ...outcomes: NeedOutcome[]) =>
  moved(referral, 'recipient', { action: 'close', assignmentId: idOf(referral, 'north'), outcomes }, later(hour))
const referOn = (referral: Referral, pick: ReturnType<typeof picked>) =>
  moved(referral, 'recipient', { action: 'referOn', assignmentId: idOf(referral, 'north'), pick })
const handBack = (referral: Referral) =>
  moved(referral, 'recipient', { action: 'handBack', assignmentId: idOf(referral, 'north') }, later(hour))
const states = (referral: Referral) => Object.values(standing(referral))

describe('RES-6: refer on', () => {
  test('the needs move to the service picked, which is put at the head of the list', () => {
    const on = referOn(helped, picked('hill', 'AB'))
    expect(standing(on)).toEqual({ a: 'waiting hill', b: 'waiting hill' })
    expect(of(on, 'hill')).toMatchObject({ via: 'refer_on', fromId: idOf(on, 'north') })
    expect(of(on, 'north')).toMatchObject({ status: 'referred_on', givenUp: ['a', 'b'] })
    expect(on.shortlist.map(item => item.serviceId)).toEqual(['hill', 'north', 'south', 'east'])
  })

  test('what it cannot do goes down the list, never back to who referred on', () => {
    expect(standing(referOn(helped, picked('hill', 'A')))).toEqual({ a: 'waiting hill', b: 'waiting east' })
  })

  test('the outcome of one service is not that of the next', () => {
    const on = accept(referOn(outcome(helped, good('a')), picked('hill', 'AB')), 'hill')
    expect(progressOf(on)).toBe('accepted')
    const closed = moved(on, 'recipient', { action: 'close', assignmentId: idOf(on, 'hill'), outcomes: [] })
    expect(states(closed)).toEqual(['ended', 'ended'])
  })

  test.each<[string, ReturnType<typeof picked>, string]>([
    ['to itself', picked('north', 'AB'), 'declined_before'],
    ['to one that offers none of it', picked('hill', 'C'), 'invalid'],
    ['beyond the consent', picked('hill', 'AB', false), 'consent_needed'],
  ])('refused: %s', (_, pick, code) => {
    expect(() => referOn(helped, pick)).toThrow(expect.objectContaining({ code }))
  })
})

describe('RES-6: hand back', () => {
  test('the needs are with the coordinator, who is told, and nobody else is asked', () => {
    const move: Move = { action: 'handBack', assignmentId: idOf(helped, 'north') }
    const { referral, happened } = taken(helped, 'recipient', move)
    expect(states(referral)).toEqual(['unplaced', 'unplaced'])
    expect(of(referral, 'north').status).toBe('referred_on')
    expect(happened.map(one => one.action)).toEqual(['handBack', 'unplaced'])
  })

  test('the service that handed back is not asked for them again, not even by hand', () => {
    const again: Move = { action: 'place', needIds: ['a'], pick: picked('north', 'A') }
    expect(() => moved(handBack(helped), 'coordinator', again)).toThrow(
      expect.objectContaining({ code: 'declined_before' }),
    )
  })

  test('they stay there when another service rejects another need', () => {
    const part = moved(asked, 'recipient', {
      action: 'split',
      assignmentId: idOf(asked, 'north'),
      keep: ['a'],
      pick: picked('hill', 'B'),
    })
    const back = handBack(part)
    const rejected = moved(back, 'recipient', { action: 'reject', assignmentId: idOf(back, 'hill') })
    expect(standing(rejected)).toEqual({ a: 'unplaced', b: 'waiting east' })
  })
})

describe('RES-7: outcomes', () => {
  test('before closing: the case goes on and the outcome shows', () => {
    const known = outcome(helped, good('a'))
    expect(states(known)).toEqual(['helped north', 'helped north'])
    expect(known.needs[0]?.outcome).toEqual({ outcomeId: 'advised', successful: true })
    expect(progressOf(known)).toBe('outcome')
  })

  test('at closing: successful is met, unsuccessful ended, per need', () => {
    const closed = close(helped, good('a'), bad('b'))
    expect(states(closed)).toEqual(['met', 'ended'])
    expect(of(closed, 'north')).toMatchObject({ status: 'closed', endedAt: later(hour) })
    expect([statusOf(closed), progressOf(closed)]).toEqual(['closed', 'closed'])
  })

  test('closing keeps the outcome given before, and without any a need has ended', () => {
    expect(states(close(outcome(helped, good('a'))))).toEqual(['met', 'ended'])
  })

  test('after closing, and corrected by a new one', () => {
    const late = outcome(close(helped), good('a'))
    expect(states(late)).toEqual(['met', 'ended'])
    expect(states(outcome(late, bad('a'), good('b')))).toEqual(['ended', 'met'])
  })

  test('the history names the needs that it is about', () => {
    const move: Move = { action: 'assignOutcome', assignmentId: idOf(helped, 'north'), outcomes: [good('b')] }
    expect(taken(helped, 'recipient', move).happened).toMatchObject([{ action: 'assignOutcome', needIds: ['b'] }])
    const closing: Move = { action: 'close', assignmentId: idOf(helped, 'north'), outcomes: [good('b')] }
    expect(taken(helped, 'recipient', closing).happened).toMatchObject([{ action: 'close', needIds: ['a', 'b'] }])
  })

  test.each<[string, Referral, NeedOutcome[]]>([
    ['none chosen', helped, []],
    ['for a need that is not there', helped, [good('z')]],
    ['for a need split off', split(), [good('b')]],
  ])('refused: %s', (_, referral, outcomes) => {
    expect(() => outcome(referral, ...outcomes)).toThrow(expect.objectContaining({ code: 'invalid', field: 'outcome' }))
  })

  test.each<[string, Referral, NeedOutcome[]]>([
    ['for a need reopened since', reopened(), [good('a')]],
    ['for a need that another service was asked for since', placed(), [good('a')]],
    ['for a need that another service helps with now', accept(placed(), 'hill'), [good('a')]],
  ])('RES-15: too late, and told so: %s', (_, referral, outcomes) => {
    expect(() => outcome(referral, ...outcomes)).toThrow(expect.objectContaining({ code: 'already_answered' }))
  })

  test('after some needs were reopened the others are still the service’s to correct', () => {
    expect(states(outcome(placed(), good('b')))).toEqual(['waiting hill', 'met'])
  })
})

describe('RES-8: reassign', () => {
  const reassign = (referral: Referral, pick: ReturnType<typeof picked> | null) =>
    moved(referral, 'coordinator', { action: 'reassign', assignmentId: idOf(referral, 'north'), pick }, later(hour))

  test.each([
    ['asked', asked],
    ['helping', helped],
  ])('takes it from a service that is %s and gives it to the one picked', (_, referral) => {
    const elsewhere = reassign(referral, picked('hill', 'AB'))
    expect(standing(elsewhere)).toEqual({ a: 'waiting hill', b: 'waiting hill' })
    expect(of(elsewhere, 'north')).toMatchObject({ status: 'reassigned', endedAt: later(hour) })
    expect(of(elsewhere, 'hill').via).toBe('placement')
  })

  test('or keeps it with the coordinator, past the list', () => {
    expect(states(reassign(helped, null))).toEqual(['unplaced', 'unplaced'])
  })

  test.each<[string, ReturnType<typeof picked>, string]>([
    ['to the service that has it', picked('north', 'AB'), 'invalid'],
    ['to one that offers only a part', picked('hill', 'A'), 'invalid'],
    ['beyond the consent', picked('hill', 'AB', false), 'consent_needed'],
  ])('refused: %s', (_, pick, code) => {
    expect(() => reassign(helped, pick)).toThrow(expect.objectContaining({ code }))
  })
})

function split(): Referral {
  return moved(asked, 'recipient', { action: 'split', assignmentId: idOf(asked, 'north'), keep: ['a'], pick: null })
}

function reopened(): Referral {
  return moved(close(helped), 'coordinator', { action: 'reopen', needIds: ['a'] })
}

function placed(): Referral {
  return moved(reopened(), 'coordinator', { action: 'place', needIds: ['a'], pick: picked('hill', 'A') })
}
