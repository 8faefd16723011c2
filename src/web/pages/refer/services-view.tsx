/** The page of services: the list in order, who is asked first for what, others that suit, a search, and the way out. */
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Details } from '../../ui/details.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Draft } from './draft.ts'
import { Journey } from './journey.tsx'
import { type Located, Outside } from './place.tsx'
import type { Plan } from './plan.ts'
import { labelsOf, type Telling } from './reasons.ts'
import { SearchServices } from './search-services.tsx'
import { ListedService, OtherService } from './service-card.tsx'
import type { Search } from './services.tsx'

export type ServicesProps = { t: T; draft: Draft; plan: Plan; isBack: boolean; search: Search | null }

export function Services({ t, draft, plan, isBack, search }: ServicesProps) {
  const { id, network } = draft
  const telling = { t, network, outward: outwardOf(plan.located) }
  const asked = plan.listed.filter(({ asks }) => asks.length > 0).map(one => one.organisationId)
  return (
    <div id="services" data-refresh>
      <Journey t={t} id={id} at="services" />
      <PageHead over={network.name} title={headingOf(t, plan, new Set(asked).size)} lead={t('suggestion.lead')} />
      <div class="choosing">
        <div class="stack">
          <Outside t={t} network={network} located={plan.located} />
          {isBack && (
            <Notice tone="warning" title={t('suggestion.changed')}>
              <p>{t('suggestion.changedText')}</p>
            </Notice>
          )}
          {plan.dropped.length > 0 && (
            <Notice tone="warning">
              <p>{t('suggestion.dropped', { services: plan.dropped.join(', ') })}</p>
            </Notice>
          )}
          <List telling={telling} draft={draft} plan={plan} />
          <Suitable telling={telling} draft={draft} plan={plan} />
          <SearchServices telling={telling} draft={draft} plan={plan} search={search} />
          <RuledOut telling={telling} plan={plan} />
          <NoneOfThese telling={telling} draft={draft} plan={plan} />
        </div>
        <WhoFirst telling={telling} draft={draft} plan={plan} />
      </div>
    </div>
  )
}

function headingOf(t: T, { listed, suitable }: Plan, first: number): string {
  if (listed.length > 0) return t('suggestion.heading', { count: first })
  return t(suitable.length > 0 ? 'suggestion.headingNone' : 'suggestion.headingNoneSuits')
}

type Props = { telling: Telling; draft: Draft; plan: Plan }

function List({ telling, draft, plan }: Props) {
  const { t } = telling
  if (plan.listed.length === 0)
    return (
      <Notice title={t('suggestion.emptyTitle')}>
        <p>{t('suggestion.emptyText')}</p>
        {plan.isChanged && <Reset t={t} draft={draft} />}
      </Notice>
    )
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title" class="section-title">
        {t('suggestion.list')}
      </h2>
      <Form action={paths.draftServices(draft.id)} plain>
        <ol class="picks">
          {plan.listed.map((option, index) => (
            <ListedService
              key={option.serviceId}
              telling={telling}
              option={option}
              place={index + 1}
              last={index === plan.listed.length - 1}
              reason={draft.body.reasons?.[option.serviceId]}
            />
          ))}
        </ol>
      </Form>
      {plan.isChanged && <Reset t={t} draft={draft} />}
    </section>
  )
}

function Reset({ t, draft }: { t: T; draft: Draft }) {
  return (
    <Form action={paths.draftServices(draft.id)} plain>
      <Button look="plain" name="do" value="reset">
        {t('suggestion.reset')}
      </Button>
    </Form>
  )
}

/** Beside the list: each need, and who is asked first for it; below it the way on. */
function WhoFirst({ telling, draft, plan }: Props) {
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

function Suitable({ telling, draft, plan }: Props) {
  const { t } = telling
  if (plan.suitable.length === 0) return null
  return (
    <Details summary={`${t('suggestion.suitable')} (${plan.suitable.length})`} open={plan.unplaced.length > 0}>
      <p class="small">{t('suggestion.suitableText')}</p>
      <Form action={paths.draftServices(draft.id)} plain>
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

function RuledOut({ telling, plan }: Omit<Props, 'draft'>) {
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

function NoneOfThese({ telling, draft, plan }: Props) {
  const { t, network } = telling
  const contact = [network.helpName, network.helpPhone, network.helpEmail].filter(Boolean).join(', ')
  return (
    <Details summary={t('suggestion.none')}>
      <p>
        {t('suggestion.noneText')} {contact && t('suggestion.noneContact', { contact })}
      </p>
      <ButtonGroup>
        {plan.listed.length > 0 && (
          <Form action={paths.draftServices(draft.id)} plain>
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

function outwardOf(located: Located | null): string | null {
  return located?.place.outward ?? null
}
