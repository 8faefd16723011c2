import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactForm, type Details, detailsToKeep, differences, personDetails, taking, twelveMonths } from './people.ts'

const known: Details = {
  ...{ title: null, firstName: 'Morag', lastName: 'Penhaligon', dateOfBirth: '1984-02-29', email: null },
  ...{ phone: '+447700900123', preferredContact: null, address1: '7 Lantern Row', address2: null, town: 'Liverpool' },
  ...{ county: null, postcode: 'L4 9ZQ', safeContact: null },
}

describe('PPL-2: details of a record', () => {
  test('need a name, one of the two', () => {
    expect(personDetails.safeParse({ firstName: ' ', lastName: '' }).success).toBe(false)
    expect(personDetails.safeParse({ lastName: 'Penhaligon' }).success).toBe(true)
  })

  test('are kept in one spelling', () => {
    const kept = detailsToKeep(personDetails.parse({ lastName: 'Roe', phone: '07700 900123', postcode: 'l49zq' }))
    expect(kept).toMatchObject({ phone: '+447700900123', postcode: 'L4 9ZQ', email: null, firstName: '' })
  })
})

describe('PPL-2: corrections', () => {
  test('are only what the other account says, and says otherwise', () => {
    const other = { ...known, phone: '+447700900999', email: 'm@example.com', address1: null, town: 'LIVERPOOL' }
    expect(differences(known, other)).toEqual([
      { field: 'phone', ours: '+447700900123', theirs: '+447700900999' },
      { field: 'email', ours: '', theirs: 'm@example.com' },
    ])
  })

  test('the order of ticks is no difference in how it is safe to make contact', () => {
    const safe = { channels: ['phone', 'text'] as const, times: [], timesNote: '', voicemail: 'no' as const, avoid: '' }
    const one = { ...known, safeContact: { ...safe, channels: ['phone', 'text'] as ('phone' | 'text')[] } }
    const other = { ...known, safeContact: { ...safe, channels: ['text', 'phone'] as ('phone' | 'text')[] } }
    expect(differences(one, other)).toEqual([])
    expect(differences(known, other).map(({ field }) => field)).toEqual(['safeContact'])
  })

  test('whatever is taken over differs no more, and nothing else changes', () => {
    const text = fc.option(fc.string({ maxLength: 12 }), { nil: null })
    const account = fc.record({ phone: text, email: text, address1: text, town: text })
    fc.assert(
      fc.property(account, account, (a, b) => {
        const [ours, theirs] = [
          { ...known, ...a },
          { ...known, ...b },
        ]
        const fields = differences(ours, theirs).map(({ field }) => field)
        const after = taking(ours, theirs, fields)
        expect(differences(after, theirs)).toEqual([])
        const untouched = Object.keys(ours).filter(key => !fields.includes(key as 'phone'))
        for (const key of untouched) expect(after[key as 'phone']).toBe(ours[key as 'phone'])
      }),
    )
  })
})

test('PPL-2: a next step has its day, and a day its step', () => {
  const contact = { way: 'phone', onDay: '2026-11-20', what: 'Rang about the hearing.' }
  expect(contactForm.safeParse(contact).success).toBe(true)
  const codes = (more: object) =>
    contactForm.safeParse({ ...contact, ...more }).error?.issues.map(({ path, message }) => `${path.join()} ${message}`)
  expect(codes({ nextStep: 'Ring the court' })).toEqual(['nextOn next_day'])
  expect(codes({ nextOn: '2026-12-01' })).toEqual(['nextStep next_step'])
  expect(codes({ minutes: 2000 })).toEqual(['minutes minutes'])
})

test('PPL-2: a year of months, the empty ones too', () => {
  const months = twelveMonths([{ month: '2026-01', contacts: 3, minutes: 50, people: 2 }], '2026-02-28')
  expect(months.map(({ month }) => month)).toEqual([
    ...['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'],
    ...['2026-01', '2026-02'],
  ])
  expect(months.at(-2)?.contacts).toBe(3)
})
