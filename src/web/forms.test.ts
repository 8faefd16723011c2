/** From posted names to what a schema wants. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { answers } from '../domain/answers.ts'
import { Problem } from '../domain/problem.ts'
import { submission } from '../domain/submission.ts'
import { translator } from '../words/index.ts'
import { read, wordErrors } from './forms.ts'

const need = '0b8f9a52-5c5e-4c1e-9a39-0b6f1f7a2c11'

function posted(...pairs: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}

test('FORM-1: names with dots become objects, one ticked need is a list, blank boxes are what the schema says', () => {
  const form = read(
    submission,
    posted(
      ['person.firstName', ' Ama '],
      ['person.phone', ''],
      ['needs', need],
      ['details.householdSize', '3'],
      ['urgent', 'on'],
    ),
  )
  expect(form).toMatchObject({
    ok: true,
    value: {
      person: { firstName: 'Ama', phone: '' },
      address: { postcode: '', noFixedAddress: false },
      needs: [need],
      details: { householdSize: 3 },
      urgent: true,
      safeContact: null,
    },
  })
})

test('what was typed is kept as it was typed, and each wrong field has one error', () => {
  const form = read(
    submission,
    posted(['person.email', 'ama@'], ['details.householdSize', 'four'], ['needs', 'food'], ['person.lastName', 'Lee']),
  )
  expect(form.ok).toBe(false)
  expect(form.typed).toMatchObject({
    'person.email': 'ama@',
    'details.householdSize': 'four',
    'person.lastName': 'Lee',
  })
  if (form.ok) return
  const fields = form.errors.map(({ field }) => field)
  expect(fields).toEqual(expect.arrayContaining(['person.email', 'details.householdSize', 'needs.0']))
  expect(new Set(fields).size).toBe(fields.length)
})

test('a single box that is not ticked is false, and one whose value is yes is true', () => {
  const asked = z.strictObject({ yes: z.boolean(), no: z.boolean(), later: z.boolean().default(false) })
  expect(read(asked, posted(['yes', 'yes']))).toMatchObject({ ok: true, value: { yes: true, no: false, later: false } })
})

test('lists of things are read in the order of their numbers', () => {
  const asked = z.strictObject({ days: z.array(z.strictObject({ day: z.int(), opens: z.string() })) })
  const form = read(
    asked,
    posted(['days.10.day', '5'], ['days.10.opens', '9'], ['days.2.day', '1'], ['days.2.opens', '8']),
  )
  expect(form).toMatchObject({
    ok: true,
    value: {
      days: [
        { day: 1, opens: '8' },
        { day: 5, opens: '9' },
      ],
    },
  })
})

test('a record takes its keys from the names: an outcome per need', () => {
  const form = read(answers.close, posted([`outcomes.${need}`, '']))
  expect(form).toMatchObject({ ok: true, value: { outcomes: { [need]: '' }, note: '' } })
})

test('a field that belongs to nobody is refused, the page’s own buttons are not', () => {
  expect(() => read(answers.accept, posted(['status', 'closed']))).toThrow(Problem)
  expect(() => read(answers.accept, posted(['person.__proto__.admin', '1']))).toThrow(Problem)
  expect(read(answers.accept, posted(['go', 'accept']), ['go'])).toMatchObject({ ok: true })
})

test('no name reaches what all objects share, however it is spelt', () => {
  const form = new FormData()
  for (const name of ['__proto__.polluted', 'constructor.prototype.polluted', '__proto__']) form.set(name, 'yes')
  expect(() => read(z.strictObject({ note: z.string().default('') }), form)).toThrow('does not belong')
  read(z.object({ of: z.record(z.string(), z.string()) }), form)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('the words at a field are its page’s own where it has some', () => {
  const t = translator('en')
  const errors = [
    { field: 'person.lastName', code: 'required' },
    { field: 'person.email', code: 'email' },
    { field: 'x', code: 'never_heard_of' },
  ]
  expect(wordErrors(t, errors, { 'person.lastName.required': 'auth.emailMissing' })).toEqual({
    'person.lastName': t('auth.emailMissing'),
    'person.email': t('problem.field.email'),
    x: t('problem.field.invalid'),
  })
})
