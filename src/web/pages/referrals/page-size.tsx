/** How many referrals a page of the list has: kept in the address, like the filters; another number starts at the first page. */
import type { T } from '../../../words/index.ts'
import { type ListData, pageSizeOf, pageSizes } from './load-list.ts'
import { listHref } from './query.ts'

/** Nothing where all of them are on one page of the smallest size. */
export function PageSize({ t, list: { query, next } }: { t: T; list: ListData }) {
  if (!next && !query.after && !query.rows) return null
  const now = pageSizeOf(query)
  return (
    <nav class="page-size" aria-label={t('list.pageSize')}>
      <span aria-hidden="true">{t('list.pageSize')}</span>
      <ul>
        {pageSizes.map(size => (
          <li key={size}>
            <a
              href={listHref(query, { rows: size === pageSizes[0] ? undefined : size, select: query.select })}
              {...(size === now && { 'aria-current': 'true' as const })}
            >
              {size}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
