/** Copies a reference; there only where the island `copy` runs. */
import { say } from './context.tsx'
import { Icon } from './icon.tsx'

export function CopyButton({ text }: { text: string }) {
  return say(t => (
    <button type="button" class="button quiet small" data-copy={text} data-copied={t('ui.copied')} hidden>
      <Icon name="copy" />
      <span aria-live="polite">{t('ui.copy')}</span>
    </button>
  ))
}
