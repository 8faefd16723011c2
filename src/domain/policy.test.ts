/** SECURITY's matrix, row by row: who sees what of a referral. */
import { describe, expect, test } from 'vitest'
import { networkSettings } from './network.ts'
import { type Actor, may, partiesOf, type Sides, type Standing, sightOf } from './policy.ts'

const rules = networkSettings.parse({})
const member: Actor = {
  userId: 'u',
  name: 'Ama',
  organisationId: 'own',
  organisationName: 'Northbank',
  role: 'member',
  networks: [{ id: 'mersey', agreed: true }],
  coordinates: [],
  commissions: [],
  administrator: false,
  scopes: null,
}
const sides = (standing: Standing | null, over: Partial<Sides> = {}): Sides => ({
  networkId: 'mersey',
  restricted: false,
  consentWithdrawn: false,
  parties: standing
    ? [
        { organisationId: 'own', standing },
        { organisationId: 'else', standing: 'helping' },
      ]
    : [{ organisationId: 'else', standing: 'helping' }],
  ...over,
})
const level = (actor: Partial<Actor>, of: Sides, over = {}) =>
  sightOf({ ...member, ...actor }, of, { ...rules, ...over }).level

describe('RES-13, SECURITY visibility', () => {
  test.each(['sender', 'waiting', 'helping', 'closed', 'referred_on'] as const)('%s sees everything', standing => {
    expect(level({}, sides(standing))).toBe('full')
  })

  test('who declined sees what any other member sees, and its own notes and actions', () => {
    expect(sightOf(member, sides('gone'), rules)).toEqual({
      level: 'row',
      identity: 'initials',
      notes: 'own',
      history: 'own',
    })
    expect(level({}, sides('gone'), { membersSee: 'nothing' })).toBe('exists')
  })

  test('another member sees a row, or nothing where the network says so; a stranger nothing', () => {
    expect(level({}, sides(null))).toBe('row')
    expect(level({}, sides(null), { membersSee: 'nothing' })).toBe('none')
    expect(level({ networks: [{ id: 'other', agreed: true }] }, sides(null))).toBe('none')
    expect(level({ networks: [{ id: 'other', agreed: true }] }, sides('helping'))).toBe('none')
  })

  test('closed and referred on: notes and history end where its part ended', () => {
    expect(sightOf(member, sides('closed'), rules)).toMatchObject({ notes: 'to_exit', history: 'to_exit' })
  })

  test('where identity waits for acceptance, who is asked sees the need and not the person', () => {
    expect(sightOf(member, sides('waiting'), { ...rules, identityBeforeAcceptance: false })).toEqual({
      level: 'limited',
      identity: 'initials',
      notes: 'own',
      history: 'all',
    })
    expect(level({}, sides('helping'), { identityBeforeAcceptance: false })).toBe('full')
  })

  test('RES-16: a restricted referral shows nothing to those not asked or helping', () => {
    const restricted = { restricted: true }
    expect(level({}, sides(null, restricted))).toBe('none')
    expect(level({}, sides('gone', restricted))).toBe('none')
    expect(level({}, sides('shortlisted', restricted))).toBe('none')
    expect(level({}, sides('waiting', restricted))).toBe('full')
  })

  test('the coordinator sees everything; of a restricted referral that it exists, unless the glass is broken', () => {
    const coordinator = { organisationId: 'council', networks: [], coordinates: ['mersey'] }
    expect(level(coordinator, sides(null))).toBe('full')
    expect(level(coordinator, sides(null, { restricted: true }))).toBe('exists')
    expect(level(coordinator, sides(null, { restricted: true, openedBy: ['u'] }))).toBe('full')
    expect(level(coordinator, sides(null, { restricted: true, openedBy: ['somebody else'] }))).toBe('exists')
    expect(level({ ...coordinator, coordinates: ['other'] }, sides(null))).toBe('none')
  })

  test('ADM-3: an administrator sees that it exists; a commissioner does not', () => {
    const outside = { organisationId: null, networks: [] }
    expect(level({ ...outside, administrator: true }, sides(null))).toBe('exists')
    expect(level({ ...outside, commissions: ['mersey'] }, sides(null))).toBe('none')
  })

  test('PUB-3: once the person withdrew consent nobody reads it; the sender knows that it was', () => {
    const withdrawn = { consentWithdrawn: true }
    expect(level({}, sides('helping', withdrawn))).toBe('none')
    expect(level({}, sides('gone', withdrawn))).toBe('none')
    expect(level({}, sides('sender', withdrawn))).toBe('exists')
  })

  test('without the current agreement no new referral is seen, and cases stay', () => {
    const lapsed = { networks: [{ id: 'mersey', agreed: false }] }
    expect(level(lapsed, sides('waiting'))).toBe('none')
    expect(level(lapsed, sides('helping'))).toBe('full')
    expect(level(lapsed, sides(null))).toBe('none')
  })

  test('a token without the scope sees nothing', () => {
    expect(level({ scopes: ['directory:read'] }, sides('helping'))).toBe('none')
    expect(level({ scopes: ['referrals:read'] }, sides('helping'))).toBe('full')
  })
})

describe('who may act', () => {
  test('as recipient on its own assignment, as referrer on what it sent, as both where it is both', () => {
    expect(partiesOf(member, sides('helping'), { organisationId: 'own' })).toEqual(['recipient'])
    expect(partiesOf(member, sides('sender'), { organisationId: 'else' })).toEqual(['referrer'])
    expect(partiesOf(member, sides('sender'), { organisationId: 'own' })).toEqual(['recipient', 'referrer'])
  })

  test('RES-16: as coordinator on a restricted referral only by break-glass, as recipient all the same', () => {
    const one = { ...member, coordinates: ['mersey'] }
    const acts = (openedBy?: string[], standing: Standing = 'gone') =>
      partiesOf(one, sides(standing, { restricted: true, ...(openedBy && { openedBy }) }), { organisationId: 'own' })
    expect(acts(undefined, 'helping')).toEqual(['recipient'])
    expect(acts(['somebody else'])).toEqual(['recipient'])
    expect(acts([one.userId])).toEqual(['recipient', 'coordinator'])
    expect(partiesOf(one, sides(null), { organisationId: 'else' })).toEqual(['coordinator'])
    expect(partiesOf(one, sides(null, { restricted: true }), { organisationId: 'else' })).toEqual([])
  })

  test('nobody by a token that may only read, nor without the agreement', () => {
    expect(partiesOf({ ...member, scopes: ['referrals:read'] }, sides('helping'), { organisationId: 'own' })).toEqual(
      [],
    )
    expect(
      partiesOf({ ...member, networks: [{ id: 'mersey', agreed: false }] }, sides('waiting'), {
        organisationId: 'own',
      }),
    ).toEqual([])
  })

  test('NAV-1: what each role may do anywhere', () => {
    expect(may(member, 'refer')).toBe(true)
    expect(may(member, 'coordinate')).toBe(false)
    expect(may({ ...member, role: 'primary' }, 'manageOrganisation')).toBe(true)
    expect(may({ ...member, organisationId: null, networks: [], commissions: ['mersey'] }, 'readReferrals')).toBe(false)
    expect(may({ ...member, organisationId: null, networks: [], commissions: ['mersey'] }, 'readReports')).toBe(true)
  })
})
