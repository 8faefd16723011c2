/** How many, each a link to the list that shows exactly those. */
import { mostCounted, type Stage } from '../../../domain/listing.ts'
import type { T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Counts } from '../../ui/counts.tsx'
import { listHref } from '../referrals/query.ts'
import type { HomeData } from './load-home.ts'

const stages: readonly Stage[] = ['open', 'accepted', 'closed']

export function CountsCard({ t, data }: { t: T; data: HomeData }) {
  const { unplaced, member, coordinator, overdueCount } = data
  return (
    <Card title={t('home.countsTitle')} id="counts">
      {member && <Counts title={t('home.received')} counts={countsOf(t, data, 'received')} />}
      {member && <Counts title={t('home.sent')} counts={countsOf(t, data, 'sent')} />}
      {coordinator && (
        <Counts
          title={t('home.network')}
          counts={[
            {
              href: listHref({ tab: 'all', status: 'needs_placing' }),
              count: unplaced,
              most: mostCounted,
              label: t('home.needsPlacing'),
              hot: unplaced > 0,
            },
            {
              href: listHref({ tab: 'all', overdue: 'yes' }),
              count: overdueCount,
              most: mostCounted,
              label: t('home.overdueLabel'),
              hot: overdueCount > 0,
            },
          ]}
        />
      )}
    </Card>
  )
}

function countsOf(t: T, { counts }: HomeData, side: 'received' | 'sent') {
  return stages.map(stage => ({
    href: listHref({ tab: side, stage }),
    count: counts[side][stage],
    label: t(`home.count.${stage}`),
    hot: side === 'received' && stage === 'open' && counts.received.open > 0,
  }))
}
