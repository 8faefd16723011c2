/** Why a service is suggested, or why not, in words (SUG-3). The rules give codes and figures alone. */
import type { Network } from '../../../db/networks.ts'
import type { Objection, Reason } from '../../../domain/matching.ts'
import { labelOfQuestion } from '../../../domain/questions/labels.ts'
import { countedIn } from '../../../words/counted.ts'
import { formatClock, formatDistance, formatList, type T } from '../../../words/index.ts'

/** `check`: for the service to find out; `against`: it still can be asked, but. */
export type Said = { text: string; tone: 'for' | 'check' | 'against' }
export type Telling = { t: T; network: Network; outward: string | null }

export function wordReason({ t, network, outward }: Telling, reason: Reason): Said {
  switch (reason.code) {
    case 'meets':
      return pro(t('suggestion.reasonText.meets', { needs: labelsOf(t, network, reason.categoryIds) }))
    case 'room':
      return pro(t('suggestion.reasonText.room', reason))
    case 'unlimited':
      return pro(t('suggestion.reasonText.unlimited'))
    case 'full':
      return { text: t('suggestion.reasonText.full', reason), tone: 'against' }
    case 'distance':
      return pro(wordDistance(t, reason))
    case 'answer':
      return pro(t('suggestion.reasonText.answer', { question: questionOf(t, network, reason) }))
    case 'covers':
      return pro(
        outward ? t('suggestion.reasonText.covers', { place: outward }) : t('suggestion.reasonText.coversArea'),
      )
    case 'open_now':
      return pro(t('suggestion.reasonText.open_now'))
    case 'opens':
      return pro(wordOpening(t, reason))
    case 'check_area':
      return check(t('suggestion.reasonText.check_area'))
    case 'check_age':
      return check(t('suggestion.reasonText.check_age', { ages: wordAges(t, reason) }))
    case 'check_group':
      return check(t('suggestion.reasonText.check_group', { groups: groupsOf(t, network, reason) }))
    case 'check_number':
      return check(t('suggestion.reasonText.check_number', countedIn(t, network, reason)))
  }
}

export function wordObjection({ t, network }: Telling, objection: Objection): string {
  if (objection.code === 'age') return t('suggestion.objectionText.age', { ages: wordAges(t, objection) })
  if (objection.code === 'group')
    return t('suggestion.objectionText.group', { groups: groupsOf(t, network, objection) })
  if (objection.code === 'number') return t('suggestion.objectionText.number', countedIn(t, network, objection))
  if (objection.code === 'answer')
    return t('suggestion.objectionText.answer', { question: questionOf(t, network, objection) })
  return t(`suggestion.objectionText.${objection.code}`)
}

export function labelsOf(t: T, { categories }: Pick<Network, 'categories'>, ids: readonly string[]): string {
  return formatList(
    t,
    ids.map(id => categories.get(id)?.label ?? ''),
  )
}

function wordDistance(t: T, { metres, approximate }: Extract<Reason, { code: 'distance' }>): string {
  if (!approximate) return t('suggestion.reasonText.distance', { distance: formatDistance(t, metres) })
  // Half a postcode is good to a mile or so, and no figure may look better than that.
  const miles = Math.max(1, Math.round(metres / metresInMile))
  return t('suggestion.reasonText.distanceAbout', { distance: formatDistance(t, miles * metresInMile) })
}

function wordOpening(t: T, { daysAhead, weekday, opens, closes }: Extract<Reason, { code: 'opens' }>): string {
  const day =
    daysAhead === 0 ? t('suggestion.days.today') : daysAhead === 1 ? t('suggestion.days.tomorrow') : dayName(t, weekday)
  return t('suggestion.reasonText.opens', {
    day,
    opens: formatClock(t, opens),
    closes: formatClock(t, closes),
  })
}

/** `weekday` 1 is Monday. */
export function dayName(t: T, weekday: number): string {
  return t(`suggestion.days.${weekdays[weekday - 1] ?? 'monday'}`)
}
const metresInMile = 1609.344
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

function wordAges(t: T, { from, to }: { from: number | null; to: number | null }): string {
  if (from !== null && to !== null) return t('suggestion.ages.between', { from, to })
  return from !== null ? t('suggestion.ages.from', { from }) : t('suggestion.ages.to', { to: to ?? '' })
}

function questionOf(t: T, { form }: Network, { question }: { question: string }): string {
  return labelOfQuestion(form.questions, question, t.language)
}

function groupsOf(t: T, { demographics }: Network, { demographic, groups }: { demographic: string; groups: string[] }) {
  const options = demographics.find(({ key }) => key === demographic)?.options ?? []
  return formatList(
    t,
    groups.map(group => options.find(({ key }) => key === group)?.label ?? group),
  )
}

const pro = (text: string): Said => ({ text: `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`, tone: 'for' })
const check = (text: string): Said => ({ text, tone: 'check' })
