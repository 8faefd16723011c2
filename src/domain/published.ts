/** RPT-3: the fixed tables that commissioners read, and how each is made of counts. */
import { Temporal } from 'temporal-polyfill'
import type { Days } from './figures.ts'
import { suppress, suppressList } from './suppression.ts'

/** One table for each way of telling referrals apart: two of the same people by the same rows would give away what one of them hides. */
export const publishedNames = ['needs', 'areas', 'months', 'ages', 'ethnic_groups', 'disabilities', 'genders'] as const
export type PublishedName = (typeof publishedNames)[number]

/** `key` null: not known, or not said. */
export type Tally = { key: string | null; name: string | null; taken: number; notTaken: number }
/** Null: hidden. `isCut`: by whether anybody took them; else `all` is the one number of each row. */
export type PublishedTable = {
  isCut: boolean
  rows: { key: string | null; name: string | null; taken: number | null; notTaken: number | null; all: number | null }[]
  totals: { taken: number | null; notTaken: number | null; all: number | null }
}

export function publish(tallies: readonly Tally[]): PublishedTable {
  const cut = suppress(tallies.map(({ taken, notTaken }) => [taken, notTaken]))
  if (cut) {
    const [taken = null, notTaken = null] = cut.columnTotals
    const rows = tallies.map(({ key, name }, at) => {
      const [taken = null, notTaken = null] = cut.cells[at] ?? []
      return { key, name, taken, notTaken, all: cut.rowTotals[at] ?? null }
    })
    return { isCut: true, rows, totals: { taken, notTaken, all: cut.total } }
  }
  const list = suppressList(tallies.map(({ taken, notTaken }) => taken + notTaken))
  const rows = tallies.map(({ key, name }, at) => ({
    key,
    name,
    taken: null,
    notTaken: null,
    all: list.cells[at] ?? null,
  }))
  return { isCut: false, rows, totals: { taken: null, notTaken: null, all: list.total } }
}

/** A quarter is told when it has been over for four weeks, so that most of it has been answered. */
const settling = 28

/** The first days of the last quarters that can be told, the newest first. No two share a day: nothing can be subtracted. */
export function quartersTold(today: string, many = 8): string[] {
  const last = Temporal.PlainDate.from(today).subtract({ days: settling })
  const current = last.with({ day: 1, month: last.month - ((last.month - 1) % 3) })
  return Array.from({ length: many }, (_, at) => current.subtract({ months: 3 * (at + 1) }).toString())
}

export function daysOfQuarter(first: string): Days {
  return { first, last: Temporal.PlainDate.from(first).add({ months: 3 }).subtract({ days: 1 }).toString() }
}
