/** What is known of a service, in words: whom it is for, when it is open, how far it reaches, how full it is. */
import type { Network } from '../../../db/networks.ts'
import type { KeptService } from '../../../db/services/kept.ts'
import type { Catchment } from '../../../domain/catchment.ts'
import type { Span } from '../../../domain/hours.ts'
import { openingLines } from '../../../domain/opening-words.ts'
import type { Restrictions } from '../../../domain/service.ts'
import { countedIn } from '../../../words/counted.ts'
import { formatChoice, formatClock, formatList, formatNumber, type T } from '../../../words/index.ts'

const metresInMile = 1609.344
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** "Only people aged 60 or over", one sentence each; none for everyone. */
export function sayRestrictions(
  t: T,
  { demographics }: Pick<Network, 'demographics'>,
  { ages, numbers = {}, groups = {} }: Restrictions,
): string[] {
  const only = Object.entries(groups).flatMap(([key, allowed]) => {
    const demographic = demographics.find(one => one.key === key)
    if (!demographic) return []
    const labels = allowed.map(group => demographic.options.find(({ key }) => key === group)?.label ?? group)
    return [t('service.only.groups', { demographic: demographic.label, groups: formatChoice(t, labels) })]
  })
  const counted = Object.entries(numbers).flatMap(([key, bounds]) => {
    const known = demographics.some(one => one.key === key) && (bounds.from !== null || bounds.to !== null)
    return known ? [t('service.only.number', countedIn(t, { demographics }, { demographic: key, ...bounds }))] : []
  })
  return [...sayAges(t, ages), ...counted, ...only]
}

function sayAges(t: T, ages: Restrictions['ages']): string[] {
  if (!ages) return []
  const { from, to } = ages
  if (from !== null && to !== null) return [t('service.only.between', { from, to })]
  if (from !== null) return [t('service.only.from', { from })]
  return to !== null ? [t('service.only.to', { to })] : []
}

/** "Monday to Friday: 9am to 5pm", a line for each kind of day. */
export function sayHours(t: T, spans: readonly Span[]): string[] {
  return openingLines(spans).map(line => {
    const days = line.days.map(run => sayDays(t, run))
    const times = line.spans.map(({ opens, closes }) =>
      t('service.hours.span', { opens: formatClock(t, opens), closes: formatClock(t, closes) }),
    )
    return t('service.hours.line', { days: formatList(t, days), times: formatList(t, times) })
  })
}

function sayDays(t: T, run: readonly number[]): string {
  const [first = 1, last = first] = [run[0], run.at(-1)]
  if (run.length === 7) return t('service.hours.everyDay')
  return first === last ? sayDay(t, first) : t('service.hours.run', { first: sayDay(t, first), last: sayDay(t, last) })
}

/** 1 is Monday. */
export function sayDay(t: T, weekday: number): string {
  return t(`service.day.${weekdays[weekday - 1] ?? 'monday'}`)
}

/** `areas`: names by code, of the authorities that it may name. */
export function sayCatchment(t: T, catchment: Catchment, areas: ReadonlyMap<string, string>, network: string): string {
  switch (catchment.kind) {
    case 'everywhere':
      return t('service.area.sayEverywhere')
    case 'network':
      return t('service.area.sayNetwork', { network })
    case 'authorities':
      return few(
        t,
        catchment.authorities.map(code => areas.get(code) ?? code),
      )
    case 'districts':
      return few(t, catchment.districts)
    case 'radius':
      return t('service.area.sayRadius', { miles: sayMiles(t, catchment.metres) })
    case 'drawn':
      return t('service.area.sayDrawn', { count: catchment.shape.coordinates.length })
  }
}

export function milesOf(metres: number): number {
  return Number((metres / metresInMile).toFixed(2))
}
export function metresOf(miles: number): number {
  return Math.round(miles * metresInMile)
}
export function sayMiles(t: T, metres: number): string {
  return t('time.miles', { count: Number((metres / metresInMile).toFixed(1)) })
}

/** What 0, blank or "over" does, for the number as it stands. */
export function sayCapacity(t: T, { capacity, cases, waiting }: Pick<KeptService, 'capacity' | 'cases' | 'waiting'>) {
  if (capacity === null) return t('service.capacity.effectNone')
  if (capacity === 0) return t('service.capacity.effectZero')
  const free = capacity - cases - waiting
  return free > 0 ? t('service.capacity.effectFree', { count: free }) : t('service.capacity.effectOver')
}

function few(t: T, names: readonly string[]): string {
  const [shown, rest] = [names.slice(0, 6), names.length - 6]
  return rest > 0
    ? t('service.area.andMore', { names: shown.join(', '), count: formatNumber(t, rest) })
    : formatList(t, shown)
}
