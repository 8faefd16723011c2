/** What was found, best first, and what narrows it down. */

import { countCriteria } from '../../../domain/directory-search.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Details } from '../../ui/details.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Beside } from '../../ui/layout.tsx'
import { InsetText, Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { categoryOptions } from '../organisations/categories.ts'
import { Pages } from '../organisations/parts.tsx'
import { sayAsked } from './asked.ts'
import type { ResultsData, SearchQuery } from './load-results.ts'
import { ResultItem } from './result-item.tsx'
import { SearchBox } from './search-home.tsx'

const mostOnPage = 20
const mostShown = 200

export function ResultsView({ data }: { data: ResultsData }) {
  const { t, shown, asked } = data
  const said = sayAsked(t, asked, data)
  const title =
    shown.length > 0
      ? t('directory.search.found', { count: shown.length, asked: said })
      : t('directory.search.foundNone', { asked: said })
  return (
    <>
      <PageHead over={t('directory.searchTitle')} title={title} />
      <Beside side={<Narrow data={data} />}>
        <Again data={data} />
        <Notes data={data} />
        <Applied data={data} />
        {shown.length === 0 ? <NothingFound data={data} /> : <List data={data} />}
      </Beside>
    </>
  )
}

function Again({ data: { t, network, asked } }: { data: ResultsData }) {
  return (
    <Details summary={t('directory.search.searchAgain')}>
      <SearchBox t={t} network={network} networks={[]} values={asked} errors={{}} />
    </Details>
  )
}

function Notes({ data: { t, found } }: { data: ResultsData }) {
  const { respelt, partly, lost, place } = found
  return (
    <>
      {respelt.map(({ typed, as }) => (
        <InsetText key={typed}>{t('directory.search.respelt', { typed, as })}</InsetText>
      ))}
      {partly && found.results.length > 0 && <InsetText>{t('directory.search.partly')}</InsetText>}
      {lost && (
        <Notice tone="warning">
          <p>{t('directory.search.lost')}</p>
        </Notice>
      )}
      {!lost && place?.approximate && <p class="small">{t('directory.search.approximate')}</p>}
    </>
  )
}

function hrefOf(query: SearchQuery, change: Partial<SearchQuery>): string {
  const entries = Object.entries({ ...query, page: undefined, ...change })
  const given = entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `${paths.search}?${new URLSearchParams(given)}`
}

function Applied({ data: { t, query, network, areas } }: { data: ResultsData }) {
  const chip = (label: string, change: Partial<SearchQuery>) => ({ label, href: hrefOf(query, change), removes: true })
  const chips = [
    query.category && chip(network.categories.get(query.category)?.label ?? '', { category: undefined }),
    query.area && chip(areas.find(({ code }) => code === query.area)?.name ?? '', { area: undefined }),
    query.takes && chip(t('directory.search.takes'), { takes: undefined }),
    query.open && chip(t('directory.search.openNow'), { open: undefined }),
  ].filter(one => typeof one === 'object')
  return chips.length > 0 ? <Chips label={t('directory.filter.label')} chips={chips} /> : null
}

function Narrow({ data: { t, query, network, areas } }: { data: ResultsData }) {
  return (
    <Details summary={t('directory.search.filters')} open>
      <Form method="get" action={paths.search} values={query}>
        <input type="hidden" name="s" value={query.s} />
        <Select
          name="category"
          label={t('directory.filter.category')}
          empty={t('directory.filter.anyCategory')}
          width="full"
          options={categoryOptions(t, network)}
        />
        <Select
          name="area"
          label={t('directory.filter.area')}
          empty={t('directory.filter.anyArea')}
          width="full"
          options={areas.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Checkbox name="takes" label={t('directory.search.takes')} />
        <Checkbox name="open" label={t('directory.search.openNow')} />
        <Button look="quiet" icon="filter">
          {t('directory.search.apply')}
        </Button>
      </Form>
    </Details>
  )
}

function NothingFound({ data: { t, asked, query } }: { data: ResultsData }) {
  const isNarrowed = Boolean(query.category || query.area || query.takes || query.open)
  const tip = isNarrowed ? 'tipFilters' : countCriteria(asked) > 1 ? 'tipCriteria' : 'tipWords'
  return (
    <Card>
      <Empty
        icon="search"
        title={t(`directory.search.${tip}`)}
        action={<a href={paths.search}>{t('directory.search.browse')}</a>}
      />
    </Card>
  )
}

function List({ data }: { data: ResultsData }) {
  const { t, shown, query } = data
  const best = shown.slice(0, mostShown)
  const pages = Math.ceil(best.length / mostOnPage)
  const page = Math.min(query.page ?? 1, pages)
  return (
    <Card flush>
      <ol class="results" start={(page - 1) * mostOnPage + 1}>
        {best.slice((page - 1) * mostOnPage, page * mostOnPage).map(result => (
          <ResultItem
            key={result.kind === 'service' ? result.service.id : result.organisation.id}
            data={data}
            result={result}
          />
        ))}
      </ol>
      <Pages t={t} page={page} pages={pages} hrefOf={page => hrefOf(query, { page })} />
      {shown.length > best.length && page === pages && (
        <p class="small results-rest">{t('directory.search.shownOnly', { shown: best.length })}</p>
      )}
    </Card>
  )
}
