/** Ways to take a copy of a referral, for those who see all of it. */
import { type Paper, paths } from '../../../paths.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { Props } from './article.tsx'

const ways: readonly { as: Paper; key: 'csv' | 'xlsx' | 'page'; icon: 'download' | 'printer' }[] = [
  { as: 'print', key: 'page', icon: 'printer' },
  { as: 'csv', key: 'csv', icon: 'download' },
  { as: 'xlsx', key: 'xlsx', icon: 'download' },
]

export function TakeCopy({ t, data }: Props) {
  if (!data.view.content) return null
  return (
    <nav class="buttons no-print" aria-label={t('referral.paper.take')}>
      {ways.map(({ as, key, icon }) => (
        <a key={as} class="button plain" href={paths.referralPaper(data.id, as)}>
          <Icon name={icon} />
          {t(`referral.paper.${key}`)}
        </a>
      ))}
    </nav>
  )
}
