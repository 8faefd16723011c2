/** What an import from another directory left out or did not understand, line by line, as people say it. */
import type { feed } from './en/feed.ts'
import { isKey, type T } from './index.ts'

type Report = {
  left: readonly { id: string; name: string; why: string }[]
  missed: Partial<Record<keyof typeof feed.lostOf, readonly string[]>>
}

/** At most so many of the services that were left out. */
export function feedLines(t: T, { left, missed }: Report, most: number): string[] {
  const lost = Object.entries(missed) as [keyof Report['missed'], readonly string[]][]
  return [
    ...left
      .slice(0, most)
      .map(({ id, name, why }) => t('system.feed.leftLine', { name: name || id, why: reasonOf(t, why) })),
    ...(left.length > most ? [t('system.feed.more', { more: left.length - most })] : []),
    ...lost.map(([code, names]) =>
      t('system.feed.lostLine', { what: t(`system.feed.lostOf.${code}`), times: names.length, name: names[0] ?? '' }),
    ),
  ]
}

function reasonOf(t: T, why: string): string {
  const key = `system.feed.whyOf.${why}`
  return isKey(key) ? t(key as 'system.feed.whyOf.id') : t('system.feed.whyOf.field', { field: why })
}
