/** What a coordinator looks after: needs that nobody holds, and answers that are overdue. */
import type { T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { listHref } from '../referrals/query.ts'
import type { HomeData } from './load-home.ts'
import { RowsOf, SeeAll } from './waiting.tsx'

export function Coordinating({ t, data }: { t: T; data: HomeData }) {
  const { placing, overdue, overdueCount } = data
  const unplaced = { tab: 'all', status: 'needs_placing' } as const
  const late = { tab: 'all', overdue: 'yes' } as const
  return (
    <>
      {placing.length === 0 ? (
        <Card title={t('home.needsPlacingTitle')} id="placing">
          <p class="small">{t('home.needsPlacingEmpty')}</p>
        </Card>
      ) : (
        <Card
          flush
          act
          title={t('home.needsPlacingTitle')}
          id="placing"
          aside={<SeeAll t={t} count={data.unplaced} href={listHref(unplaced)} />}
        >
          <RowsOf
            t={t}
            data={data}
            label={t('home.needsPlacingTitle')}
            rows={placing}
            href={row => listHref(unplaced, {}, row.id)}
          />
        </Card>
      )}
      {overdue.length > 0 && (
        <Card
          flush
          title={t('home.overdueTitle')}
          id="overdue"
          aside={<SeeAll t={t} count={overdueCount} href={listHref(late)} />}
        >
          <RowsOf
            t={t}
            data={data}
            label={t('home.overdueTitle')}
            rows={overdue}
            href={row => listHref(late, {}, row.id)}
          />
        </Card>
      )}
    </>
  )
}
