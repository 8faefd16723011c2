import { expect, test } from 'vitest'
import {
  formatAge,
  formatDate,
  formatDateTime,
  formatDay,
  formatDistance,
  formatList,
  formatNumber,
  formatTime,
  translator,
} from './index.ts'

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

test('Welsh counts in six ways, and the noun changes after 2, 3 and 6', () => {
  const said = (key: 'time.miles' | 'question.opened') => [0, 1, 2, 3, 6, 11].map(count => cymraeg(key, { count }))
  expect(said('time.miles')).toEqual(['0 milltir', '1 filltir', '2 filltir', '3 milltir', '6 milltir', '11 milltir'])
  expect(said('question.opened').map(text => text.slice(0, 12))).toEqual([
    ...['0 cwestiwn a', '1 cwestiwn a', '2 gwestiwn a', '3 chwestiwn ', '6 chwestiwn ', '11 cwestiwn '],
  ])
})

test('a Welsh list says “ac” before a vowel', () => {
  expect(formatList(cymraeg, ['Tai', 'Bwyd', 'Arian'])).toBe('Tai, Bwyd ac Arian')
  expect(formatList(cymraeg, ['Arian', 'Tai'])).toBe('Arian a Tai')
  expect(formatList(cymraeg, ['Arian'])).toBe('Arian')
  expect(formatList(t, ['Food', 'Advice'])).toBe('Food and Advice')
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
  expect(formatDateTime(cymraeg, new Date('2026-06-04T08:32:00Z'))).toBe('4 Mehefin 2026 am 9:32am')
  expect(formatDateTime(cymraeg, new Date('2026-12-04T12:00:00Z'))).toBe('4 Rhagfyr 2026 am canol dydd')
  expect(formatDay(cymraeg, '2026-11-21')).toBe('Dydd Sadwrn 21 Tachwedd')
  expect(formatTime(cymraeg, new Date('2026-12-04T17:05:00Z'))).toBe('5:05pm')
  expect(formatNumber(cymraeg, 3929)).toBe('3,929')
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

test('a value is a value: what looks like a place for another one, or like another text, is said as it is', () => {
  const name = '{{email}} $t(auth.signIn)'
  expect(translator('en')('auth.sso.go', { name })).toBe(`Sign in with ${name}`)
})
