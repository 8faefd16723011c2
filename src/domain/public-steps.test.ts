/** The public form's steps: every field on exactly one, in the network's order, equality at the end. */
import { expect, test } from 'vitest'
import { defaultForm, fieldsInOrder } from './form.ts'
import { laterDemographics, onlyLater, publicSteps, stepOf, withoutLater } from './public-steps.ts'

const form = {
  ...defaultForm,
  demographics: [
    { key: 'ethnicity', show: 'optional' as const },
    { key: 'gender', show: 'optional' as const },
    { key: 'tenure', show: 'required' as const },
  ],
}
const demographics = ['ethnicity', 'gender', 'tenure'].map(key => ({ key, kind: 'single' }))
const later = laterDemographics(form, demographics, ['gender'])
const whole = { form, self: false, asked: new Set<string>(), ownAsked: false, later }

test('FORM-13: what no service restricts by and nobody has to answer is asked at the end', () => {
  expect([...later]).toEqual(['ethnicity'])
  expect(withoutLater(form, later).demographics.map(({ key }) => key)).toEqual(['gender', 'tenure'])
  expect(onlyLater(form, later).demographics.map(({ key }) => key)).toEqual(['ethnicity'])
})

test('FORM-13: who refers comes first, and is not asked of those who refer themselves', () => {
  expect(publicSteps(whole)).toEqual([
    ...['source', 'person', 'contact', 'address', 'details', 'household', 'needs', 'circumstances'],
    ...['services', 'consent', 'check', 'equality'],
  ])
  expect(publicSteps({ ...whole, self: true })[0]).toBe('person')
  expect(publicSteps({ ...whole, later: new Set() }).at(-1)).toBe('check')
  expect(publicSteps({ ...whole, ownAsked: true })).toContain('own')
})

test('FORM-13: every field of the form stands on one step, and a stranger on none', () => {
  const steps = publicSteps(whole)
  for (const { name, show } of fieldsInOrder(form)) if (show !== 'off') expect(steps).toContain(stepOf(whole, name))
  expect(stepOf(whole, 'details.demographics.ethnicity')).toBe('equality')
  expect(stepOf(whole, 'details.demographics.gender')).toBe('details')
  expect(stepOf(whole, 'person.dateOfBirth-day')).toBe('person')
  expect(stepOf(whole, 'safeContact.channels')).toBe('contact')
  expect(stepOf(whole, 'urgent')).toBe('needs')
  for (const stranger of ['', 'go', 'state', '__proto__', 'constructor.name', 'answers.unknown'])
    expect(stepOf(whole, stranger)).toBeNull()
})
