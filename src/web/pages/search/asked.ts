/** A search in words: "debt advice, serving Wirral, with room". */
import type { Network } from '../../../db/networks.ts'
import type { DirectorySearch } from '../../../domain/directory-search.ts'
import type { T } from '../../../words/index.ts'
import { dayName } from '../refer/reasons.ts'

type Names = { network: Network; areas: readonly { code: string; name: string }[] }

export function sayAsked(t: T, asked: DirectorySearch, { network, areas }: Names): string {
  const { words, name, category, area, postcode, language, kind, day, room } = asked
  const parts = [
    words,
    name,
    category && network.categories.get(category)?.label,
    kind,
    language,
    area && t('directory.search.askedArea', { area: areas.find(({ code }) => code === area)?.name ?? area }),
    postcode && t('directory.search.askedPostcode', { postcode: postcode.toUpperCase() }),
    day && t('directory.search.askedDay', { day: dayName(t, day) }),
    room && t('directory.search.askedRoom'),
  ]
  return parts.filter(Boolean).join(', ') || t('directory.search.everything')
}
