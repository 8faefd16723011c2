/** What each who is not helping would see of a made-up referral, asked of the rule that decides it. */
import type { VisibilitySettings } from '../../../domain/network.ts'
import { type Actor, type Sight, type Standing, sightOf } from '../../../domain/policy.ts'
import type { T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'

const viewers = ['asked', 'shortlisted', 'other', 'declined', 'restricted'] as const
type Viewer = (typeof viewers)[number]
const standings: Partial<Record<Viewer, Standing>> = { asked: 'waiting', shortlisted: 'shortlisted', declined: 'gone' }

export function VisibilityPreview({ t, rules, isSaved }: { t: T; rules: VisibilitySettings; isSaved: boolean }) {
  const rows = viewers.map(viewer => ({ viewer, sight: sightFor(viewer, rules) }))
  return (
    <Card title={t('system.visibility.preview')}>
      <p>{t(isSaved ? 'system.visibility.previewSaved' : 'system.visibility.previewTried')}</p>
      <Table
        caption={t('system.visibility.preview')}
        hideCaption
        columns={[
          { heading: t('system.visibility.who'), cell: ({ viewer }) => t(`system.visibility.viewer.${viewer}`) },
          { heading: t('system.visibility.called'), cell: ({ sight }) => calledFor(t, sight) },
          { heading: t('system.visibility.sees'), cell: ({ sight }) => t(`system.visibility.level.${sight.level}`) },
        ]}
        rows={rows}
        keyOf={({ viewer }) => viewer}
      />
    </Card>
  )
}

const own = 'the organisation'
const somebody: Actor = {
  ...{ userId: 'somebody', name: '', organisationId: own, organisationName: '', role: 'member', scopes: null },
  ...{ networks: [{ id: 'network', agreed: true }], coordinates: [], commissions: [], administrator: false },
}

function sightFor(viewer: Viewer, rules: VisibilitySettings): Sight {
  const standing = standings[viewer]
  const parties = standing ? [{ organisationId: own, standing }] : []
  const sides = { networkId: 'network', restricted: viewer === 'restricted', consentWithdrawn: false, parties }
  return sightOf(somebody, sides, rules)
}

function calledFor(t: T, { level, identity }: Sight): string {
  if (level === 'none') return '–'
  if (level === 'exists') return t('system.visibility.shown.nothing')
  return t(`system.visibility.shown.${level === 'full' ? 'name' : identity}`)
}
