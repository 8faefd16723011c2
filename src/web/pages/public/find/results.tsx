/** What was found, best first; what was asked for and can be taken away; and what to do where nothing was found. */
import type { PublicResult } from '../../../../db/open-data/search.ts'
import { helpOf } from '../../../page-context.tsx'
import { publicPaths } from '../../../public-paths.ts'
import { Card } from '../../../ui/card.tsx'
import { HelpLinks } from '../../../ui/footer.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Beside } from '../../../ui/layout.tsx'
import { InsetText } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pages } from '../../organisations/parts.tsx'
import type { Finding } from '../finding.ts'
import { countFilters } from '../query.ts'
import type { Shown } from '../show.tsx'
import { Applied, Filters } from './filters.tsx'
import { ResultItem } from './item.tsx'
import { SearchBox } from './search-box.tsx'

const mostOnPage = 20

export type OnPage = { rows: PublicResult[]; page: number; pages: number }

export function shownOn({ query, found: { results } }: Finding, most = mostOnPage): OnPage {
  const pages = Math.max(1, Math.ceil(results.length / most))
  const page = Math.min(query.page ?? 1, pages)
  return { rows: results.slice((page - 1) * most, page * most), page, pages }
}

/** Its name in the tab never tells what was typed; a kind of help alone has a page of its own for search engines. */
export function aboutFinding({ site, query }: Finding): Omit<Shown, 'view'> {
  const { t, network } = site
  const category = query.need ? network.categories.get(query.need) : undefined
  const title = category?.label ?? t('publicPages.find')
  const isPlain = countFilters(query) <= (category ? 1 : 0)
  const about = category?.description || t('publicDirectory.about', { network: network.name })
  const canonical = category && `${publicPaths.services(site.slug)}?need=${category.id}`
  return { title, at: 'find', ...(isPlain && { about }), ...(canonical && { canonical }) }
}

export function ResultsPage({ finding }: { finding: Finding }) {
  const { site, typed, found, query, href } = finding
  const { t, network, slug } = site
  const count = found.results.length
  const need = query.need ? network.categories.get(query.need)?.label : undefined
  return (
    <>
      <PageHead
        over={need && t('publicDirectory.heading', { network: network.name })}
        title={need ?? t('publicDirectory.heading', { network: network.name })}
      />
      <SearchBox t={t} action={href({ s: undefined })} values={typed} again />
      <Beside side={<Filters finding={finding} path={publicPaths.services(slug)} />}>
        <div class="found-head">
          <p role="status" class="found-count">
            {t('publicDirectory.found', { count })}
          </p>
          {count > 0 && (
            <a href={href({}, publicPaths.servicesMap(slug))}>
              <Icon name="map" />
              {t('publicDirectory.map.show')}
            </a>
          )}
        </div>
        <Applied finding={finding} />
        <Notes finding={finding} />
        {count === 0 ? <NothingFound finding={finding} /> : <List finding={finding} />}
      </Beside>
    </>
  )
}

export function Notes({ finding: { site, found, lost } }: { finding: Finding }) {
  const { t } = site
  return (
    <>
      {lost && <InsetText>{t('publicDirectory.lost')}</InsetText>}
      {found.results.length > 0 &&
        found.respelt.map(({ typed, as }) => (
          <InsetText key={typed}>{t('directory.search.respelt', { typed, as })}</InsetText>
        ))}
      {found.partly && found.results.length > 0 && <InsetText>{t('directory.search.partly')}</InsetText>}
    </>
  )
}

export function List({ finding }: { finding: Finding }) {
  const { site, href } = finding
  const { rows, page, pages } = shownOn(finding)
  return (
    <>
      <ol class="found-list" start={(page - 1) * mostOnPage + 1}>
        {rows.map(result => (
          <ResultItem
            key={result.kind === 'service' ? result.service.id : result.organisation.id}
            finding={finding}
            result={result}
          />
        ))}
      </ol>
      <Pages t={site.t} page={page} pages={pages} hrefOf={page => href({ page })} />
    </>
  )
}

/** What to try next, nearest first; then somebody to ask. */
export function NothingFound({ finding }: { finding: Finding }) {
  const { site, query, typed, href, hrefTyped } = finding
  const { t, network, slug, to } = site
  const cleared = { need: undefined, open: undefined, day: undefined, how: [], who: undefined, age: undefined }
  const { name, email, phone } = helpOf(network)
  return (
    <Card title={t('publicDirectory.nothing.title')} id="nothing">
      <ul class="bullets">
        {countFilters(query) > 0 && (
          <li>
            <a href={href(cleared)}>{t('publicDirectory.nothing.filters')}</a>
          </li>
        )}
        {typed.place && typed.words && (
          <li>
            <a href={hrefTyped({ ...typed, place: '' })}>{t('publicDirectory.nothing.wider')}</a>
          </li>
        )}
        {typed.words && <li>{t('publicDirectory.nothing.words')}</li>}
        <li>
          <a href={to(publicPaths.services(slug))}>{t('publicDirectory.nothing.all')}</a>
        </li>
      </ul>
      {(email || phone) && (
        <div class="ask-somebody">
          <h3>{name ? t('publicDirectory.nothing.ask', { name }) : t('publicDirectory.nothing.askNobody')}</h3>
          <HelpLinks email={email} phone={phone} />
        </div>
      )}
    </Card>
  )
}
