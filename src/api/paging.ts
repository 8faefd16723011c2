/** Pages of lists: where one ended, and the address of the next, which asks the same question further on. */
import { Problem } from '../domain/problem.ts'

export function nextPage(url: string, cursor: string | null): string | null {
  if (!cursor) return null
  const { pathname, searchParams } = new URL(url)
  searchParams.set('cursor', cursor)
  return `${pathname}?${searchParams}`
}

type NameCursor = { name: string; id: string }

/** For lists in the order of their names. */
export function writeNameCursor(last: NameCursor | null): string | null {
  return last && Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url')
}

export function readNameCursor(text: string | undefined): NameCursor | null {
  if (!text) return null
  const [name, id] = parse(Buffer.from(text, 'base64url').toString())
  if (typeof name !== 'string' || name.includes('\0') || !isUuid(id))
    throw new Problem('invalid', 'This page of the list is not there.', { field: 'cursor' })
  return { name, id }
}

function parse(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
}
