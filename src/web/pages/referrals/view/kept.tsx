/** PRIV-1: when a closed referral will be anonymised, what holds it back, or since when nothing tells who it was about. */
import { mayHoldReferral } from '../../../../domain/policy-on-privacy.ts'
import { fateOf } from '../../../../domain/retention.ts'
import { formatDate, type T } from '../../../../words/index.ts'
import { paths } from '../../../paths.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { ReferralData } from '../load-referral.ts'
import type { Props } from './article.tsx'

/** First on the page: why there is nothing to read. */
export function Anonymised({ t, data }: Props) {
  const at = data.kept?.anonymisedAt
  if (!at) return null
  return (
    <Notice>
      <p>{t('privacy.kept.anonymised', { date: formatDate(t, at) })}</p>
    </Notice>
  )
}

export function Kept({ t, data }: Props) {
  const { kept, now, actor, view } = data
  if (!kept || view.sight.level !== 'full' || kept.anonymisedAt) return null
  const { sides, settings } = view.file
  const mayHold = mayHoldReferral(actor, sides, settings)
  if (!kept.endedAt && !kept.hold && !mayHold) return null
  return (
    <Card title={t('privacy.kept.title')} id="kept">
      <div class="stack tight">
        <Words t={t} kept={kept} now={now} months={settings.retentionMonths} />
        {kept.hold && <Why t={t} hold={kept.hold} />}
        {mayHold && (
          <LinkButton look="quiet" icon="clock" href={paths.hold(data.id)}>
            {t(kept.hold ? 'privacy.kept.lift' : 'privacy.kept.hold')}
          </LinkButton>
        )}
      </div>
    </Card>
  )
}

type KeptProps = { t: T; kept: NonNullable<ReferralData['kept']>; now: Date }

function Words({ t, kept, now, months }: KeptProps & { months: number }) {
  const fate = fateOf({ ...kept, held: kept.hold !== null }, now)
  if (fate.kind === 'held') return <p>{t('privacy.kept.held', { date: formatDate(t, fate.due) })}</p>
  if (fate.kind !== 'counting')
    return <p>{kept.hold ? t('privacy.kept.heldOpen') : t('privacy.kept.open', { count: months })}</p>
  const date = formatDate(t, fate.due)
  const count = fate.daysLeft
  return (
    <>
      <p>{count > 0 ? t('privacy.kept.counting', { date, count }) : t('privacy.kept.due')}</p>
      <p class="small">{t('privacy.kept.what')}</p>
    </>
  )
}

export function Why({ t, hold: { reason, by, at } }: { t: T; hold: NonNullable<KeptProps['kept']['hold']> }) {
  const date = formatDate(t, at)
  return (
    <>
      <p>{t('privacy.kept.why', { reason })}</p>
      <p class="small">{by ? t('privacy.kept.by', { name: by, date }) : t('privacy.kept.byNobody', { date })}</p>
    </>
  )
}
