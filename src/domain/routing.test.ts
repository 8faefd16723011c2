import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOf, listed, moved, needOf, picked, sent } from '#test/rules/referrals.ts'
import { needStatuses } from './referral.ts'
import { type Gone, goneFrom, hasDeclined, route } from './routing.ts'

const north = listed('north', 'AB')
const south = listed('south', 'BC')
const east = listed('east', 'ABC')
const ab = [needOf('a'), needOf('b')]
const abc = [...ab, needOf('c')]
const asks = (...routed: Parameters<typeof route>) => route(...routed).asks.map(one => [one.serviceId, ...one.needIds])

describe('SUG-4: each service is asked, in the order given, for every still unplaced need that it meets', () => {
  test('the first takes all that it meets and the next only what is left', () => {
    expect(asks(abc, [north, south, east], [])).toEqual([
      ['north', 'a', 'b'],
      ['south', 'c'],
    ])
  })

  test('the order is the referrer’s, whoever meets more', () => {
    expect(asks(abc, [south, east, north], [])).toEqual([
      ['south', 'b', 'c'],
      ['east', 'a'],
    ])
  })

  test('one service that meets everything is asked alone', () => {
    expect(route(abc, [east, north], [])).toEqual({
      asks: [{ serviceId: 'east', organisationId: 'east trust', needIds: ['a', 'b', 'c'] }],
      unplaced: [],
    })
  })

  test('a service that is gone is passed over, for one need or for all', () => {
    expect(asks(ab, [north, east], [{ serviceId: 'north', needId: null }])).toEqual([['east', 'a', 'b']])
    expect(asks(ab, [north, east], [{ serviceId: 'north', needId: 'a' }])).toEqual([
      ['north', 'b'],
      ['east', 'a'],
    ])
  })

  test('RES-4: what nobody is left for stays unplaced', () => {
    expect(route(abc, [north], [])).toMatchObject({ unplaced: ['c'] })
    expect(route(abc, [], [])).toEqual({ asks: [], unplaced: ['a', 'b', 'c'] })
  })

  test('a need that is waiting, helped or settled is not routed', () => {
    const busy = needStatuses.filter(status => status !== 'unplaced').map(status => needOf('a', status))
    for (const need of busy) expect(route([need], [east], [])).toEqual({ asks: [], unplaced: [] })
  })
})

const name = fc.constantFrom('north', 'south', 'east', 'west', 'hill', 'dale')
const categories = fc.subarray([...'ABCDE']).map(some => some.join(''))
const shortlist = fc.uniqueArray(
  fc.tuple(name, categories).map(([service, some]) => listed(service, some)),
  {
    selector: item => item.serviceId,
  },
)
const needs = fc.tuple(...[...'abcde'].map(id => fc.constantFrom(...needStatuses).map(status => needOf(id, status))))
const gone: fc.Arbitrary<Gone[]> = fc.array(
  fc.record({ serviceId: name, needId: fc.constantFrom(null, 'a', 'b', 'c', 'd', 'e') }),
)

test('SUG-4: every unplaced need goes to the first on the list that meets it and is not gone, whatever the list', () => {
  fc.assert(
    fc.property(needs, shortlist, gone, (some, list, left) => {
      const routed = route(some, list, left)
      const isLeft = (service: string, id: string) =>
        left.some(one => one.serviceId === service && [null, id].includes(one.needId))
      for (const need of some) {
        const asked = routed.asks.filter(ask => ask.needIds.includes(need.id)).map(ask => ask.serviceId)
        const first = list.find(
          ({ serviceId, categoryIds }) => categoryIds.includes(need.categoryId) && !isLeft(serviceId, need.id),
        )
        const expected = need.status === 'unplaced' && first ? [first.serviceId] : []
        expect(asked).toEqual(expected)
        expect(routed.unplaced.includes(need.id)).toBe(need.status === 'unplaced' && !first)
      }
    }),
  )
})

test('SUG-4: services are asked once each, in the order of the list, and the same every time', () => {
  fc.assert(
    fc.property(needs, shortlist, gone, (some, list, left) => {
      const asked = route(some, list, left).asks
      const order = asked.map(ask => list.findIndex(item => item.serviceId === ask.serviceId))
      expect(order).toEqual([...new Set(order)].toSorted((one, other) => one - other))
      expect(asked.every(ask => ask.needIds.length > 0)).toBe(true)
      expect(route(some, list, left)).toEqual({ asks: asked, unplaced: expect.anything() })
    }),
  )
})

describe('who is not asked again', () => {
  const asked = sent('ab', north)

  test('by itself: a service for a need that it was asked before', () => {
    expect(goneFrom(asked)).toEqual([
      { serviceId: 'north', needId: 'a' },
      { serviceId: 'north', needId: 'b' },
    ])
  })

  test.each([
    ['recipient', 'reject'],
    ['clock', 'lapse'],
  ] as const)('by itself, for anything: one for which the %s did %s', (party, action) => {
    const left = moved(asked, party, { action, assignmentId: idOf(asked, 'north') })
    expect(goneFrom(left)).toContainEqual({ serviceId: 'north', needId: null })
  })

  test('by anybody: one that rejected, for any need of this referral', () => {
    const rejected = moved(asked, 'recipient', { action: 'reject', assignmentId: idOf(asked, 'north') })
    expect(hasDeclined(rejected, 'north', 'a')).toBe(true)
    expect(hasDeclined(rejected, 'north', 'z')).toBe(true)
    expect(hasDeclined(rejected, 'south', 'a')).toBe(false)
  })

  test('by anybody: one that split a need off, for that need alone', () => {
    const split = moved(asked, 'recipient', {
      action: 'split',
      assignmentId: idOf(asked, 'north'),
      keep: ['a'],
      pick: picked('south', 'B'),
    })
    expect([hasDeclined(split, 'north', 'b'), hasDeclined(split, 'north', 'a')]).toEqual([true, false])
  })

  test('a lapse declines nothing: the coordinator may ask that service again', () => {
    const lapsed = moved(asked, 'clock', { action: 'lapse', assignmentId: idOf(asked, 'north') })
    expect(hasDeclined(lapsed, 'north', 'a')).toBe(false)
  })
})
