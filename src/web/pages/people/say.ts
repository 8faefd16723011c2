/** How a person, a time spent and a day are put in words. */

import type { Details } from '../../../domain/people.ts'
import { ageOn } from '../../../domain/person.ts'
import { showPhone } from '../../../domain/phone.ts'
import { preferredContacts } from '../../../domain/submission.ts'
import { dayOf } from '../../../domain/week.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { safeSentences } from '../referrals/view/contact.tsx'

type Named = Pick<Details, 'firstName' | 'lastName'> & { title?: string | null }

export function nameOf(t: T, { title, firstName, lastName }: Named): string {
  return [title, firstName, lastName].filter(Boolean).join(' ') || t('people.nameless')
}

/** "41 years old, born 29 February 1984"; as much of the date as is known. */
export function ageOf(t: T, born: string | null, now: Date): string {
  if (!born) return ''
  const age = ageOn(born, dayOf(now))
  const date = birthOf(t, born)
  return age === null ? t('people.born', { date }) : t('people.bornAged', { date, age })
}

/** 1987, 1987-04 and 1987-04-23 as people write them. */
export function birthOf(t: T, born: string): string {
  if (born.length === 10) return formatDate(t, born)
  return born.length === 4 ? born : formatDate(t, `${born}-01`).replace(/^\S+ /, '')
}

/** "25 minutes", "3 h 40 min". */
export function timeOf(t: T, minutes: number): string {
  if (minutes < 60) return t('people.time.minutes', { count: minutes })
  return t('people.time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** A stored value as the page shows it. */
export function detailOf(t: T, details: Details, field: keyof Details): string {
  if (field === 'safeContact') return details.safeContact ? safeSentences(t, details.safeContact).join(' ') : ''
  const value = details[field] ?? ''
  if (value === '') return ''
  if (field === 'dateOfBirth') return birthOf(t, value)
  if (field === 'phone') return showPhone(value)
  if (field === 'preferredContact') return contactOf(t, value)
  return value
}

/** A way that a network's own list has is known here by its key alone. */
function contactOf(t: T, key: string): string {
  const known = preferredContacts.find(one => one === key)
  return known ? t(`form.contactBy.${known}`) : key
}

export function addressOf({ address1, address2, town, county, postcode }: Details): string[] {
  return [address1, address2, town, county, postcode].filter((line): line is string => Boolean(line))
}

/** 2026-11 as "November 2026". */
export function monthOf(t: T, month: string): string {
  return formatDate(t, `${month}-01`).replace(/^\S+ /, '')
}
