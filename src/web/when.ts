/** A moment near now as people say it: "today at 9:12am", "Tuesday 24 November at 9:12am". */
import { formatAge, formatDate, formatDay, formatTime, type T } from '../words/index.ts'

const halfYear = 180 * 86_400_000

export function whenOf(t: T, at: Date, now: Date): string {
  return t('time.dateAtTime', { date: dayOf(t, at, now), time: formatTime(t, at) })
}

function dayOf(t: T, at: Date, now: Date): string {
  if (formatDate(t, at) === formatDate(t, now)) return t('time.today')
  if (at < now && formatAge(t, at, now) === t('time.yesterday')) return t('time.yesterday')
  return Math.abs(at.getTime() - now.getTime()) < halfYear ? formatDay(t, at) : formatDate(t, at)
}

/** How long ago, by days: "today", "yesterday", "3 days ago". */
export function agoOf(t: T, since: Date, now: Date): string {
  const age = formatAge(t, since, now)
  return age === t('time.today') || age === t('time.yesterday') ? age : t('list.ago', { age })
}
