/** The same small parts in every list of organisations and services. */
import type { Availability } from '../../../domain/availability.ts'
import { takesReferrals } from '../../../domain/availability.ts'
import { tableFormats } from '../../../files/table.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type FileView, fileHref } from './filter.ts'
import type { Directory } from './load.ts'

export function AvailabilityTag({ t, availability }: { t: T; availability: Availability }) {
  if (availability.code === 'open') return <Tag tone="good">{t('directory.availability.short.open')}</Tag>
  if (availability.code === 'full') return <Tag tone="wait">{t('directory.availability.short.full')}</Tag>
  return <Tag tone="plain">{t('directory.availability.short.none')}</Tag>
}

/** The rows of a view to take away. */
export function FileLinks({ directory: { t, query }, view }: { directory: Directory; view: FileView }) {
  return (
    <span class="file-links">
      <Icon name="download" />
      {tableFormats.map(format => (
        <a key={format} href={fileHref(view, format, query)} download>
          <span class="hidden">{t('common.download')} </span>
          {t(`common.format.${format}`)}
        </a>
      ))}
    </span>
  )
}

/** Goes to the form, beginning from this organisation. */
export function ReferButton({ t, to, small }: { t: T; to: { id: string; name: string }; small?: boolean }) {
  return (
    <LinkButton href={paths.referTo(to.id)} look={small ? 'quiet' : 'go'} small={small ?? false} icon="send">
      {t('directory.refer')}
      <span class="hidden"> {to.name}</span>
    </LinkButton>
  )
}

export function isOpenTo(services: readonly { availability: Availability }[]): boolean {
  return services.some(({ availability }) => takesReferrals(availability))
}

/** Pages of a list that has an end. */
export function Pages({
  t,
  page,
  pages,
  hrefOf,
}: {
  t: T
  page: number
  pages: number
  hrefOf: (page: number | undefined) => string
}) {
  if (pages < 2) return null
  return (
    <nav class="pager" aria-label={t('ui.pages')}>
      <span>
        {page > 1 && (
          <a href={hrefOf(page > 2 ? page - 1 : undefined)} rel="prev">
            <Icon name="arrow-left" />
            {t('directory.previous')}
          </a>
        )}
      </span>
      <span class="small">{t('directory.page', { page, pages })}</span>
      <span>
        {page < pages && (
          <a href={hrefOf(page + 1)} rel="next">
            {t('directory.next')}
            <Icon name="arrow-right" />
          </a>
        )}
      </span>
    </nav>
  )
}

export type Paged<R> = { rows: R[]; page: number; pages: number }

export function pageOf<R>(all: readonly R[], { query }: Pick<Directory, 'query'>, most: number): Paged<R> {
  const pages = Math.max(1, Math.ceil(all.length / most))
  const page = Math.min(query.page ?? 1, pages)
  return { rows: all.slice((page - 1) * most, page * most), page, pages }
}
