/** For the administrator, who works on no referral: how much there is, without anybody in it. */
import type { Figures } from '../../../db/home.ts'
import { formatNumber, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import type { HomeData } from './load-home.ts'

const names: readonly (keyof Figures)[] = ['networks', 'organisations', 'services', 'opened', 'open', 'closed']

export function FigureCards({ t, data: { figures } }: { t: T; data: HomeData }) {
  if (!figures) return null
  return (
    <div class="home">
      <Card title={t('home.overviewAll')} id="figures">
        <Facts
          facts={names.map(name => ({
            name: t(`home.figures.${name}`),
            value: <strong>{formatNumber(t, figures[name])}</strong>,
          }))}
        />
        <p class="small figures-note">{t('home.administratorNote')}</p>
        <div class="buttons">
          <LinkButton look="quiet" href={paths.referrals}>
            {t('home.administratorLink')}
          </LinkButton>
          <LinkButton look={figures.networks > 0 ? 'quiet' : 'go'} href={paths.newNetwork}>
            {t('start.network.title')}
          </LinkButton>
        </div>
      </Card>
    </div>
  )
}
