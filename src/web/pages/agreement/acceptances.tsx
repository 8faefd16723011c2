/** Which member accepted which version, by whom, when. */
import type { Acceptance } from '../../../db/agreements.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'

type Props = { t: T; acceptances: readonly Acceptance[]; current: number }

export function Acceptances({ t, acceptances, current }: Props) {
  return (
    <Table
      caption={t('joining.agreement.who')}
      hideCaption
      rows={acceptances}
      keyOf={({ organisationId }) => organisationId}
      columns={[
        { heading: t('joining.agreement.columns.organisation'), cell: ({ organisationName }) => organisationName },
        {
          heading: t('joining.agreement.columns.version'),
          cell: ({ version }) =>
            version === null ? (
              <Tag tone="wait">{t('joining.agreement.notYet')}</Tag>
            ) : (
              <Tag tone={version === current ? 'good' : 'wait'}>{t('joining.members.version', { version })}</Tag>
            ),
        },
        { heading: t('joining.agreement.columns.by'), cell: ({ by }) => by },
        { heading: t('joining.agreement.columns.at'), cell: ({ at }) => at && formatDate(t, at) },
      ]}
    />
  )
}
