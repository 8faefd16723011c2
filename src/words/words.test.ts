import { expect, test } from 'vitest'
import { formatAge, formatDate, formatDateTime, formatDistance, translator } from './index.ts'

const t = translator('en')
const cymraeg = translator('cy')

test('a text takes its values as they are, for Preact escapes them when it renders', () => {
  expect(t('nav.accountOf', { name: 'Ama O’Hara & son', organisation: '<Northbank>' })).toBe(
    'Ama O’Hara & son, <Northbank>',
  )
})

test('one and several are told apart by the count', () => {
  expect(t('home.waiting', { count: 1 })).toBe('One person is waiting for you')
  expect(t('home.waiting', { count: 2 })).toBe('2 people are waiting for you')
})

test('a thousand and more are written with separators', () => {
  expect(t('home.waiting', { count: 3929 })).toBe('3,929 people are waiting for you')
  expect(t('home.waiting', { count: 999 })).toBe('999 people are waiting for you')
})

test('English stands in where Welsh is not written yet', () => {
  expect(cymraeg('nav.home')).toBe('Hafan')
  expect(cymraeg('ui.thereIsAProblem')).toBe('There is a problem')
  expect(cymraeg('time.days', { count: 2 })).toBe('2 ddiwrnod')
  expect(cymraeg('home.waiting', { count: 2 })).toBe('2 people are waiting for you')
})

test('a misspelt key or a missing value does not compile', () => {
  // @ts-expect-error no such text
  expect(t('nav.hom')).toBe('nav.hom')
  // @ts-expect-error the text needs a count
  t('home.waiting')
})

test('dates read as people write them, in UK time on both sides of the clock change', () => {
  expect(formatDateTime(t, new Date('2026-06-04T08:32:00Z'))).toBe('4 June 2026 at 9:32am')
  expect(formatDateTime(t, new Date('2026-12-04T12:00:00Z'))).toBe('4 December 2026 at midday')
  expect(formatDateTime(t, new Date('2026-10-25T00:00:00Z'))).toBe('25 October 2026 at 1am')
  expect(formatDate(t, '1992-02-29')).toBe('29 February 1992')
  expect(formatDate(cymraeg, '1992-02-29')).toBe('29 Chwefror 1992')
})

test('ages are counted in calendar days, also over the night the clocks change', () => {
  const now = new Date('2026-10-25T12:00:00Z')
  expect(formatAge(t, new Date('2026-10-25T00:30:00Z'), now)).toBe('today')
  expect(formatAge(t, new Date('2026-10-24T12:00:00Z'), now)).toBe('yesterday')
  expect(formatAge(t, new Date('2026-10-22T22:30:00Z'), now)).toBe('3 days')
})

test('distances are in miles, no more exact than is useful', () => {
  expect(formatDistance(t, 300)).toBe('under half a mile')
  expect(formatDistance(t, 1609)).toBe('1 mile')
  expect(formatDistance(t, 1931)).toBe('1.2 miles')
  expect(formatDistance(t, 40_000)).toBe('25 miles')
})
