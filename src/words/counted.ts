/** A number that a service asks for, in words: "2 to 5", "3 or more". */
import { formatNumber, type T } from './index.ts'

type Bounds = { from: number | null; to: number | null }

export function sayRange(t: T, { from, to }: Bounds): string {
  const [least, most] = [formatNumber(t, from ?? 0), formatNumber(t, to ?? 0)]
  if (from !== null && to !== null) return t('suggestion.range.between', { from: least, to: most })
  return from !== null ? t('suggestion.range.from', { from: least }) : t('suggestion.range.to', { to: most })
}

/** `demographic`: its key, which stands where the network has it no more. */
export function countedIn(
  t: T,
  { demographics }: { demographics: readonly { key: string; label: string }[] },
  { demographic, ...bounds }: Bounds & { demographic: string },
): { demographic: string; range: string } {
  const label = demographics.find(({ key }) => key === demographic)?.label ?? demographic
  return { demographic: label, range: sayRange(t, bounds) }
}
