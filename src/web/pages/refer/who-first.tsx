/** Beside the list: each need, and who is asked first for it; below it the way on. */
import { paths } from '../../paths.ts'
import { ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { labelsOf } from './reasons.ts'
import type { ListProps } from './services-view.tsx'

export function WhoFirst({ telling, draft, plan }: ListProps) {
  const { t, network } = telling
  return (
    <div class="choosing-side">
      <Card title={t('suggestion.plan')} id="plan-title">
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
      <ButtonGroup>
        <LinkButton href={paths.draftConsent(draft.id)}>
          {t(plan.listed.length > 0 ? 'suggestion.continue' : 'suggestion.continueCoordinator')}
        </LinkButton>
        <LinkButton look="plain" href={paths.draft(draft.id)}>
          {t('form.backToDetails')}
        </LinkButton>
      </ButtonGroup>
    </div>
  )
}
