/** Older and newer: lists grow while one reads, so pages have no numbers. */
import { type Children, say } from './context.tsx'
import { Icon } from './icon.tsx'

export function Pager({
  newer,
  older,
  children,
}: {
  newer?: string | undefined
  older?: string | undefined
  children?: Children
}) {
  if (!newer && !older) return null
  return say(t => (
    <nav class="pager" aria-label={t('ui.pages')}>
      <span>
        {newer && (
          <a href={newer} rel="prev">
            <Icon name="arrow-left" />
            {t('ui.newer')}
          </a>
        )}
      </span>
      {children && <span class="small">{children}</span>}
      <span>
        {older && (
          <a href={older} rel="next">
            {t('ui.older')}
            <Icon name="arrow-right" />
          </a>
        )}
      </span>
    </nav>
  ))
}
