/** SUG-1 to SUG-3: which services are suggested, in which order, and why. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Catchment } from './catchment.ts'
import { type Offer, type Seeker, shortlistOf, suggest } from './matching.ts'
import { fits, type Restrictions, roomIn } from './service.ts'

const noon = new Date('2026-11-18T12:00:00Z')
const anfield = { lat: 53.43, lng: -2.96 }
const here = { postcode: 'L4 0TH', outward: 'L4', point: anfield, authority: 'E08000012', approximate: false }
const seeker: Seeker = {
  needs: [{ categoryId: 'food', line: ['food'] }],
  place: here,
  facts: { age: null, groups: {} },
  at: noon,
}

const pantry = (over: Partial<Offer> = {}): Offer => ({
  serviceId: 'pantry',
  organisationId: 'northbank',
  categoryIds: ['food'],
  active: true,
  catchment: { kind: 'everywhere' },
  venue: anfield,
  capacity: 10,
  cases: 0,
  waiting: 0,
  restrictions: {},
  opening: { code: 'unknown' },
  ...over,
})
const match = (offers: Offer[], who: Partial<Seeker> = {}) => suggest({ ...seeker, ...who }, offers, ['E08000012'])
const order = (offers: Offer[], who: Partial<Seeker> = {}) =>
  match(offers, who).suggested.map(({ serviceId }) => serviceId)
const objections = (offer: Offer, who: Partial<Seeker> = {}) =>
  match([offer], who).ruledOut[0]?.because.map(({ code }) => code)

describe('SUG-1: a service is eligible when it can and may help', () => {
  test('it is ruled out with the reason when it takes nobody, is paused, or offers nothing that is needed', () => {
    expect(objections(pantry({ capacity: 0 }))).toEqual(['takes_none'])
    expect(objections(pantry({ active: false }))).toEqual(['inactive'])
    expect(objections(pantry({ categoryIds: ['debt'] }))).toEqual(['meets_nothing'])
  })

  test('it is ruled out when the postcode lies outside its catchment, and only checked when nobody can tell', () => {
    const local = pantry({ catchment: { kind: 'authorities', authorities: ['E08000012'] } })
    expect(order([local])).toEqual(['pantry'])
    expect(objections(local, { place: { ...here, authority: 'E08000015' } })).toEqual(['outside'])
    const [suggestion] = match([local], { place: null }).suggested
    expect(suggestion?.reasons).toContainEqual({ code: 'check_area' })
  })

  test('FORM-1, SUG-1: a number of the network’s own decides within what the service says, and is checked where it is not known', () => {
    const parents = pantry({ restrictions: { numbers: { children: { from: 1, to: 3 } } } })
    const said = (number: string) => ({ facts: { age: null, groups: { children: [number] } } })
    expect(order([parents], said('1'))).toEqual(['pantry'])
    expect(order([parents], said('3'))).toEqual(['pantry'])
    expect(match([parents], said('0')).ruledOut[0]?.because).toEqual([
      { code: 'number', demographic: 'children', from: 1, to: 3 },
    ])
    expect(objections(parents, said('4'))).toEqual(['number'])
    expect(match([parents]).suggested[0]?.reasons).toContainEqual({
      ...{ code: 'check_number', demographic: 'children', from: 1, to: 3 },
    })
    const anybody = pantry({ restrictions: { numbers: { children: { from: null, to: null } } } })
    expect(match([anybody]).suggested[0]?.reasons.map(({ code }) => code)).not.toContain('check_number')
  })

  test('an age or group that is unknown does not exclude: it is there to check', () => {
    const elders = pantry({ restrictions: { ages: { from: 60, to: null }, groups: { gender: ['woman'] } } })
    expect(match([elders]).suggested[0]?.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['check_age', 'check_group']),
    )
    expect(objections(elders, { facts: { age: 34, groups: { gender: ['man'] } } })).toEqual(['age', 'group'])
    expect(order([elders], { facts: { age: 60, groups: { gender: ['woman'] } } })).toEqual(['pantry'])
  })

  test('a service that offers the branch meets a need for anything under it', () => {
    const needs = [{ categoryId: 'debt', line: ['debt', 'money'] }]
    expect(order([pantry({ categoryIds: ['money'] })], { needs })).toEqual(['pantry'])
  })
})

test('SVC-1: how far a secret venue is would tell where it is, so it is not said', () => {
  const [refuge] = match([pantry({ secret: true, catchment: { kind: 'radius', metres: 5000 } })]).suggested
  expect(refuge?.metres).toBeNull()
  expect(refuge?.reasons.map(({ code }) => code)).not.toContain('distance')
})

test('SVC-1: a circle round a secret venue holds or excludes nobody, or place after place would tell where it is', () => {
  const refuge = pantry({ secret: true, catchment: { kind: 'radius', metres: 500 } })
  for (const lat of [53.3, 53.43, 53.6]) {
    const place = { outward: 'L4', point: { lat, lng: -2.96 }, authority: 'E08000012', approximate: false }
    const { suggested, ruledOut } = match([refuge], { place })
    expect(ruledOut).toEqual([])
    expect(suggested[0]?.reasons).toContainEqual({ code: 'check_area' })
  }
})

describe('SUG-2: the order is needs met, room, distance, sooner open, and the less burdened of equals', () => {
  const two = {
    needs: [
      { categoryId: 'food', line: ['food'] },
      { categoryId: 'debt', line: ['debt'] },
    ],
  }
  test('meeting both needs outweighs being nearer, emptier and open', () => {
    const both = pantry({ serviceId: 'both', categoryIds: ['food', 'debt'], cases: 9, venue: { lat: 53.6, lng: -2.9 } })
    expect(order([pantry({ opening: { code: 'open_now', until: noon, closes: '17:00' } }), both], two)).toEqual([
      'both',
      'pantry',
    ])
  })

  test('over capacity it comes last, whatever else it has, and says so', () => {
    const full = pantry({ serviceId: 'full', categoryIds: ['food', 'debt'], capacity: 10, cases: 8, waiting: 3 })
    expect(order([full, pantry()], two)).toEqual(['pantry', 'full'])
    expect(match([full]).suggested[0]?.reasons).toContainEqual({ code: 'full', used: 11, capacity: 10 })
  })

  test('the emptier before the nearer, the nearer before the sooner open', () => {
    const far = { lat: 53.5, lng: -2.96 }
    expect(order([pantry({ serviceId: 'a', cases: 9 }), pantry({ serviceId: 'b', venue: far })])).toEqual(['b', 'a'])
    const opensNow = pantry({ serviceId: 'c', venue: far, opening: { code: 'open_now', until: noon, closes: '17:00' } })
    expect(order([opensNow, pantry({ serviceId: 'd' })])).toEqual(['d', 'c'])
  })

  test('between equals the less burdened is first', () => {
    expect(
      order([
        pantry({ serviceId: 'a', capacity: null, cases: 5 }),
        pantry({ serviceId: 'b', capacity: null, cases: 2 }),
      ]),
    ).toEqual(['b', 'a'])
  })

  test('waiting referrals hold a place softly', () => {
    expect(roomIn({ capacity: 10, cases: 4, waiting: 3 })).toBe(3)
    expect(roomIn({ capacity: null, cases: 4, waiting: 3 })).toBeNull()
  })
})

test('DOMAIN routing: by default the three best are kept for each need', () => {
  const offers = ['a', 'b', 'c', 'd'].map((serviceId, cases) => pantry({ serviceId, cases }))
  const { suggested } = match(offers)
  expect(shortlistOf(suggested, 3).map(({ serviceId }) => serviceId)).toEqual(['a', 'b', 'c'])
})

const someOffer = fc.record({
  serviceId: fc.uuid(),
  categoryIds: fc.subarray(['food', 'debt', 'energy']),
  active: fc.boolean(),
  capacity: fc.option(fc.nat(5)),
  cases: fc.nat(6),
  waiting: fc.nat(3),
  catchment: fc.constantFrom<Catchment[]>(
    { kind: 'everywhere' },
    { kind: 'authorities', authorities: ['E08000012'] },
    { kind: 'authorities', authorities: ['E08000015'] },
    { kind: 'radius', metres: 2000 },
  ),
  venue: fc.option(
    fc.record({
      lat: fc.double({ min: 53.3, max: 53.6, noNaN: true }),
      lng: fc.double({ min: -3.1, max: -2.8, noNaN: true }),
    }),
  ),
  restrictions: fc.constantFrom<Restrictions[]>({}, { ages: { from: 18, to: 25 } }, { groups: { gender: ['woman'] } }),
})
const someSeeker = fc.record({
  needs: fc
    .subarray(['food', 'debt', 'energy'], { minLength: 1 })
    .map(ids => ids.map(id => ({ categoryId: id, line: [id] }))),
  place: fc.constantFrom(here, null, { ...here, approximate: true }),
  facts: fc.record({
    age: fc.option(fc.nat(90)),
    groups: fc.constantFrom({}, { gender: ['woman'] }, { gender: ['man'] }),
  }),
})

test('SUG-1, SUG-2: whatever the services, the ranking is the same however they come, and never suggests one that is not eligible', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(someOffer, { selector: ({ serviceId }) => serviceId, maxLength: 12 }),
      someSeeker,
      (some, who) => {
        const offers = some.map(offer => pantry(offer))
        const result = match(offers, who)
        expect(match(offers.toReversed(), who)).toEqual(result)
        expect(result.suggested.length + result.ruledOut.length).toBe(offers.length)
        for (const { serviceId } of result.suggested) {
          const offer = offers.find(one => one.serviceId === serviceId)
          expect(offer?.capacity).not.toBe(0)
          expect(offer?.active).toBe(true)
          expect(fits(offer?.restrictions ?? {}, who.facts).some(({ fit }) => fit === 'no')).toBe(false)
          if (!who.place?.approximate && who.place)
            expect(offer?.catchment).not.toEqual({ kind: 'authorities', authorities: ['E08000015'] })
        }
        for (const { because } of result.ruledOut) expect(because.length).toBeGreaterThan(0)
      },
    ),
  )
})
