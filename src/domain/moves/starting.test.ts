import { describe, expect, test } from 'vitest'
import { idOf, listed, moved, picked, sent, standing, taken } from '#test/rules/referrals.ts'
import type { Move } from '../moves.ts'
import type { Referral } from '../referral.ts'
import { isReturned } from '../routing.ts'

const begun = (...list: Parameters<typeof listed>[]): Referral => ({
  ...sent('ab', ...list.map(item => listed(...item))),
  startsFrom: 'north',
})
const alone = begun(['north', 'AB'])
const reject = (referral: Referral, service: string) =>
  taken(referral, 'recipient', { action: 'reject', assignmentId: idOf(referral, service) })
const back = reject(alone, 'north').referral
const choose = (referral: Referral, pick: ReturnType<typeof picked>, ...needIds: string[]) =>
  moved(referral, 'referrer', { action: 'chooseAgain', needIds, pick })

describe('FORM-10: starting from an organisation', () => {
  test('what it rejects is back with the referrer, who is told, and not the coordinator', () => {
    const { referral, happened } = reject(alone, 'north')
    expect(standing(referral)).toEqual({ a: 'unplaced', b: 'unplaced' })
    expect(happened.map(({ action, needIds }) => [action, ...needIds])).toEqual([
      ['reject', 'a', 'b'],
      ['returned', 'a', 'b'],
    ])
    expect(isReturned(referral, 'a')).toBe(true)
  })

  test('what it lets lapse, or splits off, is back with the referrer too', () => {
    const assignmentId = idOf(alone, 'north')
    const lapsed = taken(alone, 'clock', { action: 'lapse', assignmentId })
    expect(lapsed.happened.at(-1)).toMatchObject({ action: 'returned', needIds: ['a', 'b'] })
    const split = taken(alone, 'recipient', { action: 'split', assignmentId, keep: ['a'], pick: null })
    expect(split.happened.at(-1)).toMatchObject({ action: 'returned', needIds: ['b'] })
    expect([isReturned(split.referral, 'a'), isReturned(split.referral, 'b')]).toEqual([false, true])
  })

  test('others that the referrer put on the list come first, and what they decline goes to the coordinator', () => {
    const { referral, happened } = reject(begun(['north', 'AB'], ['south', 'A']), 'north')
    expect(standing(referral)).toEqual({ a: 'waiting south', b: 'unplaced' })
    expect(happened.at(-1)).toMatchObject({ action: 'returned', needIds: ['b'] })
    expect(reject(referral, 'south').happened.at(-1)).toMatchObject({ action: 'unplaced', needIds: ['a'] })
  })

  test('the referrer chooses again; if that one says no, the coordinator looks', () => {
    const chosen = choose(back, picked('hill', 'AB'), 'a', 'b')
    expect(standing(chosen)).toEqual({ a: 'waiting hill', b: 'waiting hill' })
    expect(reject(chosen, 'hill').happened.at(-1)).toMatchObject({ action: 'unplaced', needIds: ['a', 'b'] })
  })

  test('the coordinator may place it all the same, and then the referrer can choose no more', () => {
    const placed = moved(back, 'coordinator', { action: 'place', needIds: ['a', 'b'], pick: picked('hill', 'AB') })
    expect(() => choose(placed, picked('west', 'A'), 'a')).toThrow(
      expect.objectContaining({ code: 'already_answered' }),
    )
    const again = reject(placed, 'hill').referral
    expect(() => choose(again, picked('west', 'A'), 'a')).toThrow(expect.objectContaining({ code: 'not_now' }))
  })

  const cases: [string, Move & { action: 'chooseAgain' }, string][] = [
    ['the one that said no', { action: 'chooseAgain', needIds: ['a'], pick: picked('north', 'A') }, 'declined_before'],
    [
      'one that offers only a part',
      { action: 'chooseAgain', needIds: ['a', 'b'], pick: picked('hill', 'A') },
      'invalid',
    ],
    [
      'one beyond the consent',
      { action: 'chooseAgain', needIds: ['a'], pick: picked('hill', 'A', false) },
      'consent_needed',
    ],
  ]
  test.each(cases)('refused: %s', (_, move, code) => {
    expect(() => moved(back, 'referrer', move)).toThrow(expect.objectContaining({ code }))
  })

  test('what has been referred on, or handed back, is the coordinator’s', () => {
    const accepted = moved(alone, 'recipient', { action: 'accept', assignmentId: idOf(alone, 'north') })
    const handed = taken(accepted, 'recipient', { action: 'handBack', assignmentId: idOf(alone, 'north') })
    expect(handed.happened.at(-1)).toMatchObject({ action: 'unplaced' })
    expect(isReturned(handed.referral, 'a')).toBe(false)
  })
})
