/** The page of services: the list in order, who is asked first for what, others that suit, a search, and the way out. */

import type { ReferralRow } from '../../../db/referrals/list.ts'
import type { T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Draft, servicesOf } from './draft.ts'
import { Journey } from './journey.tsx'
import { OpenAlready } from './open-already.tsx'
import { NoneOfThese, RuledOut, Suitable } from './other-services.tsx'
import { Outside } from './place.tsx'
import type { Plan } from './plan.ts'
import type { Telling } from './reasons.ts'
import { SearchServices } from './search-services.tsx'
import { ListedService } from './service-card.tsx'
import type { Shown } from './services.tsx'
import { NotAmong } from './starting.tsx'
import { WhoFirst } from './who-first.tsx'

export type ServicesProps = { t: T; parts: readonly Shown[]; isBack: boolean; same: readonly ReferralRow[] }

export function Services({ t, parts, isBack, same }: ServicesProps) {
  const shown = parts.filter(({ plan }, index) => plan.needs.length > 0 || (index === 0 && parts.length === 1))
  const [first] = parts
  const asked = shown.flatMap(({ plan }) => plan.listed.filter(({ asks }) => asks.length > 0))
  const heading = headingOf(t, shown, new Set(asked.map(one => one.organisationId)).size)
  if (!first) return null
  return (
    <div id="services" data-refresh>
      <Journey t={t} id={first.draft.id} at="services" />
      <PageHead over={first.draft.network.name} title={heading} lead={t('suggestion.lead')} />
      <div class="choosing">
        <div class="stack">
          <OpenAlready t={t} rows={same} />
          <Outside t={t} network={first.draft.network} located={first.plan.located} />
          {isBack && (
            <Notice tone="warning" title={t('suggestion.changed')}>
              <p>{t('suggestion.changedText')}</p>
            </Notice>
          )}
          {shown.map(part => (
            <InNetwork key={part.draft.network.id} t={t} {...part} />
          ))}
        </div>
        <WhoFirst t={t} parts={shown} id={first.draft.id} />
      </div>
    </div>
  )
}

/** One network's list, and what else it has; each change is of that list alone. */
function InNetwork({ t, draft, plan, search }: { t: T } & Shown) {
  const { network } = draft
  const telling = { t, network, outward: plan.located?.place.outward ?? null }
  const shared = { telling, draft, plan }
  return (
    <>
      {draft.through && <h2 class="through-title">{t('form.through', { network: network.name })}</h2>}
      <NotAmong t={t} draft={draft} plan={plan} />
      {plan.dropped.length > 0 && (
        <Notice tone="warning">
          <p>{t('suggestion.dropped', { services: plan.dropped.join(', ') })}</p>
        </Notice>
      )}
      <List {...shared} />
      <Suitable {...shared} />
      <SearchServices {...shared} search={search} />
      <RuledOut telling={telling} plan={plan} />
      <NoneOfThese {...shared} />
    </>
  )
}

function headingOf(t: T, parts: readonly Shown[], first: number): string {
  if (parts.some(({ plan }) => plan.listed.length > 0)) return t('suggestion.heading', { count: first })
  const isAny = parts.some(({ plan }) => plan.suitable.length > 0)
  return t(isAny ? 'suggestion.headingNone' : 'suggestion.headingNoneSuits')
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
    <section aria-labelledby={`list-${draft.network.id}`}>
      <h2 id={`list-${draft.network.id}`} class="section-title">
        {t('suggestion.list')}
      </h2>
      <Form action={servicesOf(draft)} plain>
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
    <Form action={servicesOf(draft)} plain>
      <Button look="plain" name="do" value="reset">
        {t('suggestion.reset')}
      </Button>
    </Form>
  )
}
