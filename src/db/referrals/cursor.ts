/** Where a page of a list ended: opaque to its reader, checked when it comes back. */
import { Problem } from '../../domain/problem.ts'

/** `part`: which part of a list in two parts; 0 where there is one. */
export type Cursor = { at: Date; id: string; part: number }

/** A moment that PostgreSQL knows too. */
const furthest = Date.UTC(9999, 0)

export function cursorOf({ at, id, part }: Cursor): string {
  return Buffer.from(`${at.toISOString()} ${id}${part ? ` ${part}` : ''}`).toString('base64url')
}

export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null
  const [at = '', id = '', part] = Buffer.from(text, 'base64url').toString().split(' ')
  const date = new Date(at)
  const isNear = date.getTime() > 0 && date.getTime() < furthest
  if (!isNear || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new Problem('invalid', 'This page of the list is not there.', { field: 'cursor' })
  return { at: date, id, part: part === '1' ? 1 : 0 }
}
