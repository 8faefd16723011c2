/** The way to a part of the page: of a long referral people mostly want its notes or its history. */
import type { Props } from './article.tsx'

const parts = ['contact', 'needs', 'circumstances', 'asked', 'files', 'notes', 'history'] as const

export function Jump({ t, data }: Props) {
  if (data.view.sight.level !== 'full') return null
  return (
    <nav class="jump no-print" aria-label={t('referral.jump')}>
      {parts.map(part => (
        <a key={part} href={`#${part}`}>
          {t(`referral.${part}`)}
        </a>
      ))}
    </nav>
  )
}
