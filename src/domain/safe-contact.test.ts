import { describe, expect, test } from 'vitest'
import { checkSafeContact, mayEmail, mayLeaveVoicemail, mayText, safeContact, safeMoment } from './safe-contact.ts'

const record = (said: object) => safeContact.parse({ channels: ['phone', 'email'], ...said })
const utc = (moment: string) => new Date(`${moment}Z`)

describe('FORM-1: a message goes to a person only where it is safe', () => {
  test('by the channels that were named, and by none where nothing was said', () => {
    expect([mayEmail(record({})), mayText(record({}))]).toEqual([true, false])
    expect(mayEmail(record({ channels: [] }))).toBe(false)
    expect(mayEmail(null)).toBe(false)
  })

  test.each([
    ['benefits, Food Bank', 'Your reference with the food  bank network', false],
    ['benefits, Food Bank', 'Your reference with the Foodbank network', true],
    ['aid', 'You have paid nothing', true],
    ['café', 'Meet us at the CAFE', false],
    [' , ;', 'Anything', true],
  ])('words to avoid (%s) stop a message that says them: %s', (avoid, message, expected) => {
    expect(mayEmail(record({ avoid }), message)).toBe(expected)
  })

  test('a voicemail only when it was said to be fine', () => {
    expect(
      [record({}), record({ voicemail: 'yes' }), record({ channels: ['email'], voicemail: 'yes' })].map(
        mayLeaveVoicemail,
      ),
    ).toEqual([false, true, false])
  })

  test('at the times that were named', () => {
    const evening = record({ times: ['evenings', 'weekends'] })
    expect(safeMoment(evening, utc('2026-06-03T09:00'))).toEqual(utc('2026-06-03T16:00'))
    expect(safeMoment(evening, utc('2026-06-03T17:30'))).toEqual(utc('2026-06-03T17:30'))
    expect(safeMoment(evening, utc('2026-06-05T20:00'))).toEqual(utc('2026-06-06T08:00'))
    expect(safeMoment(record({}), utc('2026-06-03T03:00'))).toEqual(utc('2026-06-03T03:00'))
  })
})

test('FORM-1: it is asked whenever a phone or an email is given', () => {
  expect(() => checkSafeContact({ phone: '0151 496 0000' }, null)).toThrow(
    expect.objectContaining({ field: 'safeContact', values: { reason: 'not_asked' } }),
  )
  expect(() => checkSafeContact({ phone: '', email: null }, null)).not.toThrow()
  expect(() => checkSafeContact({ phone: '0151 496 0000' }, record({ channels: ['phone'] }))).not.toThrow()
})

test('a channel is safe only if there is a way to use it', () => {
  expect(() => checkSafeContact({ phone: '0151 496 0000' }, record({}))).toThrow(
    expect.objectContaining({ values: { reason: 'no_email' } }),
  )
  expect(() => checkSafeContact({ email: 'sam@example.org' }, record({}))).toThrow(
    expect.objectContaining({ values: { reason: 'no_phone' } }),
  )
})

test('unknown fields and channels are refused', () => {
  expect(safeContact.safeParse({ channels: ['pigeon'] }).success).toBe(false)
  expect(safeContact.safeParse({ channels: [], shout: true }).success).toBe(false)
})
