/** ADM-3: that referrals exist, between whom and how far they are; never what is in them. */
import type { ReferralRow } from '../../../db/referrals/list.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Table } from '../../ui/table.tsx'
import { StatusTag } from '../../ui/tag.tsx'
import { Thread } from '../../ui/thread.tsx'
import { AdministratorFilters } from './administrator-filters.tsx'
import { countOf } from './list-column.tsx'
import type { ListData } from './load-list.ts'
import { PageSize } from './page-size.tsx'
import { listHref } from './query.ts'
import { routeOf, threadOf } from './rows.tsx'

export function AdministratorList({ t, list }: { t: T; list: ListData }) {
  const { rows, next, query, actor } = list
  const columns = [
    { heading: t('list.table.number'), cell: (row: ReferralRow) => <Reference row={row} list={list} /> },
    { heading: t('list.table.opened'), cell: (row: ReferralRow) => formatDate(t, row.openedAt) },
    { heading: t('list.table.route'), cell: (row: ReferralRow) => routeOf({ t, actor }, row) },
    { heading: t('list.table.status'), cell: (row: ReferralRow) => <StatusTag referral={row.status} /> },
    { heading: t('list.table.progress'), cell: (row: ReferralRow) => <Thread {...threadOf(row)} /> },
  ]
  return (
    <>
      <PageHead title={t('list.title')} lead={t('list.administratorLead')} />
      <div class="stack">
        <AdministratorFilters t={t} list={list} />
        {rows.length === 0 ? (
          <Card>
            <Empty icon="inbox" title={t('list.emptyFiltered')}>
              {t('list.emptyFilteredHint')}
            </Empty>
          </Card>
        ) : (
          <Card flush title={countOf(t, list)}>
            <Table caption={t('list.title')} hideCaption columns={columns} rows={rows} keyOf={row => row.id} />
            <Pager
              newer={query.after && listHref(query, { after: undefined })}
              older={next ? listHref(query, { after: next }) : undefined}
            />
          </Card>
        )}
        <PageSize t={t} list={list} />
      </div>
    </>
  )
}

function Reference({ row, list }: { row: ReferralRow; list: ListData }) {
  return (
    <a class="reference" href={listHref(list.query, {}, row.id)}>
      {row.reference}
    </a>
  )
}
