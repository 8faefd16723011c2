import { describe, expect, test } from 'vitest'
import { hour, idOf, later, listed, moved, noon, of, sent, standing } from '#test/rules/referrals.ts'
import type { Move } from '../moves.ts'
import type { Referral } from '../referral.ts'

const asked = sent('ab', listed('north', 'AB'), listed('south', 'ABC'))

const answer = (referral: Referral, action: 'accept' | 'ask' | 'undo', at = noon) =>
  moved(referral, 'recipient', { action, assignmentId: idOf(referral, 'north') }, at)

describe('RES-12: a question', () => {
  const questioned = answer(asked, 'ask', later(hour))

  test('is a flag on what is still waiting', () => {
    expect(standing(questioned)).toEqual(standing(asked))
    expect(of(questioned, 'north')).toMatchObject({ status: 'pending', questionAskedAt: later(hour) })
  })

  test('is asked once', () => {
    expect(() => answer(questioned, 'ask')).toThrow(expect.objectContaining({ code: 'not_now' }))
  })

  test('is answered by the referrer, once', () => {
    const move: Move = { action: 'answer', assignmentId: idOf(asked, 'north') }
    const answered = moved(questioned, 'referrer', move, later(2 * hour))
    expect(of(answered, 'north')).toMatchObject({ status: 'pending', questionAnsweredAt: later(2 * hour) })
    expect(() => moved(answered, 'referrer', move)).toThrow(expect.objectContaining({ code: 'not_now' }))
    expect(() => moved(asked, 'referrer', move)).toThrow(expect.objectContaining({ code: 'not_now' }))
  })
})

describe('RES-8: undoing an acceptance', () => {
  const accepted = answer(asked, 'accept')

  test.each(['recipient', 'coordinator'] as const)('by the %s: it waits again and its clock restarts', party => {
    const undone = moved(accepted, party, { action: 'undo', assignmentId: idOf(asked, 'north') }, later(hour))
    expect(standing(undone)).toEqual({ a: 'waiting north', b: 'waiting north' })
    expect(of(undone, 'north')).toMatchObject({
      status: 'pending',
      askedAt: noon,
      clockFrom: later(hour),
      round: 2,
      answeredAt: null,
      plainAccept: false,
    })
  })

  test('within 24 hours, to the millisecond', () => {
    expect(of(answer(accepted, 'undo', later(24 * hour)), 'north').status).toBe('pending')
    expect(() => answer(accepted, 'undo', later(24 * hour + 1))).toThrow(expect.objectContaining({ code: 'not_now' }))
  })

  test('a split is not undone', () => {
    expect(() => answer(split(), 'undo')).toThrow(expect.objectContaining({ code: 'not_now' }))
  })

  test('nor one with an outcome since', () => {
    const outcomes = [{ needId: 'a', outcomeId: 'advised', successful: true }]
    const later = moved(accepted, 'recipient', {
      action: 'assignOutcome',
      assignmentId: idOf(asked, 'north'),
      outcomes,
    })
    expect(() => answer(later, 'undo')).toThrow(expect.objectContaining({ code: 'not_now' }))
  })

  test('undone, it can be accepted again, with a day of its own', () => {
    const again = answer(answer(accepted, 'undo', later(hour)), 'accept', later(23 * hour))
    expect(of(answer(again, 'undo', later(47 * hour)), 'north')).toMatchObject({ status: 'pending', round: 3 })
  })
})

function split(): Referral {
  return moved(asked, 'recipient', { action: 'split', assignmentId: idOf(asked, 'north'), keep: ['a'], pick: null })
}
