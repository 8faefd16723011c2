/** What came of one need: the network's outcomes in their two groups. */
import type { ViewedNeed } from '../../../../db/referrals/view.ts'
import { Select } from '../../../ui/select.tsx'
import type { ActProps } from './act-page.tsx'

export function OutcomeField({ t, page, need }: ActProps & { need: ViewedNeed }) {
  const offered = page.outcomes.filter(({ categoryId }) => categoryId === null || categoryId === need.categoryId)
  const group = (successful: boolean) =>
    offered.filter(one => one.successful === successful).map(({ id, label }) => ({ value: id, label }))
  const optional = page.action === 'close' ? !page.data.network.settings.outcomeRequired : page.needs.length > 1
  return (
    <Select
      name={`outcomes.${need.id}`}
      label={t('referral.act.field.outcomeFor', { need: need.label })}
      width="full"
      optional={optional}
      {...(need.outcome && { hint: t('referral.act.field.outcomeNow', { outcome: need.outcome }) })}
      options={[
        { label: t('referral.act.field.successful'), options: group(true) },
        { label: t('referral.act.field.unsuccessful'), options: group(false) },
      ].filter(({ options }) => options.length > 0)}
    />
  )
}
