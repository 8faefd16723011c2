/** Small sums and names that several reports share. */
import type { Column, ColumnKind, Name } from './report.ts'

export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** Null where there was nothing before: more than nothing is no percentage. */
export function changeFrom(before: number, now: number): number | null {
  return before === 0 ? null : (now - before) / before
}

const kinds: Readonly<Record<string, ColumnKind>> = { share: 'share', change: 'change' }

/** Referrals, then others, then what a comparison adds. */
export function columnsWith(others: readonly string[], compares: boolean): Column[] {
  return ['referrals', ...others, ...(compares ? ['before', 'change'] : [])].map(id => ({
    id,
    kind: kinds[id] ?? 'count',
  }))
}

/** What has no name of its own is called by its code: accepted, link; a place or an age by what it is. */
export function nameOf(by: string, key: string | null, name: string | null): Name {
  if (key === null || key === '') return { code: `unknown.${by}` }
  if (name !== null) return { text: name }
  if (by === 'status' || by === 'way') return { code: `${by}.${key}` }
  return { text: key }
}
