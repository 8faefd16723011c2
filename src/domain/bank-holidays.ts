/** The bank holidays of a nation of the United Kingdom, substitute days included. Source: date-holidays. */
import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'

export const nations = ['england', 'wales', 'scotland', 'northern_ireland'] as const
export type Nation = (typeof nations)[number]

/** `date` is YYYY-MM-DD. */
export function isBankHoliday(date: string, nation: Nation = 'england'): boolean {
  return holidaysOf(nation, Number(date.slice(0, 4))).has(date)
}

const regions = { england: 'ENG', wales: 'WLS', scotland: 'SCT', northern_ireland: 'NIR' } as const satisfies Record<
  Nation,
  string
>
const known = new Map<string, ReadonlySet<string>>()

function holidaysOf(nation: Nation, year: number): ReadonlySet<string> {
  const key = `${nation} ${year}`
  const days = known.get(key) ?? listHolidays(nation, year)
  known.set(key, days)
  return days
}

function listHolidays(nation: Nation, year: number): ReadonlySet<string> {
  const holidays = new (openHolidays())('GB', regions[nation]).getHolidays(year)
  return new Set(holidays.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10)))
}

/** It knows the holidays of the world, in 27 MB: loaded by whoever first asks for a day. */
function openHolidays(): typeof Holidays {
  return createRequire(import.meta.url)('date-holidays')
}
