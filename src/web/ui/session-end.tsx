/** The warning before a session ends; empty until the island `session-end` fills it in. */
import type { T } from '../../words/index.ts'
import { Button } from './button.tsx'

/** In seconds: until it ends where nothing is done, and until it ends whatever is done. */
export type SessionEnd = { idle: number; left: number; stay: string }

export function SessionEndBar({ t, idle, left, stay }: SessionEnd & { t: T }) {
  return (
    <section
      class="session-end"
      aria-label={t('auth.session.name')}
      data-session-end
      data-idle={idle}
      data-left={left}
      data-stay={stay}
      data-ending={t('auth.session.ending', { time: '{{time}}' })}
      data-idle-text={t('auth.session.idle')}
      data-longest={t('auth.session.longest')}
      data-over={t('auth.session.over')}
      data-over-text={t('auth.session.overText')}
      hidden
    >
      <div role="alert">
        <p class="strong" />
        <p />
      </div>
      <Button type="button">{t('auth.session.stay')}</Button>
    </section>
  )
}
