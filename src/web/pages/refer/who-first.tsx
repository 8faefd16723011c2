/** Beside the lists: each need, and who is asked first for it; below it the way on. */
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { labelsOf } from './reasons.ts'
import type { Shown } from './services.tsx'

export function WhoFirst({ t, parts, id }: { t: T; parts: readonly Shown[]; id: string }) {
  const isAnybody = parts.some(({ plan }) => plan.listed.length > 0)
  return (
    <div class="choosing-side">
      {parts.map(part => (
        <First key={part.draft.network.id} t={t} {...part} />
      ))}
      <ButtonGroup>
        <LinkButton href={paths.draftConsent(id)}>
          {t(isAnybody ? 'suggestion.continue' : 'suggestion.continueCoordinator')}
        </LinkButton>
        <LinkButton look="plain" href={paths.draft(id)}>
          {t('form.backToDetails')}
        </LinkButton>
      </ButtonGroup>
    </div>
  )
}

function First({ t, draft: { network, through }, plan }: { t: T } & Shown) {
  return (
    <Card title={through ? network.name : t('suggestion.plan')} id={through ? `plan-${network.id}` : 'plan-title'}>
      <dl class="who-first">
        {plan.needs.map(need => {
          const asked = plan.listed.find(({ asks }) => asks.includes(need))
          return (
            <div key={need} class={asked ? undefined : 'nobody'}>
              <dt>{network.categories.get(need)?.label}</dt>
              <dd>
                {asked ? asked.serviceName : t('suggestion.planCoordinator')}
                {asked && <span class="small">{asked.organisationName}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
      {plan.unplaced.length > 0 && plan.listed.length > 0 && (
        <p class="small">
          {t('suggestion.uncovered', { needs: labelsOf(t, network, plan.unplaced) })}. {t('suggestion.uncoveredText')}
        </p>
      )}
    </Card>
  )
}
