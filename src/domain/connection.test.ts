import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connectionActsFor, connectionState, divideNeeds } from './connection.ts'

const day = new Date('2026-03-02T12:00:00Z')

describe('NET-4: a connection', () => {
  const asked = { networkId: 'north', acceptedAt: null, endedAt: null }

  test('is asked for by one and answered by the other; either ends it', () => {
    expect(connectionState(asked, 'north')).toBe('asking')
    expect(connectionState(asked, 'south')).toBe('asked')
    expect(connectionActsFor('asking')).toEqual(['end'])
    expect(connectionActsFor('asked')).toEqual(['accept', 'end'])
    for (const from of ['north', 'south']) {
      expect(connectionState({ ...asked, acceptedAt: day }, from)).toBe('connected')
      expect(connectionState({ ...asked, acceptedAt: day, endedAt: day }, from)).toBe('ended')
    }
    expect([connectionActsFor('connected'), connectionActsFor('ended')]).toEqual([['end'], []])
  })
})

describe('NET-4: a submission divided among networks', () => {
  const offering = (id: string, ...open: string[]) => ({
    id,
    categories: new Map([...open, `${id} old`].map(one => [one, { retired: !open.includes(one) }])),
  })
  const north = offering('north', 'food', 'debt')
  const south = offering('south', 'advice')
  const divided = (...needs: string[]) =>
    divideNeeds(needs, [north, south]).map(part => [part.network.id, ...part.needs])

  test('each need goes to its own network; one without any has no part', () => {
    expect(divided('advice', 'food', 'food')).toEqual([
      ['north', 'food'],
      ['south', 'advice'],
    ])
    expect(divided('debt')).toEqual([['north', 'debt']])
    expect(divided('advice')).toEqual([['south', 'advice']])
  })

  test('what nobody offers any more is in no part, and the form’s own network answers for it', () => {
    expect(divided('north old', 'nonsense')).toEqual([['north']])
  })

  test('no need is lost or sent twice', () => {
    const any = fc.array(fc.constantFrom('food', 'debt', 'advice', 'south old', 'nonsense'))
    fc.assert(
      fc.property(any, needs => {
        const sent = divideNeeds(needs, [north, south]).flatMap(part => part.needs)
        const known = new Set(needs.filter(need => ['food', 'debt', 'advice'].includes(need)))
        expect(sent.toSorted()).toEqual([...known].toSorted())
      }),
    )
  })
})
