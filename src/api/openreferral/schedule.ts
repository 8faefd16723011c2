/** When a service is open: each span of the week, then the days on which it is closed. */
import type { OpenService } from '../../db/open-data/services.ts'
import { partId } from './ids.ts'

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

export function dayNumber(text: string): number | null {
  const at = days.indexOf(text.slice(0, 2).toUpperCase())
  return at < 0 ? null : at + 1
}

export function schedulesOf({ id, spans, closures, closedOnBankHolidays }: OpenService) {
  const weekly = spans.map(({ weekday, opens, closes }) => ({
    ...{ id: partId(id, 'schedule', weekday, opens, closes), service_id: id, freq: 'WEEKLY', interval: 1 },
    ...{ byday: days[weekday - 1], opens_at: timeOf(opens), closes_at: timeOf(closes) },
    notes: closedOnBankHolidays ? 'Closed on bank holidays' : null,
  }))
  const closed = closures.map(({ firstDay, lastDay }) => ({
    ...{ id: partId(id, 'closure', firstDay, lastDay), service_id: id, valid_from: firstDay, valid_to: lastDay },
    ...{ dtstart: firstDay, description: 'Closed' },
  }))
  return [...weekly, ...closed]
}

/** Midnight at the end of a day has no time of its own there. */
function timeOf(time: string): string {
  return time === '24:00' ? '23:59:59' : `${time}:00`
}
