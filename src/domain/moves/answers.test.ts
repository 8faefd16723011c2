import { describe, expect, test } from 'vitest'
import { hour, idOf, later, listed, moved, noon, of, picked, sent, standing, taken } from '#test/rules/referrals.ts'
import type { Move } from '../moves.ts'
import type { Referral } from '../referral.ts'

const north = listed('north', 'AB')
const south = listed('south', 'ABC')
const east = listed('east', 'BC')
const asked = sent('ab', north, south)

const answer = (referral: Referral, action: 'accept' | 'reject', service = 'north', at = noon) =>
  moved(referral, 'recipient', { action, assignmentId: idOf(referral, service) }, at)
const lapse = (referral: Referral, service: string) =>
  moved(referral, 'clock', { action: 'lapse', assignmentId: idOf(referral, service) })
const splitting = (referral: Referral, keep: string[], pick: Extract<Move, { action: 'split' }>['pick'] = null) =>
  ({ action: 'split', assignmentId: idOf(referral, 'north'), keep, pick }) as const
const split = (referral: Referral, ...rest: [string[], ReturnType<typeof picked>?]) =>
  moved(referral, 'recipient', splitting(referral, ...rest))

describe('sending', () => {
  test('SUG-4: asks down the list and says who was asked for what', () => {
    const referral = sent('abc', north, east)
    expect(standing(referral)).toEqual({ a: 'waiting north', b: 'waiting north', c: 'waiting east' })
    expect(of(referral, 'north')).toMatchObject({
      via: 'route',
      fromId: null,
      askedAt: noon,
      clockFrom: noon,
      round: 1,
    })
  })

  test('RES-4: with nobody to ask, the needs are unplaced', () => {
    expect(standing(sent('ab'))).toEqual({ a: 'unplaced', b: 'unplaced' })
  })
})

describe('RES-3: accept', () => {
  test('takes on all that was asked', () => {
    const accepted = answer(asked, 'accept', 'north', later(hour))
    expect(standing(accepted)).toEqual({ a: 'helped north', b: 'helped north' })
    expect(of(accepted, 'north')).toMatchObject({ status: 'accepted', answeredAt: later(hour), endedAt: null })
  })

  test('RES-15: twice is once: nothing changes and nothing is told', () => {
    const accepted = answer(asked, 'accept')
    const move: Move = { action: 'accept', assignmentId: idOf(accepted, 'north') }
    const again = taken(accepted, 'recipient', move, later(hour))
    expect([again.referral, again.happened]).toEqual([accepted, []])
  })

  test('RES-15: after a colleague’s split it is refused: that was not accepting all of it', () => {
    const part = split(asked, ['a'])
    expect(() => answer(part, 'accept')).toThrow(expect.objectContaining({ code: 'already_answered' }))
  })
})

describe('RES-4: reject', () => {
  test('the next on the list is asked, by a new assignment', () => {
    const rejected = answer(asked, 'reject')
    expect(standing(rejected)).toEqual({ a: 'waiting south', b: 'waiting south' })
    expect(of(rejected, 'south')).toMatchObject({ via: 'route', fromId: idOf(rejected, 'north') })
    expect(of(rejected, 'north')).toMatchObject({ status: 'rejected', answeredAt: noon, endedAt: noon })
  })

  test('a service that was asked already is asked anew, never more in the same assignment', () => {
    const referral = sent('abc', listed('north', 'A'), south)
    const rejected = answer(referral, 'reject')
    expect(rejected.assignments.map(one => [one.serviceId, ...one.needIds])).toEqual([
      ['north', 'a'],
      ['south', 'b', 'c'],
      ['south', 'a'],
    ])
  })

  test('it has left for good: not even another need that it meets comes back to it', () => {
    const referral = sent('ac', listed('west', 'C'), listed('north', 'AC'))
    const rejected = answer(answer(referral, 'reject'), 'reject', 'west')
    expect(standing(rejected)).toEqual({ a: 'unplaced', c: 'unplaced' })
  })

  test('the list exhausted: the coordinator is told once, of all those needs', () => {
    const last = answer(asked, 'reject')
    const move: Move = { action: 'reject', assignmentId: idOf(last, 'south') }
    const { referral, happened } = taken(last, 'recipient', move)
    expect(standing(referral)).toEqual({ a: 'unplaced', b: 'unplaced' })
    expect(happened.filter(one => one.action === 'unplaced')).toEqual([
      { action: 'unplaced', assignmentId: null, needIds: ['a', 'b'] },
    ])
  })

  test('needs that are already with the coordinator are not told again', () => {
    const referral = sent('ac', north, listed('east', 'C'))
    const first = answer(referral, 'reject')
    const { happened } = taken(first, 'recipient', { action: 'reject', assignmentId: idOf(first, 'east') })
    expect(happened.at(-1)).toEqual({ action: 'unplaced', assignmentId: null, needIds: ['c'] })
  })

  test('a rejected placement is back with the coordinator, though others are left on the list', () => {
    const taking: Move = { action: 'reassign', assignmentId: idOf(asked, 'north'), pick: picked('hill', 'AB') }
    const placed = moved(asked, 'coordinator', taking)
    expect(standing(answer(placed, 'reject', 'hill'))).toEqual({ a: 'unplaced', b: 'unplaced' })
  })
})

