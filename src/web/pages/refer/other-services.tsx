/** Below the list: what else suits, what does not and why, and the way out where nothing does. */
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { Form } from '../../ui/form.tsx'
import { servicesOf } from './draft.ts'
import { OtherService } from './service-card.tsx'
import type { ListProps } from './services-view.tsx'

export function Suitable({ telling, draft, plan }: ListProps) {
  const { t } = telling
  if (plan.suitable.length === 0) return null
  return (
    <Details summary={`${t('suggestion.suitable')} (${plan.suitable.length})`} open={plan.unplaced.length > 0}>
      <p class="small">{t('suggestion.suitableText')}</p>
      <Form action={servicesOf(draft)} plain>
        <ul class="picks">
          {plan.suitable.map(option => (
            <OtherService key={option.serviceId} telling={telling} option={option}>
              <Button
                look="quiet"
                small
                icon="plus"
                name="do"
                value={`add ${option.serviceId}`}
                label={t('suggestion.addLabel', { service: option.serviceName })}
              >
                {t('suggestion.add')}
              </Button>
            </OtherService>
          ))}
        </ul>
      </Form>
    </Details>
  )
}

export function RuledOut({ telling, plan }: Omit<ListProps, 'draft'>) {
  const { t } = telling
  if (plan.ruledOut.length === 0) return null
  return (
    <Details summary={`${t('suggestion.ruledOut')} (${plan.ruledOut.length})`}>
      <p class="small">{t('suggestion.ruledOutText')}</p>
      <ul class="picks">
        {plan.ruledOut.map(option => (
          <OtherService key={option.serviceId} telling={telling} option={option} />
        ))}
      </ul>
    </Details>
  )
}

export function NoneOfThese({ telling, draft, plan }: ListProps) {
  const { t, network } = telling
  const contact = [network.helpName, network.helpPhone, network.helpEmail].filter(Boolean).join(', ')
  return (
    <Details summary={t('suggestion.none')}>
      <p>
        {t('suggestion.noneText')} {contact && t('suggestion.noneContact', { contact })}
      </p>
      <ButtonGroup>
        {plan.listed.length > 0 && (
          <Form action={servicesOf(draft)} plain>
            <Button look="quiet" name="do" value="none">
              {t('suggestion.noneButton')}
            </Button>
          </Form>
        )}
        <LinkButton look="plain" href={`${paths.draft(draft.id)}#needs-section`}>
          {t('suggestion.noneChange')}
        </LinkButton>
      </ButtonGroup>
    </Details>
  )
}
