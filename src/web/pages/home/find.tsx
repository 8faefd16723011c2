/** A search box for people and references; what is typed is posted and never in an address. */
import type { T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { FindForm } from '../referrals/list-column.tsx'

export function FindCard({ t }: { t: T }) {
  return (
    <Card title={t('home.find')} id="find">
      <FindForm t={t} words="" />
      <p class="small">{t('home.findHint')}</p>
    </Card>
  )
}
