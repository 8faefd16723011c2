/** For those who run or pay for a network and work on no referral: how much there is, without anybody in it. */
import type { Figures } from '../../../db/home.ts'
import { formatNumber, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import type { HomeData } from './load-home.ts'

const secret: readonly (keyof Figures)[] = ['opened', 'open', 'closed']

export function FigureCards({ t, data }: { t: T; data: HomeData }) {
  const { figures, actor, networks } = data
  if (!figures) return null
  const names: (keyof Figures)[] = actor.administrator
    ? ['networks', 'organisations', 'services', 'opened', 'open', 'closed']
    : ['opened', 'open', 'closed', 'organisations', 'services']
  const title = actor.administrator
    ? t('home.overviewAll')
    : t('home.overview', { network: networks.map(({ name }) => name).join(', ') })
  return (
    <div class="home">
      <Card title={title} id="figures">
        <Facts
          facts={names.map(name => ({
            name: t(`home.figures.${name}`),
            value: <strong>{figureOf(t, figures[name], secret.includes(name) && !actor.administrator)}</strong>,
          }))}
        />
        <p class="small figures-note">{t(actor.administrator ? 'home.administratorNote' : 'home.figuresNote')}</p>
        {actor.administrator && (
          <div class="buttons">
            <LinkButton look="quiet" href={paths.referrals}>
              {t('home.administratorLink')}
            </LinkButton>
            <LinkButton look={figures.networks > 0 ? 'quiet' : 'go'} href={paths.newNetwork}>
              {t('start.network.title')}
            </LinkButton>
          </div>
        )}
      </Card>
    </div>
  )
}

/** Small numbers of people are hidden from those who may not know them. */
function figureOf(t: T, figure: number, hideSmall: boolean): string {
  return hideSmall && figure > 0 && figure < 5 ? t('home.fewerThanFive') : formatNumber(t, figure)
}
