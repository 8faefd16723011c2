/** The list beside the referral being viewed: tabs, filters, rows, pages. */
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Details } from '../../ui/details.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Rows } from '../../ui/rows.tsx'
import { Chips, Tabs } from '../../ui/tabs.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { chipsOf, isFiltered, tabsOf } from './chips.ts'
import { FilterForm } from './filter-form.tsx'
import type { ListData } from './load-list.ts'
import { listHref } from './query.ts'
import { rowOf } from './rows.tsx'

/** `viewing`: the referral that is open beside it, so that this is no longer the page's subject. */
export function ListColumn({ t, list, viewing }: { t: T; list: ListData; viewing?: string }) {
  const Heading = viewing ? 'h2' : 'h1'
  const chips = chipsOf(t, list)
  return (
    <>
      <div class="list-head">
        <Heading class="list-title">{t('list.title')}</Heading>
        {list.actor.networks.some(({ agreed }) => agreed) && (
          <LinkButton href={paths.refer} icon="plus" small>
            {t('home.makeReferral')}
          </LinkButton>
        )}
      </div>
      <Tabs label={t('list.lists')} tabs={tabsOf(t, list)} />
      {chips.length > 0 && <Chips label={t('list.filters')} chips={chips} />}
      <Details summary={t('list.moreFilters')}>
        <FindForm t={t} words={list.search?.words ?? ''} />
        <FilterForm t={t} list={list} />
      </Details>
      <ListRows t={t} list={list} {...(viewing && { viewing })} />
    </>
  )
}

/** Posted, so that no name is ever in an address. */
export function FindForm({ t, words }: { t: T; words: string }) {
  return (
    <Form action={paths.findReferral} values={{ words }}>
      <div class="find">
        <SearchField name="words" label={t('list.findLabel')} autocomplete="off" />
        <Button look="quiet" icon="search">
          {t('list.find')}
        </Button>
      </div>
    </Form>
  )
}

function ListRows({ t, list, viewing }: { t: T; list: ListData; viewing?: string }) {
  const { rows, next, query, actor, now } = list
  if (rows.length === 0) return <NothingHere t={t} list={list} />
  return (
    <Card flush>
      <Rows
        label={t(`list.tab.${list.tab}`)}
        rows={rows.map(row => ({
          ...rowOf({ t, actor, now }, row, listHref(query, {}, row.id)),
          current: row.id === viewing,
        }))}
      />
      <Pager
        newer={query.after && listHref(query, { after: undefined })}
        older={next ? listHref(query, { after: next }) : undefined}
      />
    </Card>
  )
}

function NothingHere({ t, list }: { t: T; list: ListData }) {
  if (isFiltered(list.query))
    return (
      <Card>
        <Empty
          icon="filter"
          title={t('list.emptyFiltered')}
          action={<a href={listHref({ tab: list.query.tab })}>{t('list.clearFilters')}</a>}
        >
          {t('list.emptyFilteredHint')}
        </Empty>
      </Card>
    )
  const hint = { received: 'list.emptyReceived', sent: 'list.emptySent', all: 'list.emptyAll' } as const
  return (
    <Card>
      <Empty title={t('list.empty')}>{t(hint[list.tab])}</Empty>
    </Card>
  )
}
