/** PUB-1: the way to the network's own form, where it lets people ask for help themselves. */
import { publicPaths } from '../../public-paths.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Site } from './site.ts'

/** `need`: what it is about, where that is known. The reader's list stays behind: it is nobody else's. */
export function AskForHelp({ site: { t, slug, network, to }, need }: { site: Site; need?: string | undefined }) {
  if (network.settings.selfReferral !== 'pages') return null
  return (
    <div class="ask no-print">
      <p>
        <strong>{t('publicSite.ask.title')}</strong> {t('publicSite.ask.text')}
      </p>
      <a class="button quiet" href={to(publicPaths.ask(slug, need), { list: undefined })} rel="nofollow">
        <Icon name="hand-helping" />
        {t('publicSite.ask.go')}
      </a>
    </div>
  )
}
