/** FORM-15: the person has an open referral already, which this referrer may read in full. */
import type { ReferralRow } from '../../../db/referrals/list.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'

export function OpenAlready({ t, rows }: { t: T; rows: readonly ReferralRow[] }) {
  if (rows.length === 0) return null
  return (
    <Notice tone="warning" title={t('form.same.title', { count: rows.length })}>
      <p>{t('form.same.text')}</p>
      <ul>
        {rows.map(({ id, reference, needs, openedAt }) => (
          <li key={id}>
            <a href={paths.referral(id)}>{reference}</a>
            {`: ${[needs.join(', '), formatDate(t, openedAt)].join(' · ')}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
