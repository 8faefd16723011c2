/** RPT-3: whatever is counted, no hidden number can be worked out from those that show. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counts, recoverable, smallest, suppress, suppressList } from './suppression.ts'

describe('RPT-3: secondary suppression', () => {
  test('a single small number takes another with it, in its row and in its column', () => {
    const found = suppress([
      [3, 20, 30],
      [25, 21, 31],
      [27, 22, 40],
    ])
    expect(found?.cells[0]).toEqual([null, null, 30])
    expect(found?.columnTotals).toEqual([55, 63, 101])
    expect(found?.cells.flat().filter(cell => cell === null).length).toBeGreaterThanOrEqual(4)
  })

  test('two nothings whose sum shows are given away by it, so more is hidden', () => {
    const list = suppressList([0, 0, 12, 30])
    expect(list.cells.filter(cell => cell === null).length).toBeGreaterThan(2)
    expect(list.total).toBe(42)
  })

  test('fewer than five in all is nothing told', () => {
    expect(suppressList([1, 3])).toEqual({ cells: [null, null], total: null })
    expect(
      suppress([
        [4, 40],
        [0, 30],
      ]),
    ).toBe(null)
  })

  test('nothing small, nothing hidden', () => {
    expect(
      suppress([
        [5, 6],
        [7, 8],
      ])?.cells,
    ).toEqual([
      [5, 6],
      [7, 8],
    ])
  })

  test('every small number is hidden, and of every hidden one another value fits all that shows', () => {
    fc.assert(
      fc.property(tables, counts => {
        const found = suppress(counts)
        if (!found) return
        const whole = counts.map((row, i) => [...row, sum(row), found.rowTotals[i]])
        for (const [i, row] of counts.entries())
          for (const [j, value] of row.entries()) {
            if (value < smallest) expect(found.cells[i]?.[j]).toBe(null)
            if (found.cells[i]?.[j] === null)
              expect(fits(counts, found, [i, j]), JSON.stringify([counts, found])).toBe(true)
          }
        for (const [i, row] of whole.entries()) if (sum(counts[i] ?? []) < smallest) expect(row.at(-1)).toBe(null)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('what shows is what was counted', () => {
    fc.assert(
      fc.property(tables, counts => {
        const found = suppress(counts)
        for (const [i, row] of (found?.cells ?? []).entries())
          for (const [j, cell] of row.entries()) if (cell !== null) expect(cell).toBe(counts[i]?.[j])
      }),
    )
  })
})

test('a cell is recoverable just where no other whole numbers fit', () => {
  const table = [
    [1, 9, 10],
    [6, 7, 13],
    [7, 16, 23],
  ]
  const only = (i: number, j: number) => table.map((row, x) => row.map((_, y) => x === i && y === j))
  expect(recoverable(table, only(0, 0))).toEqual([[0, 0]])
  const square = table.map((row, x) => row.map((_, y) => x < 2 && y < 2))
  expect(recoverable(table, square)).toEqual([])
})

const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })), {
      minLength: columns,
      maxLength: columns,
    }),
    {
      minLength: rows,
      maxLength: rows,
    },
  ),
)

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/**
 * By another road than the rule's own: some other table of whole numbers shows the same. Small steps around loops of up to four cells and
 * row totals that are free are tried by brute force, one unit at a time.
 */
function fits(
  counts: Counts,
  found: NonNullable<ReturnType<typeof suppress>>,
  [i, j]: readonly [number, number],
): boolean {
  return [1, -1].some(step =>
    search(
      counts.map(row => [...row]),
      found,
      i,
      j,
      step,
      new Set(),
    ),
  )
}

/** Changes one hidden cell, then mends its column and its row with others that are hidden, never below nothing. */
function search(
  table: number[][],
  found: NonNullable<ReturnType<typeof suppress>>,
  i: number,
  j: number,
  step: number,
  used: Set<string>,
): boolean {
  const at = `${i},${j}`
  const value = table[i]?.[j]
  if (used.has(at) || value === undefined || value + step < 0) return false
  const row = table[i] as number[]
  row[j] = value + step
  used.add(at)
  const mended = table.some((_, k) => {
    if (k === i || found.cells[k]?.[j] !== null || used.has(`${k},${j}`)) return false
    const other = table[k]?.[j] ?? 0
    if (other - step < 0) return false
    const line = table[k] as number[]
    line[j] = other - step
    used.add(`${k},${j}`)
    const closed = closes(table, found, i, k, step, used)
    if (!closed) {
      line[j] = other
      used.delete(`${k},${j}`)
    }
    return closed
  })
  if (!mended) {
    row[j] = value
    used.delete(at)
  }
  return mended
}

/** Row `i` holds one too many, row `k` one too few: fine where both totals are hidden, or where another column evens it out. */
function closes(
  table: number[][],
  found: NonNullable<ReturnType<typeof suppress>>,
  i: number,
  k: number,
  step: number,
  used: Set<string>,
): boolean {
  if (i === k) return true
  if (found.rowTotals[i] === null && found.rowTotals[k] === null) return true
  return (
    table[0]?.some((_, column) => {
      if (used.has(`${k},${column}`) || found.cells[k]?.[column] !== null) return false
      const value = table[k]?.[column] ?? 0
      if (value + step < 0) return false
      used.add(`${k},${column}`)
      const done = table.some((_, m) => {
        if (used.has(`${m},${column}`) || found.cells[m]?.[column] !== null || m === k) return false
        if ((table[m]?.[column] ?? 0) - step < 0) return false
        used.add(`${m},${column}`)
        const closed = m === i || closes(table, found, i, m, step, used)
        if (!closed) used.delete(`${m},${column}`)
        return closed
      })
      if (!done) used.delete(`${k},${column}`)
      return done
    }) ?? false
  )
}
