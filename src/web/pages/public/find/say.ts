/** A public service in a few words: where, when, how one comes to it. */
import type { PublicService } from '../../../../db/open-data/directory.ts'
import type { PublicResult } from '../../../../db/open-data/search.ts'
import { openness } from '../../../../domain/hours.ts'
import type { Circumstance } from '../../../../domain/public-search.ts'
import { type Way, ways } from '../../../../domain/service-sections.ts'
import { formatClock, formatDistance, type T } from '../../../../words/index.ts'
import { dayName } from '../../refer/reasons.ts'
import type { Site } from '../site.ts'

/** "Open now until 4pm", "Opens tomorrow at 9am"; nothing where it is not known. */
export function sayNow(t: T, { hours }: Pick<PublicService, 'hours'>, now: Date): string | null {
  const its = openness(hours, now)
  if (its.code === 'open_now') return t('publicDirectory.now.open', { closes: formatClock(t, its.closes) })
  if (its.code !== 'opens') return null
  const opens = formatClock(t, its.opens)
  if (its.daysAhead === 0) return t('publicDirectory.now.today', { opens })
  if (its.daysAhead === 1) return t('publicDirectory.now.tomorrow', { opens })
  return its.daysAhead < 7 ? t('publicDirectory.now.on', { day: dayName(t, its.weekday), opens }) : null
}

export function isOpenNow({ hours }: Pick<PublicService, 'hours'>, now: Date): boolean {
  return openness(hours, now).code === 'open_now'
}

type Found = Extract<PublicResult, { kind: 'service' }>

/** "Serves your area · 1.2 miles away"; without a place, the town. */
export function sayWhere(t: T, { service, cover, metres }: Found, isAbout: boolean): string | null {
  const serves =
    service.catchment.kind === 'everywhere'
      ? t('publicDirectory.where.everywhere')
      : cover === 'yes'
        ? t('publicDirectory.where.serves')
        : cover === 'check'
          ? t('publicDirectory.where.ask')
          : null
  const distance = metres === null ? service.city : sayDistance(t, metres, isAbout)
  return [serves, distance].filter(Boolean).join(' · ') || null
}

const metresInMile = 1609.344

/** Of a town or half a postcode no figure may look better than to a mile. */
function sayDistance(t: T, metres: number, isAbout: boolean): string {
  if (!isAbout) return t('publicDirectory.where.away', { distance: formatDistance(t, metres) })
  const miles = Math.max(1, Math.round(metres / metresInMile))
  return t('publicDirectory.where.about', { distance: formatDistance(t, miles * metresInMile) })
}

/** The easiest way in. */
export function sayWay(t: T, { ways: open }: Pick<PublicService, 'ways'>): string | null {
  const easiest = easiestFirst.find(way => open.includes(way))
  return easiest ? t(`publicDirectory.way.${easiest}`) : null
}
const easiestFirst = ['drop_in', 'self', 'phone', 'web_form', 'professional'] as const satisfies readonly Way[]

export function waysOf({ ways: open }: Pick<PublicService, 'ways'>): Way[] {
  return ways.filter(way => open.includes(way))
}

/** "Children at home: Under five": an option alone says too little. */
export function sayCircumstance({ network }: Pick<Site, 'network'>, { demographic, option }: Circumstance): string {
  const asked = network.demographics.find(({ key }) => key === demographic)
  const label = asked?.options.find(({ key }) => key === option)?.label
  return asked && label ? `${asked.label}: ${label}` : ''
}
