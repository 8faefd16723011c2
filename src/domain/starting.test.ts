import { expect, test } from 'vitest'
import type { Suggestion } from './matching.ts'
import { startingList } from './starting.ts'

const service = (serviceId: string, meets: string): Suggestion => ({
  ...{ serviceId, organisationId: serviceId.split(' ')[0] ?? '', meets: [...meets] },
  ...{ score: 0, metres: null, reasons: [] },
})
const suggested = [service('south 1', 'AB'), service('north 2', 'A'), service('north 1', 'A'), service('east 1', 'B')]
const list = (organisationId: string, serviceId: string | null = null, perNeed = 3) =>
  startingList(suggested, { organisationId, serviceId }, perNeed).map(one => one.serviceId)

test('FORM-10: its best eligible service is first, alone for what it meets; others stand by for the rest', () => {
  expect(list('north')).toEqual(['north 2', 'south 1', 'east 1'])
  expect(list('south')).toEqual(['south 1'])
})

test('FORM-10: the service that was looked at is meant, where it suits', () => {
  expect(list('north', 'north 1')).toEqual(['north 1', 'south 1', 'east 1'])
  expect(list('north', 'north 9')).toEqual(['north 2', 'south 1', 'east 1'])
})

test('FORM-10: where none of its services suits, the suggestions are the usual ones', () => {
  expect(list('west', null, 1)).toEqual(['south 1'])
})
