/** FORM-5: what the island would show and what the server asks, on every random form and whatever was typed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Network } from '../../../db/networks.ts'
import { defaultForm, type FormDefinition } from '../../../domain/form.ts'
import { walk } from '../../../domain/journey.ts'
import { operators, type Question, question, questionKinds } from '../../../domain/questions/types.ts'
import { typedAnswers, typedFacts } from '../../forms/typed-facts.ts'
import type { Typed } from './draft.ts'
import { fill } from './filled.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const need = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'
const options = ['notice', 'bailiffs'].map(key => ({ key, label: { en: key } }))
const demographics = [
  { key: 'caring', label: 'Caring', kind: 'several', options: [{ key: 'yes', label: 'Yes' }] },
  { key: 'children', label: 'Children', kind: 'number', options: [] },
] as Network['demographics']
const names = ['needs', 'urgent', 'age', 'household', 'demographic.caring', 'demographic.children']

const compared = fc.constantFrom('notice', 'yes', '2026-01-01', need, '2', true, false, 2, 18)
const conditions = (at: number) =>
  fc.array(
    fc.record({
      question: fc.constantFrom(...ids.slice(0, at), ...names),
      operator: fc.constantFrom(...operators),
      answer: compared,
    }),
    { minLength: 1, maxLength: 3 },
  )
const effects = fc.array(
  fc.record({
    operator: fc.constantFrom(...operators),
    answer: compared,
    does: fc.constantFrom(
      { kind: 'add_need' as const, categoryId: other },
      { kind: 'urgent' as const },
      { kind: 'set_demographic' as const, key: 'caring', group: 'yes' },
    ),
  }),
  { maxLength: 2 },
)
const someForm: fc.Arbitrary<FormDefinition> = fc
  .tuple(
    ...ids.map((id, at) =>
      fc
        .record({
          kind: fc.constantFrom(...questionKinds),
          required: fc.boolean(),
          enableWhen: fc.option(
            fc.record({ behaviour: fc.constantFrom('all' as const, 'any' as const), conditions: conditions(at) }),
          ),
          effects,
        })
        .map((over): Question => question.parse({ id, section: 'main', label: { en: id }, options, ...over })),
    ),
  )
  .map(questions => ({
    ...defaultForm,
    demographics: demographics.map(({ key }) => ({ key, show: 'optional' as const })),
    sections: [{ id: 'main', title: { en: 'Main' } }],
    questions,
  }))

const answer = fc.constantFrom<string | string[]>(
  ...['', 'yes', 'no', 'notice', '3', '2,000', ' 2 ', '2026-01-01', '2026-02-31', 'x'.repeat(6000)],
  ['notice', 'bailiffs'],
)
const someTyped: fc.Arbitrary<Typed> = fc
  .record(
    {
      'person.dateOfBirth': fc.constantFrom('', '2008', '2010-05-04', '1890', '2010-02-30', '2999'),
      'details.householdSize': fc.constantFrom('', '2', '0', '31', 'two', '1.0', '2.5', '1,2'),
      'details.demographics.caring': fc.constantFrom('', 'yes'),
      'details.demographics.children': fc.constantFrom('', '2', 'two'),
      urgent: fc.constant('yes'),
      needs: fc.constantFrom<string | string[]>(need, other, [need, other], [need, need]),
      ...Object.fromEntries(ids.map(id => [`answers.${id}`, answer])),
    },
    { requiredKeys: [] },
  )
  .map(typed => Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Typed)

test('the island and the server ask the same questions, in the same order', () => {
  const today = '2026-03-02'
  fc.assert(
    fc.property(someForm, someTyped, (form, typed) => {
      const { done } = fill(networkWith(form), typed, null, today)
      const texts = new Map(Object.entries(typed).map(([name, value]) => [name, [value].flat()] as const))
      const seen = walk(form, typedAnswers(texts), typedFacts(texts, today))
      expect(seen.asked.map(({ id }) => id)).toEqual(done?.walked.asked.map(({ id }) => id))
    }),
    { numRuns: 500 },
  )
})

test('what is sent is answered by questions that are asked, and by no other', () => {
  fc.assert(
    fc.property(someForm, someTyped, (form, typed) => {
      const { done } = fill(networkWith(form), typed, null, '2026-03-02')
      const asked = done?.walked.asked.map(({ id }) => id) ?? []
      expect(Object.keys(done?.walked.answers ?? {})).toEqual(asked)
      expect(asked).toEqual(ids.filter(id => asked.includes(id)))
      const faults = done?.errors.flatMap(({ field }) => (field.startsWith('answers.') ? [field.slice(8)] : [])) ?? []
      expect(faults.filter(id => !asked.includes(id))).toEqual([])
    }),
  )
})

function networkWith(form: FormDefinition): Network {
  const categories = new Map([need, other].map(id => [id, { id, retired: false }]))
  return { form, demographics, categories, authorities: [], settings: { outsideArea: 'nothing' } } as unknown as Network
}
