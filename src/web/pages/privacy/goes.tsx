/** PRIV-1: when something is anonymised or deleted, as a cell of a table tells it. */
import { formatDate, type T } from '../../../words/index.ts'
import { Tag } from '../../ui/tag.tsx'

const day = 24 * 60 * 60 * 1000

export function Goes({ t, now, one: { due, held } }: { t: T; now: Date; one: { due: Date; held: boolean } }) {
  if (held) return <Tag tone="wait">{t('privacy.heldTag')}</Tag>
  const days = Math.ceil((due.getTime() - now.getTime()) / day)
  return (
    <>
      {formatDate(t, due)}
      <br />
      <span class="small">{days > 0 ? t('privacy.days', { count: days }) : t('privacy.nightly')}</span>
    </>
  )
}
