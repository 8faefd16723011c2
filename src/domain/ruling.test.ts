/** FORM-5: answers that rule services in and out, in the ranking. */
import { expect, test } from 'vitest'
import { type Offer, suggest } from './matching.ts'

const offer = (serviceId: string, over: Partial<Offer> = {}): Offer => ({
  ...{ serviceId, organisationId: `of ${serviceId}`, categoryIds: ['food'], active: true },
  ...{ catchment: { kind: 'everywhere' }, venue: null, restrictions: {}, opening: { code: 'unknown' } as never },
  ...{ capacity: null, cases: 0, waiting: 0 },
  ...over,
})
const seeker = {
  needs: [{ categoryId: 'food', line: ['food'] }],
  ...{ place: null, facts: { age: 30, groups: {} }, at: new Date('2026-03-02T10:00:00Z') },
}
const by = (serviceId: string) => [{ serviceId, question: 'q' }]
const young = { restrictions: { ages: { from: null, to: 17 } } }

test('FORM-5: one that is ruled in comes first, whatever its restrictions say, but never without the need', () => {
  const offers = [offer('a'), offer('b', young), offer('c', { categoryIds: ['debt'] })]
  expect(suggest(seeker, offers, []).suggested.map(one => one.serviceId)).toEqual(['a'])
  const { suggested } = suggest({ ...seeker, ruledIn: [...by('b'), ...by('c')] }, offers, [])
  expect(suggested.map(one => one.serviceId)).toEqual(['b', 'a'])
  expect(suggested[0]?.reasons).toContainEqual({ code: 'answer', question: 'q' })
})

test('FORM-5: one that is ruled out is not suggested, though another answer rules it in', () => {
  const { suggested, ruledOut } = suggest({ ...seeker, ruledIn: by('a'), ruledOut: by('a') }, [offer('a')], [])
  expect(suggested).toEqual([])
  expect(ruledOut[0]?.because).toEqual([{ code: 'answer', question: 'q' }])
})
