/** What is happening, in the referrer's words, and what else is known of the person. */
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import type { Props } from './article.tsx'

export function Circumstances({ t, data }: Props) {
  const { content } = data.view
  if (!content) return null
  return (
    <Card title={t('referral.circumstances')} id="circumstances">
      <p class="said">{content.circumstances || t('referral.noCircumstances')}</p>
      <Facts
        facts={[
          {
            name: t('referral.household'),
            value: content.householdSize && t('referral.people', { count: content.householdSize }),
          },
          { name: t('referral.health'), value: content.health && <span class="said">{content.health}</span> },
          ...demographicFacts(data),
        ]}
      />
    </Card>
  )
}

function demographicFacts({ view: { content }, network }: Props['data']) {
  return Object.entries(content?.demographics ?? {}).map(([key, chosen]) => {
    const demographic = network.demographics.find(one => one.key === key)
    const label = (option: string) => demographic?.options.find(one => one.key === option)?.label ?? option
    return { name: demographic?.label ?? key, value: chosen.map(label).join(', ') }
  })
}
