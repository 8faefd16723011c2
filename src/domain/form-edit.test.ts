/** FORM-5: whatever a designer does, the form stays one that can be walked. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { QuestionDraft } from './editing/questions.ts'
import { ancestryOf, fallingWith } from './editing/references.ts'
import { defaultForm, type FormDefinition, fieldsInOrder, partsInOrder } from './form.ts'
import { differenceOf } from './form-diff.ts'
import { editForm, type FormEdit } from './form-edit.ts'
import { problemsOf, unaskedFacts } from './form-problems.ts'
import { question } from './questions/types.ts'

const draft = (label: string, over: Partial<QuestionDraft> = {}): QuestionDraft => {
  const { id: _, ...rest } = question.parse({ id: 'x', kind: 'yes_no', section: 'home', label: { en: label }, ...over })
  return rest
}
const when = (id: string) =>
  ({ behaviour: 'all', conditions: [{ question: id, operator: '=', answer: true }] }) as QuestionDraft['enableWhen']
const begun = [
  { did: 'add_section', section: { title: { en: 'Home' } } },
  { did: 'add_section', section: { title: { en: 'Money' } } },
  { did: 'add_question', question: draft('Is it rented?') },
  { did: 'add_question', question: draft('Served notice?', { enableWhen: when('is_it_rented') }) },
  { did: 'add_question', question: draft('Hearing set?', { enableWhen: when('served_notice') }) },
] satisfies FormEdit[]
const apply = (form: FormDefinition, ...edits: FormEdit[]) =>
  edits.reduce((now, edit) => editForm(now, edit).form, form)
const form = apply(defaultForm, ...begun)
const ids = ({ questions }: FormDefinition) => questions.map(({ id }) => id)
const hanging = (one: FormDefinition) => problemsOf(one, null).map(({ code }) => code)

describe('FORM-5: questions are added, changed, moved, copied and deleted', () => {
  test('an id is made of the words, is the question’s own, and is never the name of something else', () => {
    const twice = apply(form, { did: 'add_question', question: draft('Is it rented?') })
    expect(ids(twice).at(-1)).toBe('is_it_rented_2')
    expect(editForm(form, { did: 'add_question', question: draft('Urgent') }).id).toBe('urgent_2')
  })

  test('a copy stands right behind the one that it was made of', () => {
    const { form: copied, id } = editForm(form, { did: 'duplicate_question', id: 'served_notice', label: 'A copy' })
    expect(id).toBe('a_copy')
    expect(ids(copied)).toEqual(['is_it_rented', 'served_notice', 'a_copy', 'hearing_set'])
  })

  test('beyond the end of its section a question goes to the section beside it', () => {
    const moved = apply(form, { did: 'shift_question', id: 'hearing_set', by: 1 })
    expect(moved.questions.at(-1)).toMatchObject({ id: 'hearing_set', section: 'money' })
    expect(apply(moved, { did: 'shift_question', id: 'hearing_set', by: -1 })).toEqual(form)
  })

  test('a question is not moved before one that it is asked because of, nor that one behind it', () => {
    expect(() => editForm(form, { did: 'shift_question', id: 'served_notice', by: -1 })).toThrow(
      /would then come after/,
    )
    const place = { section: 'money', at: 0 }
    expect(() => editForm(form, { did: 'place_question', id: 'is_it_rented', place })).toThrow('“Served notice?”')
    const moved = apply(form, { did: 'shift_question', id: 'hearing_set', by: 1 })
    expect(() => editForm(moved, { did: 'shift_section', id: 'money', by: -1 })).toThrow(/come after/)
  })

  test('a choice that another question is asked because of is not taken away', () => {
    const options = ['one', 'two'].map(key => ({ key, label: { en: key } }))
    const choice = apply(form, { did: 'add_question', question: draft('Which', { kind: 'one_of', options }) })
    const enableWhen = {
      behaviour: 'all' as const,
      conditions: [{ question: 'which', operator: '=' as const, answer: 'two' }],
    }
    const leaning = apply(choice, { did: 'add_question', question: draft('Why', { enableWhen }) })
    const less = draft('Which', { kind: 'one_of', options: options.slice(0, 1) })
    expect(() => editForm(leaning, { did: 'change_question', id: 'which', question: less })).toThrow('“Why”')
  })

  test('with a question go those that were asked because of it, or they are asked always', () => {
    expect(fallingWith(form, 'is_it_rented').map(({ id }) => id)).toEqual(['served_notice', 'hearing_set'])
    expect(ids(apply(form, { did: 'delete_question', id: 'is_it_rented', following: 'gone_too' }))).toEqual([])
    const kept = apply(form, { did: 'delete_question', id: 'is_it_rented', following: 'asked_always' })
    expect(kept.questions.map(({ enableWhen }) => enableWhen)).toEqual([null, when('served_notice')])
  })

  test('a section with questions is not deleted; an empty one is', () => {
    expect(() => editForm(form, { did: 'delete_section', id: 'home' })).toThrow(/first/)
    expect(apply(form, { did: 'delete_section', id: 'money' }).sections).toHaveLength(1)
  })

  test('a preview of a question needs all that it is asked because of', () => {
    expect(ancestryOf(form, 'hearing_set').map(({ id }) => id)).toEqual([
      'is_it_rented',
      'served_notice',
      'hearing_set',
    ])
  })

  test('no row of changes leaves a cycle, a condition that dangles or two questions of one name', () => {
    const id = fc.constantFrom('is_it_rented', 'served_notice', 'hearing_set', 'new', 'new_2', 'a_copy')
    const section = fc.constantFrom('home', 'money')
    const by = fc.constantFrom(-1 as const, 1 as const)
    const written = fc
      .record({ about: id, section, free: fc.boolean() })
      .map(({ about, section, free }) => draft('New', { section, enableWhen: free ? null : when(about) }))
    const edits = fc.oneof(
      fc.record({ did: fc.constant('add_question' as const), question: written }),
      fc.record({ did: fc.constant('change_question' as const), id, question: written }),
      fc.record({ did: fc.constant('duplicate_question' as const), id, label: fc.constant('A copy') }),
      fc.record({ did: fc.constant('shift_question' as const), id, by }),
      fc.record({
        did: fc.constant('place_question' as const),
        id,
        place: fc.record({ section, at: fc.integer({ min: 0, max: 4 }) }),
      }),
      fc.record({
        did: fc.constant('delete_question' as const),
        id,
        following: fc.constantFrom('asked_always' as const, 'gone_too' as const),
      }),
      fc.record({ did: fc.constant('shift_section' as const), id: section, by }),
      fc.record({ did: fc.constant('shift_part' as const), id: section.map(one => `section.${one}` as const), by }),
    )
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), all => {
        const end = all.reduce((now, edit) => tried(now, edit), form)
        expect(hanging(end)).toEqual([])
        const ranks = end.questions.map(one => partsInOrder(end).indexOf(`section.${one.section}`))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('FORM-1: standard fields and demographics in the network’s order and words', () => {
  const demographics = ['caring', 'children']
  test('a field moves among those of its own part, a demographic too', () => {
    const moved = apply(form, { did: 'shift_field', id: 'details.demographics.children', by: -1, demographics })
    const details = fieldsInOrder(moved).filter(({ part }) => part === 'details')
    expect(details.map(({ name }) => name)).toEqual([
      'details.demographics.children',
      'details.demographics.caring',
      'details.health',
    ])
  })

  test('each is off, optional or required; one that is nobody’s is refused', () => {
    const show = { did: 'show_fields' as const, hint: 50, demographics }
    const shown = apply(form, {
      ...show,
      shows: { 'person.title': 'optional', 'details.demographics.caring': 'required' },
    })
    expect(shown.fields['person.title']?.show).toBe('optional')
    expect(shown.demographics[0]).toEqual({ key: 'caring', show: 'required' })
    expect(() => editForm(form, { ...show, shows: { 'details.demographics.gone': 'required' } })).toThrow(
      'no such field',
    )
  })

  test('a section moves among the parts of the form, and its questions with it', () => {
    const full = apply(form, { did: 'shift_question', id: 'hearing_set', by: 1 })
    const moved = apply(full, { did: 'shift_part', id: 'section.home', by: -1 })
    expect(partsInOrder(moved).slice(-4)).toEqual(['section.home', 'needs', 'section.money', 'circumstances'])
  })
})

test('FORM-5: a condition over what the form does not ask is told, unless an earlier answer sets it', () => {
  const over = (fact: string): QuestionDraft['enableWhen'] => ({
    behaviour: 'all',
    conditions: [{ question: fact, operator: 'exists', answer: true }],
  })
  const asking = apply(
    form,
    { did: 'add_question', question: draft('Any pets?', { enableWhen: over('household') }) },
    { did: 'add_question', question: draft('Any debts?', { enableWhen: over('demographic.tenure') }) },
    { did: 'add_question', question: draft('Any needs?', { enableWhen: over('needs') }) },
  )
  expect(unaskedFacts(asking)).toEqual([{ question: 'any_debts', fact: 'demographic.tenure' }])
  const fields = { ...asking.fields, 'details.householdSize': { show: 'off' as const } }
  expect(unaskedFacts({ ...asking, fields }).map(({ question }) => question)).toEqual(['any_pets', 'any_debts'])
  const does = { kind: 'set_demographic' as const, key: 'tenure', group: 'rented' }
  const setting = asking.questions.map(one =>
    one.id === 'is_it_rented' ? { ...one, effects: [{ operator: '=' as const, answer: true, does }] } : one,
  )
  expect(unaskedFacts({ ...asking, questions: setting })).toEqual([])
})

describe('FORM-5: the difference between two versions', () => {
  test('says what was added, changed, moved and removed, each question once', () => {
    const now = apply(
      form,
      { did: 'delete_question', id: 'hearing_set', following: 'gone_too' },
      { did: 'change_question', id: 'served_notice', question: draft('Served a notice?', { required: true }) },
      { did: 'add_question', question: draft('Rent due?', { section: 'money' }) },
    )
    expect(differenceOf(form, now)).toEqual([
      expect.objectContaining({ of: 'question', id: 'hearing_set', change: 'removed' }),
      expect.objectContaining({ id: 'served_notice', change: 'changed', parts: ['label', 'required', 'condition'] }),
      expect.objectContaining({ of: 'question', id: 'rent_due', change: 'added', was: null }),
    ])
    expect(differenceOf(now, now)).toEqual([])
  })

  test('of three that changed places it names the one that explains it', () => {
    const plain = apply(
      defaultForm,
      ...begun.slice(0, 3),
      ...['B', 'C'].map(label => ({ did: 'add_question' as const, question: draft(label) })),
    )
    const moved = apply(plain, { did: 'place_question', id: 'is_it_rented', place: { section: 'home', at: 2 } })
    expect(differenceOf(plain, moved)).toEqual([expect.objectContaining({ id: 'is_it_rented', change: 'moved' })])
  })

  test('a field’s words and whether it is asked', () => {
    const now = apply(form, {
      did: 'show_fields',
      shows: { 'person.title': 'optional' },
      hint: 100,
      demographics: ['caring'],
    })
    expect(differenceOf(form, now)).toEqual([
      { of: 'field', name: 'person.title', parts: ['show'], was: { show: 'off' }, now: { show: 'optional' } },
    ])
  })
})

/** What is refused changes nothing. */
function tried(now: FormDefinition, edit: FormEdit): FormDefinition {
  try {
    return editForm(now, edit).form
  } catch {
    return now
  }
}