describe('lapse', () => {
  const lapsed = lapse(asked, 'north')

  test('RES-5: passed on by the clock, it goes to the next; nobody has answered', () => {
    expect(standing(lapsed)).toEqual({ a: 'waiting south', b: 'waiting south' })
    expect(of(lapsed, 'north')).toMatchObject({ status: 'lapsed', answeredAt: null, endedAt: noon })
  })

  test('a late answer is refused and told', () => {
    expect(() => answer(lapsed, 'accept')).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ status: 'lapsed' }) }),
    )
  })

  test('it is not asked again by itself, but a colleague may pick it', () => {
    expect(standing(answer(lapsed, 'reject', 'south'))).toEqual({ a: 'unplaced', b: 'unplaced' })
    const accepted = answer(lapsed, 'accept', 'south')
    const move: Move = { action: 'referOn', assignmentId: idOf(accepted, 'south'), pick: picked('north', 'AB') }
    expect(standing(moved(accepted, 'recipient', move))).toEqual({ a: 'waiting north', b: 'waiting north' })
  })
})

describe('RES-3: split', () => {
  test('keeps some; the rest go down the list', () => {
    const part = split(asked, ['a'])
    expect(standing(part)).toEqual({ a: 'helped north', b: 'waiting south' })
    expect(of(part, 'north')).toMatchObject({
      status: 'accepted',
      givenUp: ['b'],
      plainAccept: false,
      answeredAt: noon,
    })
  })

  test('the rest go to the service picked, before any other', () => {
    const part = split(asked, ['a'], picked('hill', 'B'))
    expect(standing(part)).toEqual({ a: 'helped north', b: 'waiting hill' })
    expect(of(part, 'hill')).toMatchObject({ via: 'split', fromId: idOf(part, 'north') })
    expect(part.shortlist.map(item => item.serviceId)).toEqual(['hill', 'north', 'south'])
  })

  test('what the service picked cannot do goes down the list', () => {
    const part = split(sent('abc', listed('north', 'ABC'), east), ['a'], picked('hill', 'B'))
    expect(standing(part)).toEqual({ a: 'helped north', b: 'waiting hill', c: 'waiting east' })
    expect(of(part, 'east').via).toBe('route')
  })

  test('what it split off never comes back to it', () => {
    const part = split(asked, ['a'])
    expect(standing(answer(part, 'reject', 'south'))).toEqual({ a: 'helped north', b: 'unplaced' })
  })

  test.each<[string, string[], ReturnType<typeof picked> | undefined, string]>([
    ['nothing kept', [], undefined, 'invalid'],
    ['only what it was not asked for', ['z'], undefined, 'invalid'],
    ['everything kept', ['a', 'b'], undefined, 'invalid'],
    ['picked itself', ['a'], picked('north', 'B'), 'declined_before'],
    ['picked one that offers none of it', ['a'], picked('hill', 'AC'), 'invalid'],
    ['picked one outside the consent', ['a'], picked('hill', 'B', false), 'consent_needed'],
  ])('refused: %s', (_, keep, pick, code) => {
    expect(() => split(asked, keep, pick)).toThrow(expect.objectContaining({ code }))
  })

  test('refused: picked one that has said no', () => {
    const second = answer(sent('ab', listed('west', 'AB'), north), 'reject', 'west')
    expect(() => split(second, ['a'], picked('west', 'B'))).toThrow(
      expect.objectContaining({ code: 'declined_before' }),
    )
  })
})
