/** An answer as lines of a file: the path of each field and its value. */
import type { Cell } from '../../files/table.ts'

export function linesOf(value: unknown, path = ''): Cell[][] {
  if (value === null || value === undefined) return path ? [[path, null]] : []
  if (typeof value !== 'object') return [[path, typeof value === 'number' ? value : String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, path ? `${path}.${key}` : key))
}
