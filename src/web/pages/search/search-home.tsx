/** Before a search: the box, what was searched lately, the kinds of help. */
import type { NetworkArea } from '../../../db/directory/grid.ts'
import type { RecentSearch } from '../../../db/directory/recent.ts'
import { leavesOf, type Network } from '../../../db/networks.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { PostcodeField, SearchField } from '../../ui/text-field.tsx'
import { branchesOf, rootOf } from '../organisations/categories.ts'
import { viewHref } from '../organisations/filter.ts'
import { sayAsked } from './asked.ts'

type Props = {
  t: T
  network: Network
  networks: Network[]
  areas: NetworkArea[]
  recent: RecentSearch[]
  values: FormValues
  errors: FormErrors
  isForgotten: boolean
}

export function SearchHome(props: Props) {
  const { t, network, networks, values, errors, isForgotten, recent } = props
  return (
    <>
      {isForgotten && (
        <Notice tone="success" live>
          <p>{t('directory.search.forgotten')}</p>
        </Notice>
      )}
      <PageHead over={network.name} title={t('directory.search.heading')} lead={t('directory.search.lead')}>
        <LinkButton look="quiet" icon="list" href={paths.organisations()}>
          {t('directory.title')}
        </LinkButton>
      </PageHead>
      <div class="stack">
        <SearchBox t={t} network={network} networks={networks} values={values} errors={errors} />
        {recent.length > 0 && <Recent {...props} />}
        <Browse t={t} network={network} />
      </div>
    </>
  )
}

type BoxProps = Pick<Props, 't' | 'network' | 'networks' | 'values' | 'errors'>

/** Posted, so that neither a postcode nor what somebody needs is ever in an address. */
export function SearchBox({ t, network, networks, values, errors }: BoxProps) {
  return (
    <Form action={paths.search} values={values} errors={errors} plain>
      <div class="search-box">
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
        <div class="search-line">
          <SearchField
            name="words"
            label={t('directory.search.box')}
            hint={t('directory.search.boxHint')}
            autocomplete="off"
            maxlength={200}
          />
          <Button icon="search">{t('directory.search.go')}</Button>
        </div>
        <div class="search-more">
          <PostcodeField
            name="postcode"
            label={t('directory.search.postcode')}
            hint={t('directory.search.postcodeHint')}
            autocomplete="off"
            optional
          />
          <a href={paths.advancedSearch}>{t('directory.search.advanced')}</a>
        </div>
      </div>
    </Form>
  )
}

function Recent({ t, recent, network, areas }: Props) {
  return (
    <Card title={t('directory.search.recent')} id="recent" aside={t('directory.search.recentHint')}>
      <ul class="recent">
        {recent.map(({ id, asked }) => (
          <li key={id}>
            <a href={`${paths.search}?s=${id}`}>
              <Icon name="history" />
              {sayAsked(t, asked, { network, areas })}
            </a>
          </li>
        ))}
      </ul>
      <Form action={paths.forgetSearches} plain>
        <Button look="plain" small>
          {t('directory.search.forget')}
        </Button>
      </Form>
    </Card>
  )
}

function Browse({ t, network }: { t: T; network: Network }) {
  const leaves = leavesOf(network)
  return (
    <section aria-labelledby="browse">
      <h2 id="browse" class="section-title">
        {t('directory.search.browse')}
      </h2>
      <ul class="kinds">
        {branchesOf(network).map(branch => (
          <li key={branch.id} class="card kind">
            <h3>
              <a href={viewHref('list', { network: network.id, category: branch.id })}>{branch.label}</a>
            </h3>
            {branch.description && <p class="small">{branch.description}</p>}
            <ul>
              {leaves
                .filter(({ id, parentId }) => parentId !== null && rootOf(network, id)?.id === branch.id)
                .map(({ id, label }) => (
                  <li key={id}>
                    <a href={viewHref('list', { network: network.id, category: id })}>{label}</a>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
