/** The two questions of the directory, asked on the way in: posted, so that no answer stands in an address. */
import { publicPaths } from '../../public-paths.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField, TextField } from '../../ui/text-field.tsx'
import type { Site } from './site.ts'

export function WelcomeSearch({ site: { t, slug, to } }: { site: Site }) {
  return (
    <form class="welcome-search" method="post" action={to(publicPaths.services(slug))} noValidate>
      <SearchField
        name="words"
        label={t('publicSite.welcome.what')}
        hint={t('publicSite.welcome.whatHint')}
        autocomplete="off"
      />
      <TextField name="place" label={t('publicSite.welcome.where')} width="full" autocomplete="postal-code" optional />
      <Button icon="search">{t('publicSite.welcome.go')}</Button>
      <p class="small">{t('publicSite.welcome.promise')}</p>
    </form>
  )
}
