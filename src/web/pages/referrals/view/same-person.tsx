/** FORM-15: somebody may have been referred twice; said to those who can do something about it. */
import { paths } from '../../../paths.ts'
import { Notice } from '../../../ui/notice.tsx'
import { keepQuery } from '../names.ts'
import type { Props } from './article.tsx'

export function SamePerson({ t, data }: Props) {
  const { rows, others } = data.view.duplicates
  if (rows.length + others === 0) return null
  return (
    <Notice tone="warning" title={t('referral.samePerson.title', { count: rows.length + others })}>
      {rows.length > 0 && (
        <ul class="small">
          {rows.map(({ id, reference, needs, recipients }) => (
            <li key={id}>
              <a href={keepQuery(paths.referral(id), data.query)}>{reference}</a>
              {': '}
              {[needs.join(', '), [...new Set(recipients.map(({ name }) => name))].join(', ')]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
      {others > 0 && <p class="small">{t('referral.samePerson.others', { count: others })}</p>}
    </Notice>
  )
}
