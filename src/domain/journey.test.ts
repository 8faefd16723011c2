/** FORM-5: the path through a network's own questions. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, type FormFacts, noFacts } from './conditions.ts'
import { problemsOf } from './form-problems.ts'
import { askedQuestions, effectsOf, walk } from './journey.ts'
import { type Answers, operators, type Question, question, questionKinds } from './questions/types.ts'

const ask = (over: Partial<Question> & { id: string }): Question =>
  question.parse({ kind: 'yes_no', section: 'main', label: { en: over.id }, ...over })
const when = (id: string, operator: string, answer: unknown) =>
  ({ behaviour: 'all' as const, conditions: [{ question: id, operator, answer }] }) as Question['enableWhen']
const options = [
  { key: 'notice', label: { en: 'A notice' } },
  { key: 'bailiffs', label: { en: 'Bailiffs' } },
]
const eviction: Question[] = [
  ask({ id: 'rented' }),
  ask({ id: 'threat', kind: 'several_of', options, enableWhen: when('rented', '=', true) }),
  ask({ id: 'date', kind: 'date', required: true, enableWhen: when('threat', 'includes', 'bailiffs') }),
]
const asked = (answers: Answers, facts: FormFacts = noFacts) =>
  askedQuestions({ questions: eviction }, answers, facts).map(({ id }) => id)

describe('FORM-5: only the relevant questions appear', () => {
  test('an answer opens the next question, and closes it and all behind it again', () => {
    expect(asked({})).toEqual(['rented'])
    expect(asked({ rented: true, threat: ['bailiffs'] })).toEqual(['rented', 'threat', 'date'])
    expect(asked({ rented: false, threat: ['bailiffs'] })).toEqual(['rented'])
  })

  test('answers to questions that are not asked are dropped, and nothing is required of them', () => {
    const walked = walk({ questions: eviction }, { rented: 'no', threat: ['bailiffs'], date: 'soon' }, noFacts)
    expect(walked).toMatchObject({ answers: { rented: false }, errors: [] })
    expect(walk({ questions: eviction }, { rented: 'yes', threat: 'bailiffs' }, noFacts).errors).toEqual([
      { field: 'answers.date', code: 'required' },
    ])
  })

  test('all or any of the conditions; needs, urgency, age and demographics can be asked about', () => {
    const both = ask({
      id: 'q',
      enableWhen: {
        behaviour: 'any',
        conditions: [
          { question: 'urgent', operator: '=', answer: true },
          { question: 'age', operator: '<', answer: 18 },
        ],
      },
    })
    const shown = (facts: Partial<FormFacts>) =>
      askedQuestions({ questions: [both] }, {}, { ...noFacts, ...facts }).length
    expect([shown({}), shown({ urgent: true }), shown({ age: 17 }), shown({ age: 18 })]).toEqual([0, 1, 1, 0])
    const carers = ask({ id: 'q', enableWhen: when('demographic.caring', 'includes', 'yes') })
    expect(askedQuestions({ questions: [carers] }, {}, { ...noFacts, demographics: { caring: ['yes'] } })).toHaveLength(
      1,
    )
  })
})

test('FHIR: an absent answer satisfies nothing but "exists = false"', () => {
  for (const operator of operators)
    expect(compare(null, { operator, answer: operator === 'exists' ? true : 'x' })).toBe(false)
  expect(compare(null, { operator: 'exists', answer: false })).toBe(true)
  expect(compare(['a'], { operator: '!=', answer: 'b' })).toBe(true)
  expect(compare(9, { operator: '<', answer: '10' })).toBe(false)
  expect(compare('2026-01-02', { operator: '>', answer: '2026-01-01' })).toBe(true)
})

test('FORM-5: an answer adds a need, sets urgency and a demographic, rules services in or out', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const on = (does: Question['effects'][number]['does']) => ({ operator: '=' as const, answer: true, does })
  const questions = [
    ask({
      id: 'q',
      effects: [
        on({ kind: 'add_need', categoryId: id }),
        on({ kind: 'urgent' }),
        on({ kind: 'set_demographic', key: 'caring', group: 'yes' }),
        on({ kind: 'rule_out', serviceId: id }),
      ],
    }),
  ]
  expect(effectsOf(walk({ questions }, { q: 'yes' }, noFacts))).toEqual({
    needs: [id],
    urgent: true,
    demographics: { caring: ['yes'] },
    ruledIn: [],
    ruledOut: [{ serviceId: id, question: 'q' }],
  })
  expect(effectsOf(walk({ questions }, { q: 'no' }, noFacts))).toMatchObject({ needs: [], urgent: false })
})

test('FORM-5: what an answer does counts for the questions after it, and for none before', () => {
  const urgent = {
    behaviour: 'all' as const,
    conditions: [{ question: 'urgent', operator: '=' as const, answer: true }],
  }
  const questions = [
    ask({ id: 'before', enableWhen: urgent }),
    ask({ id: 'q', effects: [{ operator: '=', answer: true, does: { kind: 'urgent' } }] }),
    ask({ id: 'after', enableWhen: urgent }),
  ]
  expect(walk({ questions }, { q: 'yes' }, noFacts).asked.map(({ id }) => id)).toEqual(['q', 'after'])
  expect(walk({ questions }, { q: 'no' }, noFacts).asked.map(({ id }) => id)).toEqual(['q'])
})

describe('FORM-5: a form with a cycle or a dangling condition is not published', () => {
  const main = [{ id: 'main', title: { en: 'Main' } }]
  const codes = (questions: Question[]) =>
    problemsOf({ sections: main, questions }, { categoryIds: [], demographics: [], serviceIds: [] }).map(
      ({ code }) => code,
    )
  test('a condition looks back, at a question that is there, with an operator and an option that it has', () => {
    expect(codes(eviction)).toEqual([])
    expect(
      codes([ask({ id: 'a', enableWhen: when('b', '=', true) }), ask({ id: 'b', enableWhen: when('a', '=', true) })]),
    ).toEqual(['not_earlier'])
    expect(codes([ask({ id: 'a', enableWhen: when('a', '=', true) })])).toEqual(['not_earlier'])
    expect(codes([ask({ id: 'a', enableWhen: when('gone', '=', true) })])).toEqual(['dangling'])
    expect(codes([ask({ id: 'a' }), ask({ id: 'b', enableWhen: when('a', '<', true) })])).toEqual(['operator'])
    expect(
      codes([ask({ id: 'a', kind: 'one_of', options }), ask({ id: 'b', enableWhen: when('a', '=', 'moved') })]),
    ).toEqual(['option_gone'])
    expect(codes([ask({ id: 'a', kind: 'one_of' })])).toEqual(['no_options'])
    expect(codes([ask({ id: 'a' }), ask({ id: 'a' })])).toEqual(['same_id'])
  })
})

const ids = ['a', 'b', 'c', 'd', 'e']
const someQuestions = fc.tuple(
  ...ids.map((id, at) =>
    fc
      .record({
        kind: fc.constantFrom(...questionKinds),
        required: fc.boolean(),
        enableWhen: fc.option(
          fc.record({
            behaviour: fc.constantFrom('all' as const, 'any' as const),
            conditions: fc.array(
              fc.record({
                question: fc.constantFrom(...ids.slice(0, Math.max(1, at)), 'urgent'),
                operator: fc.constantFrom(...operators),
                answer: fc.constantFrom('notice', true, 3, '2026-01-01'),
              }),
              { minLength: 1, maxLength: 3 },
            ),
          }),
        ),
      })
      .map(over => ask({ id, options, ...over })),
  ),
)
const someTyped = fc.dictionary(
  fc.constantFrom(...ids),
  fc.constantFrom<unknown>('yes', 'no', 'notice', ['notice', 'bailiffs'], '3', '2026-01-01', '', 'x', null),
)

test('whatever the form and the answers, the path is finite, in order, and the answers kept are those of questions asked', () => {
  fc.assert(
    fc.property(someQuestions, someTyped, fc.boolean(), (questions, typed, urgent) => {
      const facts = { ...noFacts, urgent }
      const walked = walk({ questions }, typed, facts)
      const order = walked.asked.map(({ id }) => id)
      expect(order).toEqual(ids.filter(id => order.includes(id)))
      expect(Object.keys(walked.answers)).toEqual(order)
      expect(askedQuestions({ questions }, walked.answers, facts).map(({ id }) => id)).toEqual(order)
      expect(walk({ questions }, walked.answers, facts).answers).toEqual(walked.answers)
    }),
  )
})
