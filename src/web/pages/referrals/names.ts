/** How a referral's parts are called on its pages. */
import type { ViewedAssignment } from '../../../db/referrals/view.ts'
import { ageOn } from '../../../domain/person.ts'
import { type Assignment, keptBy, type Referral } from '../../../domain/referral.ts'
import { goneFrom, route } from '../../../domain/routing.ts'
import { formatDate, type Key, type T } from '../../../words/index.ts'
import type { ReferralData } from './load-referral.ts'
import { type ListQuery, listHref } from './query.ts'
import { bandOf } from './rows.tsx'

/** The person's name, or as much as this viewer may know. */
export function nameOf(t: T, { view }: ReferralData): string {
  const { content, lean, sight, file } = view
  const name =
    content && [content.person.title, content.person.firstName, content.person.lastName].filter(Boolean).join(' ')
  if (name) return name
  const knows = sight.level !== 'exists' && sight.identity !== 'nothing'
  return (knows && (lean.sharedName ?? lean.initials)) || t('referral.namelessOf', { reference: file.reference })
}

/** Age and place in a line: "34 years old, born 3 May 1992 · Liverpool". */
export function aboutOf(t: T, { view, now }: ReferralData): string {
  const { content, lean, sight, file } = view
  if (sight.level === 'exists') return ''
  const area = [file.outwardCode, lean.areaName].filter(Boolean).join(', ')
  const knows = sight.identity !== 'nothing'
  const age = content
    ? ageAndBirth(t, content.person.dateOfBirth, now)
    : knows && lean.ageBand && t('referral.band', { band: bandOf(lean.ageBand) })
  return [age, knows && area].filter(Boolean).join(' · ')
}

function ageAndBirth(t: T, born: string | null, now: Date): string {
  if (!born) return ''
  const age = ageOn(born, now.toISOString().slice(0, 10))
  return age === null ? '' : t('referral.bornAged', { date: birthOf(t, born), age })
}

/** As much of the date as is known. */
function birthOf(t: T, born: string): string {
  if (born.length === 10) return formatDate(t, born)
  return born.length === 4 ? born : formatDate(t, `${born}-01`).replace(/^\S+ /, '')
}

export function labelsOf({ view: { needs } }: Pick<ReferralData, 'view'>, ids: readonly string[]): string {
  return needs
    .filter(({ id }) => ids.includes(id))
    .map(({ label }) => label)
    .join(', ')
}

/** What an assignment holds now, or held to its end; what it was asked for where it kept nothing. */
export function heldBy(data: Pick<ReferralData, 'view'>, assignment: Assignment): string {
  const kept = keptBy(assignment)
  return labelsOf(data, kept.length > 0 ? kept : assignment.needIds)
}

/** The organisations asked next if this service passes some of its needs on; none: the coordinator's. */
export function nextAfter({ view }: Pick<ReferralData, 'view'>, assignment: ViewedAssignment): string[] {
  const { referral } = view.file
  if (assignment.via === 'placement') return []
  const kept = keptBy(assignment)
  const needs: Referral['needs'] = referral.needs
    .filter(({ id }) => kept.includes(id))
    .map(need => ({ ...need, status: 'unplaced' }))
  const gone = [...goneFrom(referral), { serviceId: assignment.serviceId, needId: null }]
  const { asks } = route(needs, referral.shortlist, gone)
  const next = asks.flatMap(({ serviceId }) => view.shortlist.find(one => one.serviceId === serviceId) ?? [])
  return [
    ...new Set(
      next.map(one =>
        one.organisationId === assignment.organisationId
          ? `${one.serviceName}, ${one.organisationName}`
          : one.organisationName,
      ),
    ),
  ]
}

/** A page of this referral, with the list's filters kept. */
export function keepQuery(path: string, query: ListQuery): string {
  const [, search] = listHref(query).split('?')
  return search ? `${path}?${search}` : path
}

/** For keys put together from a stored code. */
export function sayKey(t: T, key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const say = t as unknown as (key: string, values: Readonly<Record<string, string | number>>) => string
  return say(key, values)
}
