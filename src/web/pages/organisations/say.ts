/** Services in words: whether they take referrals, how much room, how far they reach, when they open next. */
import type { OverviewService } from '../../../db/directory/services.ts'
import type { Network } from '../../../db/networks.ts'
import { type Availability, takesReferrals } from '../../../domain/availability.ts'
import type { Catchment } from '../../../domain/catchment.ts'
import { openness, type Span } from '../../../domain/hours.ts'
import { fits, roomIn } from '../../../domain/service.ts'
import { formatClock, formatDate, formatDistance, formatList, type T } from '../../../words/index.ts'
import { wordObjection, wordReason } from '../refer/reasons.ts'

export function sayAvailability(t: T, availability: Availability): string {
  if (availability.code !== 'paused') return t(`directory.availability.${availability.code}`)
  const { until } = availability
  return until
    ? t('directory.availability.pausedUntil', { date: formatDate(t, until) })
    : t('directory.availability.paused')
}

/** Of an organisation: whether any of its services takes referrals, or why the first does not. */
export function sayTaking(t: T, services: readonly Pick<OverviewService, 'availability'>[]): string {
  const open = services.find(({ availability }) => takesReferrals(availability))
  if (open) return t('directory.availability.open')
  const [first] = services
  return first ? sayAvailability(t, first.availability) : t('directory.availability.noServices')
}

export function sayRoom(t: T, { capacity, cases, waiting }: OverviewService): string {
  const free = roomIn({ capacity, cases, waiting })
  if (capacity === null || free === null) return t('directory.room.unlimited')
  if (capacity === 0) return t('directory.room.none')
  return free > 0
    ? t('directory.room.freeOf', { free, capacity })
    : t('directory.room.full', { used: cases + waiting, capacity })
}

/** `names` of authorities by code; `venue` where a radius begins. */
export function sayReach(
  t: T,
  catchment: Catchment,
  names: ReadonlyMap<string, string>,
  venue?: string | null,
): string {
  switch (catchment.kind) {
    case 'everywhere':
      return t('directory.reach.everywhere')
    case 'network':
      return t('directory.reach.network')
    case 'authorities':
      return few(
        t,
        catchment.authorities.map(code => names.get(code) ?? code),
      )
    case 'districts':
      return t('directory.reach.districts', { districts: few(t, catchment.districts) })
    case 'radius': {
      const distance = formatDistance(t, catchment.metres)
      return venue ? t('directory.reach.radius', { distance, venue }) : t('directory.reach.radiusPlain', { distance })
    }
    case 'drawn':
      return t('directory.reach.drawn')
  }
}

/** "Open now", "Open tomorrow 9am to 5pm"; nothing where it is not known. */
export function sayOpening(t: T, network: Network, { hours }: OverviewService, at: Date): string | null {
  const its = openness(hours, at)
  const telling = { t, network, outward: null }
  if (its.code === 'open_now') return wordReason(telling, { code: 'open_now' }).text
  if (its.code !== 'opens') return null
  return wordReason(telling, { ...its, at: its.at.toISOString() }).text
}

/** "Only supports people aged 60 or over", line by line; none for everyone. */
export function sayRestrictions(t: T, network: Network, restrictions: unknown): string[] {
  const nobody = { age: null, groups: {} }
  return fits((restrictions ?? {}) as Parameters<typeof fits>[0], nobody).map(({ fit: _, ...it }) =>
    wordObjection({ t, network, outward: null }, it.code === 'group' ? { ...it, groups: [...it.groups] } : it),
  )
}

export function saySpan(t: T, { opens, closes }: Pick<Span, 'opens' | 'closes'>): string {
  return t('directory.calendar.span', { opens: formatClock(t, opens), closes: formatClock(t, closes) })
}

const most = 7
function few(t: T, names: readonly string[]): string {
  if (names.length <= most + 1) return formatList(t, names)
  return t('directory.reach.more', { names: names.slice(0, most).join(', '), count: names.length - most })
}
