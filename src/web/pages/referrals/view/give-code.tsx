/** PUB-3: the way to the code of the person's own page, for those who know them. */
import { ownPaths } from '../../../own-paths.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { keepQuery } from '../names.ts'
import type { Props } from './article.tsx'

export function GiveCode({ t, data }: Props) {
  if (!data.view.mayGiveCode) return null
  return (
    <Card title={t('ownPage.card.part')} id="own-page">
      <p class="small">{t('ownPage.card.partText')}</p>
      <div class="buttons">
        <LinkButton look="quiet" href={keepQuery(ownPaths.card(data.id), data.query)}>
          {t('ownPage.card.link')}
        </LinkButton>
      </div>
    </Card>
  )
}
