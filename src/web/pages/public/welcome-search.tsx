/** The two questions of the directory, asked on the way in. */
import { publicPaths } from '../../public-paths.ts'
import { SearchBox } from './find/search-box.tsx'
import type { Site } from './site.ts'

export function WelcomeSearch({ site: { t, slug, to } }: { site: Site }) {
  return (
    <div class="welcome-search">
      <SearchBox t={t} action={to(publicPaths.services(slug))} values={{}} />
      <p class="small">{t('publicSite.welcome.promise')}</p>
    </div>
  )
}
