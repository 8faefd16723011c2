/** NET-4: the same submission's referral in another network, for those who may know of it. */
import { paths } from '../../../paths.ts'
import { Card } from '../../../ui/card.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import type { Props } from './article.tsx'

export function TiedTo({ t, data }: Props) {
  const { tied } = data.view
  if (tied.length === 0) return null
  return (
    <Card title={t('referral.tied')} id="tied">
      <ul class="lines">
        {tied.map(one => (
          <li key={one.id}>
            <div class="line-top">
              <a href={paths.referral(one.id)}>{one.reference}</a>
              <StatusTag referral={one.status} />
            </div>
            <p class="small">{[one.networkName, one.needs.join(', ')].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
