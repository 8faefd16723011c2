/** What somebody has open, before it goes to a colleague: how much, and which referrals to those of the same organisation. */
import type { OpenRow, OpenWork } from '../../../db/hand-overs.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'

/** `named`: whoever looks reads these referrals anyway. */
export function WorkPreview({ t, work, named }: { t: T; work: OpenWork; named: boolean }) {
  const { open, drafts, rows } = work
  const more = open - rows.length
  return (
    <Card title={t('handOver.what')}>
      <div class="stack tight">
        {open + drafts === 0 && <p>{t('handOver.nothing')}</p>}
        {open > 0 && <p>{t('handOver.open', { count: open })}</p>}
        {named && rows.length > 0 && <Referrals t={t} rows={rows} />}
        {named && rows.length > 0 && more > 0 && <p class="small">{t('handOver.more', { count: more })}</p>}
        {drafts > 0 && <p>{t('handOver.drafts', { count: drafts })}</p>}
        <p class="small">{t('handOver.stays')}</p>
      </div>
    </Card>
  )
}

function Referrals({ t, rows }: { t: T; rows: readonly OpenRow[] }) {
  return (
    <Table
      caption={t('handOver.what')}
      hideCaption
      rows={rows}
      keyOf={({ referralId, serviceName }) => `${referralId} ${serviceName}`}
      columns={[
        {
          heading: t('handOver.reference'),
          cell: ({ referralId, reference }) => (
            <a class="reference" href={paths.referral(referralId)}>
              {reference}
            </a>
          ),
        },
        { heading: t('handOver.status'), cell: ({ status }) => t(`handOver.${status}`) },
        { heading: t('handOver.service'), cell: ({ serviceName }) => serviceName },
        { heading: t('handOver.network'), cell: ({ networkName }) => networkName },
        { heading: t('handOver.since'), cell: ({ askedAt }) => formatDate(t, askedAt) },
      ]}
    />
  )
}
