/** Dates, ages and distances as people write them, in UK time whatever the server's zone. */
import type { Language, T } from './words.ts'

const locales = { en: 'en-GB', cy: 'cy' } as const satisfies Record<Language, string>
const timeZone = 'Europe/London'
const metresInMile = 1609.344

/** Measured: making an Intl formatter costs far more than using one. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** "4 June 2026". A plain 'YYYY-MM-DD' is that day, not an instant. */
export function formatDate(t: T, date: Date | string): string {
  return formatter(t, { day: 'numeric', month: 'long', year: 'numeric' }).format(instant(date))
}

/** "Saturday 21 November". */
export function formatDay(t: T, date: Date | string): string {
  return formatter(t, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant(date)).replace(',', '')
}

/** "9:32am", "midday", "midnight". */
export function formatTime(t: T, date: Date): string {
  const parts = formatter(t, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(date)
  const read = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return clockTime(t, read('hour'), read('minute'))
}

/** A time as it stands on the door, "09:30", as "9:30am". */
export function formatClock(t: T, clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return clockTime(t, hour % 24, minute)
}

/** "4 June 2026 at 9:32am". */
export function formatDateTime(t: T, date: Date): string {
  return t('time.dateAtTime', { date: formatDate(t, date), time: formatTime(t, date) })
}

/** "today", "yesterday", "3 days": how long something has waited, by calendar days in the UK. */
export function formatAge(t: T, since: Date, now: Date): string {
  const days = Math.max(0, Math.round((midnight(now) - midnight(since)) / 86_400_000))
  if (days === 0) return t('time.today')
  if (days === 1) return t('time.yesterday')
  return days < 61 ? t('time.days', { count: days }) : t('time.months', { count: Math.round(days / 30.4) })
}

/** Miles, from metres: "1.2 miles", "under half a mile", "24 miles". */
export function formatDistance(t: T, metres: number): string {
  const miles = metres / metresInMile
  if (miles < 0.5) return t('time.underHalfMile')
  return t('time.miles', { count: Number(miles.toFixed(miles < 10 ? 1 : 0)) })
}

/** "Debt advice, Pantry and Housing advice". */
export function formatList(t: T, items: readonly string[]): string {
  return joined(t, items, 'conjunction')
}

/** "Debt advice, Pantry or Housing advice". */
export function formatChoice(t: T, items: readonly string[]): string {
  return joined(t, items, 'disjunction')
}

function joined(t: T, items: readonly string[], type: 'conjunction' | 'disjunction'): string {
  const key = `${t.language} ${type}`
  const list = lists.get(key) ?? new Intl.ListFormat(locales[t.language], { type })
  lists.set(key, list)
  if (t.language === 'en') return list.format(items)
  return list
    .formatToParts(items)
    .map(({ value }, at) => (value.includes('a(c)') ? andBefore(items[(at + 1) / 2] ?? '') : value))
    .join('')
}

/** Welsh says “a” before a consonant and “ac” before a vowel; the standard leaves it open. */
function andBefore(next: string): string {
  return /^[“‘]?[aeiouwyâêîôûŵŷ]/i.test(next) ? ' ac ' : ' a '
}
const lists = new Map<string, Intl.ListFormat>()

export function formatNumber(t: T, value: number): string {
  return value.toLocaleString(locales[t.language])
}

function clockTime(t: T, hour: number, minute: number): string {
  if (minute === 0 && hour === 0) return t('time.midnight')
  if (minute === 0 && hour === 12) return t('time.midday')
  const half = hour < 12 ? 'am' : 'pm'
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${half}`
}

/** The day's number as if it were UTC, so that a clock change never makes a day of 23 hours. */
function midnight(date: Date): number {
  const parts = ukParts.formatToParts(date)
  const read = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return Date.UTC(read('year'), read('month') - 1, read('day'))
}

const ukParts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' })

function instant(date: Date | string): Date {
  return typeof date === 'string' ? new Date(`${date.slice(0, 10)}T12:00:00Z`) : date
}

function formatter(t: T, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = t.language + Object.keys(options)
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locales[t.language], { timeZone, ...options })
  formatters.set(key, made)
  return made
}
