/**
 * Tables for people who may not see small numbers (RPT-3): counts under five are hidden, and as many others as it takes that no hidden
 * one can be worked out from the totals. A hidden number is safe where the same totals allow another value for it.
 */

/** Rows of counts; each row and each column has its total. */
export type Counts = readonly (readonly number[])[]
/** Null: hidden. `columnTotals` and `total` are shown in every table over the same people, so they are never hidden alone. */
export type Suppressed = {
  cells: (number | null)[][]
  rowTotals: (number | null)[]
  columnTotals: (number | null)[]
  total: number | null
}

export const smallest = 5

/**
 * The totals over all rows stand in other tables too, where they would not be hidden: with one of them under five this table is not cut
 * by its columns at all, and with fewer than five people in all nothing is told.
 */
export function suppress(counts: Counts): Suppressed | null {
  const columnTotals = sums(counts)
  const total = add(columnTotals)
  if (total < smallest || columnTotals.some(isSmall)) return null
  const table = withTotals(counts)
  const hidden = table.map((row, i) => row.map(value => i < counts.length && isSmall(value)))
  for (let found = recoverable(table, hidden); found.length > 0; found = recoverable(table, hidden))
    for (const [i, j] of found) hideBeside(table, hidden, i, j)
  const shown = table.map((row, i) => row.map((value, j) => (hidden[i]?.[j] ? null : value)))
  return {
    cells: shown.slice(0, -1).map(row => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map(row => row.at(-1) ?? null),
    columnTotals,
    total,
  }
}

/** One column of counts with its total: a table without columns to cut it by. */
export function suppressList(counts: readonly number[]): { cells: (number | null)[]; total: number | null } {
  const found = suppress(counts.map(count => [count]))
  return found
    ? { cells: found.cells.map(row => row[0] ?? null), total: found.total }
    : { cells: counts.map(() => null), total: null }
}

/** Nobody at all is nobody who could be recognised, but it narrows what is hidden beside it. */
function isSmall(count: number): boolean {
  return count < smallest
}

function sums(counts: Counts): number[] {
  return (counts[0] ?? []).map((_, j) => add(counts.map(row => row[j] ?? 0)))
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

/** With a column and a row of totals, so that every line adds up to its last. */
function withTotals(counts: Counts): number[][] {
  const rows = counts.map(row => [...row, add(row)])
  return [...rows, sums(rows)]
}

/**
 * Hidden cells with one possible value. Any other table with the same visible numbers differs along closed walks over hidden cells: one
 * cell a little more, the next in its column a little less, and so on. So a cell is free where a walk leads from its column back to its row.
 * A number cannot sink below nothing, which closes some ways; totals count against the cells that make them.
 */
export function recoverable(
  table: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
): [number, number][] {
  const [rows, columns] = [table.length, table[0]?.length ?? 0]
  const sign = (i: number, j: number) => ((i === rows - 1) !== (j === columns - 1) ? -1 : 1)
  const mayRise = (i: number, j: number) => (sign(i, j) > 0 ? true : (table[i]?.[j] ?? 0) > 0)
  const maySink = (i: number, j: number) => (sign(i, j) > 0 ? (table[i]?.[j] ?? 0) > 0 : true)
  const found: [number, number][] = []
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      if (!hidden[i]?.[j]) continue
      const walk = { hidden, mayRise, maySink, rows, columns, without: [i, j] as const }
      const rises = mayRise(i, j) && leads(walk, rows + j, i)
      const sinks = maySink(i, j) && leads(walk, i, rows + j)
      if (!rises && !sinks) found.push([i, j])
    }
  return found
}

type Walk = {
  hidden: readonly (readonly boolean[])[]
  mayRise: (i: number, j: number) => boolean
  maySink: (i: number, j: number) => boolean
  rows: number
  columns: number
  without: readonly [number, number]
}

/** Rows are 0 to rows − 1, columns follow. From a row to a column a cell rises, from a column to a row it sinks. */
function leads(walk: Walk, from: number, to: number): boolean {
  const seen = new Set([from])
  const waiting = [from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true
    for (const next of nextOf(walk, at)) if (!seen.has(next)) waiting.push(next) && seen.add(next)
  }
  return false
}

function nextOf({ hidden, mayRise, maySink, rows, columns, without: [x, y] }: Walk, at: number): number[] {
  const isOpen = (i: number, j: number) => hidden[i]?.[j] === true && !(i === x && j === y)
  if (at < rows) return range(columns).flatMap(j => (isOpen(at, j) && mayRise(at, j) ? [rows + j] : []))
  return range(rows).flatMap(i => (isOpen(i, at - rows) && maySink(i, at - rows) ? [i] : []))
}

/** The smallest that still shows in its row or, failing that, its column; totals over all rows stay. */
function hideBeside(table: readonly (readonly number[])[], hidden: boolean[][], i: number, j: number): void {
  const last = table.length - 1
  const beside = [
    ...(table[i] ?? []).map((_, column) => [i, column] as const),
    ...table.map((_, row) => [row, j] as const),
  ].filter(([row, column]) => row < last && !hidden[row]?.[column])
  const width = table[0]?.length ?? 0
  const order = ([row, column]: readonly [number, number]) =>
    (column === width - 1 ? 1e9 : 0) + (table[row]?.[column] ?? 0)
  const [best] = beside.toSorted((a, b) => order(a) - order(b))
  const elsewhere = best ?? anyShown(table, hidden)
  const line = elsewhere && hidden[elsewhere[0]]
  if (line) line[elsewhere[1]] = true
}

function anyShown(
  table: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
): readonly [number, number] | null {
  const shown = table
    .slice(0, -1)
    .flatMap((row, i) =>
      row.map((value, j) => ({ at: [i, j] as const, value })).filter(({ at: [, j] }) => !hidden[i]?.[j]),
    )
  return shown.toSorted((a, b) => a.value - b.value)[0]?.at ?? null
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}
