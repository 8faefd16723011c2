/** The way out of a page that somebody may have to leave at once. The island "leave" goes with it. */
import type { T } from '../../words/index.ts'
import { Icon } from './icon.tsx'

/** `href`: of the page on how to stay safe. */
export type ExitProps = { href: string; about: string }

/** Innocent, and the same for everybody. */
const elsewhere = 'https://www.bbc.co.uk/weather'

export function Exit({ t, href, about }: ExitProps & { t: T }) {
  return (
    <section class="exit no-print" aria-label={t('publicPages.exit.go')}>
      <div class="wide">
        <p class="small">
          <span class="exit-about">
            {about}{' '}
            <span data-leave-keys hidden>
              {t('publicPages.exit.keys')}{' '}
            </span>
          </span>
          <a href={href}>{t('publicPages.exit.more')}</a>
        </p>
        <a class="button danger" href={elsewhere} rel="noreferrer noopener nofollow" data-leave>
          <Icon name="x" />
          {t('publicPages.exit.go')}
        </a>
      </div>
    </section>
  )
}
