/** On Home while a network is being set up: how far it has come, and the way on. */
import { checklistTasks, countDone } from '../../../domain/checklist.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { HomeData } from './load-home.ts'

export function SettingUp({ t, data }: { t: T; data: Pick<HomeData, 'settingUp'> }) {
  return (
    <>
      {data.settingUp.map(({ network, checklist }) => (
        <Card
          key={network.id}
          act
          id={`setting-up-${network.slug}`}
          title={t('start.checklist.title', { network: network.name })}
          aside={t('start.checklist.progress', { done: countDone(checklist), of: checklistTasks.length })}
        >
          <div class="stack tight">
            <p>{t('start.checklist.heading', { count: checklistTasks.length - countDone(checklist) })}</p>
            <div class="buttons">
              <LinkButton href={`${paths.checklist}?network=${network.id}`}>{t('start.checklist.open')}</LinkButton>
            </div>
          </div>
        </Card>
      ))}
    </>
  )
}
