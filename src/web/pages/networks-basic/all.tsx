/** All networks of the installation, for whoever runs it. */
import type { AnyNetwork } from '../../../db/all-networks.ts'
import { formatList, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Table } from '../../ui/table.tsx'

export function AllNetworks({ t, networks }: { t: T; networks: readonly AnyNetwork[] }) {
  const make = (
    <LinkButton icon="plus" href={paths.newNetwork}>
      {t('start.network.title')}
    </LinkButton>
  )
  if (networks.length === 0)
    return (
      <Empty icon="network" title={t('start.all.none')} action={make}>
        {t('start.all.noneText')}
      </Empty>
    )
  return (
    <Card title={t('start.all.title', { count: networks.length })}>
      <Table
        caption={t('start.all.title', { count: networks.length })}
        hideCaption
        columns={[
          { heading: t('start.all.columns.network'), cell: ({ name }) => name },
          { heading: t('start.all.columns.organisation'), cell: ({ organisation }) => organisation ?? '–' },
          { heading: t('start.all.columns.members'), cell: ({ members }) => members, number: true },
          {
            heading: t('start.all.columns.coordinators'),
            cell: ({ id, coordinators }) =>
              coordinators.length > 0 ? (
                formatList(t, coordinators)
              ) : (
                <a href={paths.findCoordinator(id)}>{t('start.all.nobody')}</a>
              ),
          },
        ]}
        rows={networks}
        keyOf={({ id }) => id}
      />
      <div class="next">{make}</div>
    </Card>
  )
}
