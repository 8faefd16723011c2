/** Another service by its name: how it stands to this person, and putting it on the list, with a reason where it was not suggested. */
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { type Draft, servicesOf } from './draft.ts'
import type { Option, Plan } from './plan.ts'
import type { Telling } from './reasons.ts'
import { OtherService } from './service-card.tsx'
import type { Search } from './services.tsx'

type Props = { telling: Telling; draft: Draft; plan: Plan; search: Search | null }

export function SearchServices({ telling, draft, plan, search }: Props) {
  const { t } = telling
  return (
    <Card title={t('suggestion.search')} id={draft.through ? `search-${draft.network.id}` : 'search'}>
      <Form action={`${servicesOf(draft)}#search`} values={{ words: search?.words }} plain>
        <div class="with-button">
          <SearchField name="words" label={t('suggestion.searchHint')} autocomplete="off" />
          <Button look="quiet" icon="search" name="do" value="search">
            {t('suggestion.searchGo')}
          </Button>
        </div>
      </Form>
      {search && <Results telling={telling} draft={draft} plan={plan} search={search} />}
    </Card>
  )
}

function Results({ telling, draft, plan, search: { found } }: Props & { search: Search }) {
  const { t } = telling
  return (
    <div class="found">
      <p role="status">
        <strong>{found.length > 0 ? t('suggestion.found', { count: found.length }) : t('suggestion.foundNone')}</strong>
      </p>
      {found.length === 0 && <p class="small">{t('suggestion.foundNoneText')}</p>}
      <ul class="picks">
        {found.map(option => (
          <OtherService key={option.serviceId} telling={telling} option={option}>
            <Adding telling={telling} draft={draft} plan={plan} option={option} />
          </OtherService>
        ))}
      </ul>
    </div>
  )
}

function Adding({ telling, draft, plan, option }: Omit<Props, 'search'> & { option: Option }) {
  const { t } = telling
  const { serviceId, serviceName, mayAsk, because } = option
  if (plan.listed.some(one => one.serviceId === serviceId)) return <p class="small">{t('suggestion.onList')}</p>
  if (!mayAsk) return null
  const isSuggested = because.length === 0
  return (
    <Form action={servicesOf(draft)} plain>
      {!isSuggested && (
        <label class="reason-for">
          <span class="label">{t('suggestion.reason')}</span>
          <span class="hint">{t('suggestion.reasonHint')}</span>
          <input class="input" name="reason" maxLength={500} autocomplete="off" />
        </label>
      )}
      <Button
        look="quiet"
        small
        icon="plus"
        name="do"
        value={`add ${serviceId}`}
        label={t('suggestion.addLabel', { service: serviceName })}
      >
        {t(isSuggested ? 'suggestion.add' : 'suggestion.addAnyway')}
      </Button>
    </Form>
  )
}
