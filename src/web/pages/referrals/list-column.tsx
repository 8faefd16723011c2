/** The list beside the referral being viewed: tabs, filters, rows, pages. */
import { mostCounted } from '../../../domain/listing.ts'
import { formatNumber, type T } from '../../../words/index.ts'
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
import { appliedChips, isFiltered, tabsOf, urgentChip } from './chips.ts'
import { FilterForm } from './filter-form.tsx'
import { Keeping } from './keeping.tsx'
import type { ListData } from './load-list.ts'
import { PageSize } from './page-size.tsx'
import { listHref } from './query.ts'
import { nameOf, rowOf } from './rows.tsx'
import { Selecting } from './selecting.tsx'

type Props = { t: T; list: ListData }

/** `viewing`: the referral that is open beside it, so that this is no longer the page's subject. */
export function ListColumn({ t, list, viewing }: Props & { viewing?: string }) {
  const Heading = viewing ? 'h2' : 'h1'
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
      <Narrowing t={t} list={list} />
      <ListRows t={t} list={list} {...(viewing && { viewing })} />
      <Keeping t={t} list={list} />
      <p class="hidden" role="status" data-opened={t('list.keys.opened', { name: '{name}' })} />
    </>
  )
}

function Narrowing({ t, list }: Props) {
  const { query, search, views } = list
  const applied = appliedChips(t, list)
  const urgent = urgentChip(t, list)
  const kept = views.map(({ name, search }) => ({ href: `${paths.referrals}?${search}`, label: name }))
  const clear = { href: listHref({ tab: query.tab, rows: query.rows }), label: t('list.clearFilters') }
  return (
    <>
      {(urgent || kept.length > 0) && (
        <Chips label={t('list.filters')} chips={[...(urgent ? [urgent] : []), ...kept]} />
      )}
      <Details summary={t('list.moreFilters')}>
        <FindForm t={t} words={search?.words ?? ''} />
        <FilterForm t={t} list={list} />
      </Details>
      {applied.length > 0 && (
        <Chips label={t('list.applied')} chips={applied.length > 1 ? [...applied, clear] : applied} />
      )}
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

function ListRows({ t, list, viewing }: Props & { viewing?: string }) {
  const { rows, next, query, actor, now } = list
  if (rows.length === 0) return <NothingHere t={t} list={list} />
  const selecting = query.select === 'yes'
  const card = (
    <Card flush>
      <Rows
        label={t(`list.tab.${list.tab}`)}
        rows={rows.map(row => ({
          ...rowOf({ t, actor, now }, row, listHref(query, {}, row.id)),
          current: row.id === viewing,
          ...(selecting && { tick: { value: row.id, label: t('list.select.one', { name: nameOf(row) }) } }),
        }))}
      />
      <Pager
        newer={query.after && listHref(query, { after: undefined, select: query.select })}
        older={next ? listHref(query, { after: next, select: query.select }) : undefined}
      />
    </Card>
  )
  return (
    <>
      <ListBar t={t} list={list} />
      {selecting ? (
        <Selecting t={t} list={list}>
          {card}
        </Selecting>
      ) : (
        card
      )}
      <PageSize t={t} list={list} />
    </>
  )
}

/** How many there are, and the way to work on several at once. */
function ListBar({ t, list }: Props) {
  const { query } = list
  const selecting = query.select === 'yes'
  return (
    <div class="list-bar">
      <p class="list-count" role="status">
        {countOf(t, list)}
      </p>
      <a href={listHref(query, { select: selecting ? undefined : 'yes', after: query.after })}>
        {t(selecting ? 'list.select.stop' : 'list.select.start')}
      </a>
    </div>
  )
}

/** "371 referrals", "500+ referrals"; "38 referrals, 41 askings" where a report led here that counts those. */
export function countOf(t: T, { matches: { referrals, askings, needs } }: Pick<ListData, 'matches'>): string {
  const isMore = referrals > mostCounted
  const many = { count: formatNumber(t, mostCounted) }
  return [
    isMore ? t('list.resultsMany', many) : t('list.results', { count: referrals }),
    askings !== null && (isMore ? t('list.askingsMany', many) : t('list.askings', { count: askings })),
    needs !== null && (isMore ? t('list.needsMany', many) : t('list.needs', { count: needs })),
  ]
    .filter(Boolean)
    .join(', ')
}

function NothingHere({ t, list }: Props) {
  if (isFiltered(list.query))
    return (
      <Card>
        <Empty
          icon="filter"
          title={t('list.emptyFiltered')}
          action={<a href={listHref({ tab: list.query.tab, rows: list.query.rows })}>{t('list.clearFilters')}</a>}
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
