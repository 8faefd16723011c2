/** What stands round each view: the finding, the ways to the other views, the filter that they share. */

import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { Children } from '../../ui/context.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { type Chip, Chips, Tabs } from '../../ui/tabs.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { categoryOptions } from './categories.ts'
import { type DirectoryQuery, hrefWith, isFiltered, type ViewName, viewHref, views } from './filter.ts'
import type { Directory } from './load.ts'

type Props = { directory: Directory; view: ViewName; heading: string; lead?: Children; children: Children }

export function Frame({ directory, view, heading, lead, children }: Props) {
  const { t, query, services, organisations } = directory
  const chips = chipsOf(directory, view)
  const isEmpty = services.length === 0 && organisations.length === 0
  return (
    <>
      <PageHead over={overOf(directory)} title={heading} lead={lead}>
        <LinkButton href={paths.search} look="quiet" icon="search">
          {t('directory.searchTitle')}
        </LinkButton>
      </PageHead>
      <Tabs
        label={t('directory.views')}
        tabs={views.map(name => ({
          href: viewHref(name, query),
          label: t(`directory.view.${name}`),
          current: name === view,
        }))}
      />
      <details class="filter-fold">
        <summary>
          <Icon name="filter" />
          {t('directory.filter.show')}
        </summary>
        <FilterBar directory={directory} view={view} />
      </details>
      <div class="filtered">
        <p role="status">{countOf(directory)}</p>
        {chips.length > 0 && <Chips label={t('directory.filter.label')} chips={chips} />}
      </div>
      {isEmpty ? <Nothing t={t} view={view} query={query} /> : <div class="stack">{children}</div>}
    </>
  )
}

function overOf({ t, network, networks }: Directory): string {
  return networks.length > 1 ? network.name : t('directory.title')
}

function countOf({ t, services, organisations }: Directory): string {
  return t('directory.results', {
    services: t('directory.services', { count: services.length }),
    count: organisations.length,
  })
}

function FilterBar({
  directory: { t, network, networks, query, land },
  view,
}: {
  directory: Directory
  view: ViewName
}) {
  return (
    <Form method="get" action={paths.organisations(view)} values={query} plain>
      {query.as && <input type="hidden" name="as" value={query.as} />}
      {query.week && <input type="hidden" name="week" value={query.week} />}
      <div class="filter-bar">
        {networks.length > 1 && (
          <Select
            name="network"
            label={t('directory.filter.network')}
            value={network.id}
            empty={null}
            width="full"
            options={networks.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
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
          options={land.areas.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SearchField name="words" label={t('directory.filter.words')} autocomplete="off" maxlength={100} />
        <Button look="quiet" icon="filter">
          {t('directory.filter.go')}
        </Button>
      </div>
    </Form>
  )
}

function chipsOf({ t, network, query, land }: Directory, view: ViewName): Chip[] {
  const { category, area, words } = query
  const off = (label: string, change: DirectoryQuery): Chip => ({
    label,
    href: hrefWith(view, query, change),
    removes: true,
  })
  return [
    category && off(network.categories.get(category)?.label ?? category, { category: undefined }),
    area && off(land.areas.find(({ code }) => code === area)?.name ?? area, { area: undefined }),
    words && off(t('directory.filter.wordsChip', { words }), { words: undefined }),
  ].filter(chip => typeof chip === 'object')
}

function Nothing({ t, view, query }: { t: T; view: ViewName; query: DirectoryQuery }) {
  const clear = hrefWith(view, query, { category: undefined, area: undefined, words: undefined })
  return (
    <Card>
      <Empty
        icon="filter"
        title={t('directory.none')}
        action={isFiltered(query) && <a href={clear}>{t('directory.filter.clear')}</a>}
      >
        {t('directory.noneText')}
      </Empty>
    </Card>
  )
}

export function NoNetwork({ t }: { t: T }) {
  return (
    <Card>
      <Empty icon="network" title={t('directory.noNetwork')}>
        {t('directory.noNetworkText')}
      </Empty>
    </Card>
  )
}
