/** The page of services: the list in order, who is asked first for what, others that suit, a search, and the way out. */
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Draft } from './draft.ts'
import { Journey } from './journey.tsx'
import { NoneOfThese, RuledOut, Suitable } from './other-services.tsx'
import { type Located, Outside } from './place.tsx'
import type { Plan } from './plan.ts'
import type { Telling } from './reasons.ts'
import { SearchServices } from './search-services.tsx'
import { ListedService } from './service-card.tsx'
import type { Search } from './services.tsx'
import { WhoFirst } from './who-first.tsx'

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

export type ListProps = { telling: Telling; draft: Draft; plan: Plan }

function List({ telling, draft, plan }: ListProps) {
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

function outwardOf(located: Located | null): string | null {
  return located?.place.outward ?? null
}
