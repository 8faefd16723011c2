/** Each need with its state and who holds it. */
import type { ViewedNeed } from '../../../../db/referrals/view.ts'
import { isReturned } from '../../../../domain/routing.ts'
import { Card } from '../../../ui/card.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import type { ReferralData } from '../load-referral.ts'
import type { Props } from './article.tsx'

export function Needs({ t, data }: Props) {
  const { needs } = data.view
  if (needs.length === 0) return null
  return (
    <Card title={t('referral.needs')} id="needs">
      <ul class="lines">
        {needs.map(need => (
          <li key={need.id}>
            <div class="line-top">
              <strong>{need.label}</strong>
              <StatusTag need={need.status} />
            </div>
            <p class="small">{holderText({ t, data }, need)}</p>
            {need.outcome && <p class="small">{t('referral.outcomeIs', { outcome: need.outcome })}</p>}
            {need.unmetReason && <p class="small">{t('referral.unmetIs', { reason: need.unmetReason })}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function holderText({ t, data }: Props, need: ViewedNeed): string {
  if (need.status === 'unplaced')
    return t(
      isReturned(data.view.file.referral, need.id) ? 'referral.needWithReferrer' : 'referral.needWithCoordinator',
    )
  const holder = holderOf(data, need)
  if (!holder || need.status === 'unmet' || need.status === 'withdrawn') return ''
  const names = { service: holder.serviceName, organisation: holder.organisationName }
  return need.status === 'waiting' || need.status === 'helped'
    ? t('referral.needWith', names)
    : t('referral.needBy', names)
}

/** Whoever was asked last and did not pass it on. */
function holderOf({ view }: ReferralData, { id }: ViewedNeed) {
  return view.assignments.findLast(
    one =>
      one.needIds.includes(id) && !one.givenUp.includes(id) && ['pending', 'accepted', 'closed'].includes(one.status),
  )
}
