import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  defaultHow,
  digestMoment,
  duties,
  type How,
  hows,
  howTold,
  kindNames,
  kindOf,
  mayTurnOff,
  notices,
} from './notices.ts'

const choice = fc.option(fc.constantFrom<How>(...hows), { nil: null })

describe('RES-2: who is told how', () => {
  test('as each chose, at once where nothing was chosen', () => {
    expect(howTold('sent', [null, 'daily', 'off'])).toEqual(['now', 'daily', 'off'])
  })

  test('a letter that is no choice always goes at once', () => {
    expect(kindOf('person_sent')).toBeNull()
    expect(howTold(null, ['off', 'daily'])).toEqual(['now', 'now'])
  })

  test('what duty requires reaches somebody, whatever was switched off', () => {
    fc.assert(
      fc.property(fc.constantFrom(...duties), fc.array(choice, { minLength: 1, maxLength: 6 }), (kind, chosen) => {
        expect(howTold(kind, chosen).some(how => how !== 'off')).toBe(true)
      }),
    )
  })

  test('nobody who switched it off is told while somebody else is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kindNames), fc.array(choice, { maxLength: 6 }), (kind, chosen) => {
        const told = howTold(kind, chosen)
        if (chosen.some(how => how !== 'off')) expect(told).toEqual(chosen.map(how => how ?? 'now'))
      }),
    )
  })

  test('only who is told besides frees somebody from a duty', () => {
    expect(kindNames.filter(kind => mayTurnOff(kind, 0))).toEqual(['received', 'sent'])
    expect(kindNames.every(kind => mayTurnOff(kind, 1))).toBe(true)
  })

  test('a member is told of their own referrals, and of the organisation’s once they choose to be', () => {
    const member = { role: 'member', notify: false } as const
    expect(kindNames.map(kind => defaultHow(member, kind))).toEqual(['off', 'off', 'now', 'now', 'now'])
    expect(defaultHow({ ...member, notify: true }, 'asked')).toBe('now')
    expect(defaultHow({ role: 'primary', notify: false }, 'asked')).toBe('now')
  })

  test('every letter to an organisation, a referrer or a coordinator is of a kind, but that a restriction was broken and what the person asks for', () => {
    const addressed = ['person', 'source', 'chosen']
    const letters = Object.values(notices).flat()
    const without = letters.filter(({ to, template }) => !addressed.includes(to) && kindOf(template) === null)
    expect([...new Set(without.map(({ template }) => template))]).toEqual([
      'break_glass',
      'not_called',
      'consent_withdrawn',
    ])
  })
})

describe('RES-2: the daily letter', () => {
  const at = (iso: string) => digestMoment(new Date(iso)).toISOString()
  test('is of half past seven in the morning, in winter and in summer', () => {
    expect(at('2026-01-15T07:29:59Z')).toBe('2026-01-14T07:30:00.000Z')
    expect(at('2026-01-15T07:30:00Z')).toBe('2026-01-15T07:30:00.000Z')
    expect(at('2026-07-15T06:30:00Z')).toBe('2026-07-15T06:30:00.000Z')
    expect(at('2026-07-15T06:29:00Z')).toBe('2026-07-14T06:30:00.000Z')
  })
  test('is there on the days when the clocks change', () => {
    expect(at('2026-03-29T12:00:00Z')).toBe('2026-03-29T06:30:00.000Z')
    expect(at('2026-10-25T12:00:00Z')).toBe('2026-10-25T07:30:00.000Z')
  })
})
