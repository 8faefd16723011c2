/** Why a service is suggested, or is not, in words beside the code. */
import type { Network } from '../../db/networks.ts'
import type { Objection, Reason } from '../../domain/matching.ts'
import { labelOfQuestion } from '../../domain/questions/labels.ts'
import { countedIn } from '../../words/counted.ts'
import { formatClock, formatDistance, formatList, type T } from '../../words/index.ts'

type Names = Pick<Network, 'categories' | 'demographics' | 'form'>

export function sayReason(t: T, reason: Reason, names: Names): string {
  switch (reason.code) {
    case 'meets':
      return t('suggestion.reasonText.meets', { needs: labels(t, names, reason.categoryIds) })
    case 'room':
      return t('suggestion.reasonText.room', { free: reason.free, capacity: reason.capacity })
    case 'full':
      return t('suggestion.reasonText.full', { used: reason.used, capacity: reason.capacity })
    case 'distance':
      return sayDistance(t, reason)
    case 'answer':
      return t('suggestion.reasonText.answer', { question: questionOf(t, names, reason) })
    case 'covers':
      return t('suggestion.reasonText.coversArea')
    case 'opens':
      return t('suggestion.reasonText.opens', {
        day: dayOf(t, reason),
        opens: formatClock(t, reason.opens),
        closes: formatClock(t, reason.closes),
      })
    case 'check_age':
      return t('suggestion.reasonText.check_age', { ages: sayAges(t, reason) })
    case 'check_group':
      return t('suggestion.reasonText.check_group', { groups: groupsOf(t, names, reason) })
    case 'check_number':
      return t('suggestion.reasonText.check_number', countedIn(t, names, reason))
    default:
      return t(`suggestion.reasonText.${reason.code}`)
  }
}

export function sayObjection(t: T, objection: Objection, names: Names): string {
  switch (objection.code) {
    case 'age':
      return t('suggestion.objectionText.age', { ages: sayAges(t, objection) })
    case 'answer':
      return t('suggestion.objectionText.answer', { question: questionOf(t, names, objection) })
    case 'group':
      return t('suggestion.objectionText.group', { groups: groupsOf(t, names, objection) })
    case 'number':
      return t('suggestion.objectionText.number', countedIn(t, names, objection))
    default:
      return t(`suggestion.objectionText.${objection.code}`)
  }
}

function sayDistance(t: T, { metres, approximate }: { metres: number; approximate: boolean }): string {
  const distance = formatDistance(t, metres)
  return t(approximate ? 'suggestion.reasonText.distanceAbout' : 'suggestion.reasonText.distance', { distance })
}

function sayAges(t: T, { from, to }: { from: number | null; to: number | null }): string {
  if (from !== null && to !== null) return t('suggestion.ages.between', { from, to })
  return from !== null ? t('suggestion.ages.from', { from }) : t('suggestion.ages.to', { to: to ?? 0 })
}

function dayOf(t: T, { daysAhead, at }: { daysAhead: number; at: string }): string {
  if (daysAhead === 0) return t('suggestion.days.today')
  if (daysAhead === 1) return t('suggestion.days.tomorrow')
  return new Intl.DateTimeFormat(t.language, { weekday: 'long', timeZone: 'Europe/London' }).format(new Date(at))
}

function questionOf(t: T, { form }: Names, { question }: { question: string }): string {
  return labelOfQuestion(form.questions, question, t.language)
}

function labels(t: T, { categories }: Names, ids: readonly string[]): string {
  return formatList(
    t,
    ids.map(id => categories.get(id)?.label ?? ''),
  )
}

function groupsOf(t: T, { demographics }: Names, { demographic, groups }: Grouped): string {
  const options = demographics.find(({ key }) => key === demographic)?.options ?? []
  const named = groups.map(group => options.find(({ key }) => key === group)?.label ?? group)
  return formatList(t, named)
}
type Grouped = { demographic: string; groups: readonly string[] }
