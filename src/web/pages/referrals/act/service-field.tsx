/** A service, chosen among those suggested or looked for by name; it works without script, by asking for the page again. */
import type { Reason } from '../../../../domain/matching.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox, type Choice, Radios } from '../../../ui/choices.tsx'
import { SearchField } from '../../../ui/text-field.tsx'
import { wordReason } from '../../refer/reasons.ts'
import { nextAfter } from '../names.ts'
import type { ActProps } from './act-page.tsx'
import { noService, pageOf } from './pages.ts'

export function ServiceField(props: ActProps) {
  const { t, page } = props
  return (
    <>
      <Radios
        name="serviceId"
        legend={t(page.action === 'split' ? 'referral.act.field.serviceRest' : 'referral.act.field.service')}
        choices={choicesOf(props)}
        boxed
      />
      <div class="find-service">
        <div class="find">
          <SearchField
            name="words"
            label={t('referral.act.field.findService')}
            hint={t('referral.act.field.findServiceHint')}
          />
          <Button look="quiet" icon="search" name="find" value="yes">
            {t('referral.act.field.find')}
          </Button>
        </div>
        {page.found && (
          <p class="small" role="status">
            {page.found.length > 0
              ? t('referral.act.field.found', { count: page.found.length })
              : t('referral.act.field.foundNone')}
          </p>
        )}
      </div>
      {page.data.view.file.consentScope === 'named' && (
        <Checkbox
          name="consentAgain"
          label={t('referral.act.field.consentAgain')}
          hint={t('referral.act.field.consentAgainHint')}
        />
      )}
    </>
  )
}

/** What was looked for stands first, then what is suggested, each once. */
function choicesOf(props: ActProps): Choice[] {
  const all = [...foundChoices(props), ...suggestedChoices(props)]
  const once = all.filter((choice, index) => all.findIndex(({ value }) => value === choice.value) === index)
  return [...otherwiseOf(props), ...once]
}

function otherwiseOf({ t, page }: ActProps): Choice[] {
  const { otherwise } = pageOf(page.action)
  if (otherwise === 'later') return [{ value: noService, label: t('referral.act.field.servicePlaceLater') }]
  if (otherwise !== 'next' || !page.assignment) return []
  const next = nextAfter(page.data, page.assignment).join(', ')
  const hint = next
    ? t('referral.act.field.serviceNextIs', { organisation: next })
    : t('referral.act.field.serviceNextNone')
  return [{ value: noService, label: t('referral.act.field.serviceNext'), hint }]
}

function suggestedChoices(props: ActProps): Choice[] {
  const { suggestions } = props.page
  return (suggestions?.suggested ?? []).map(suggestion => {
    const names = suggestions?.names.get(suggestion.serviceId)
    return {
      value: suggestion.serviceId,
      label: `${names?.organisationName}, ${names?.serviceName}`,
      hint: why(props, suggestion.reasons),
    }
  })
}

function foundChoices(props: ActProps): Choice[] {
  const { page } = props
  return (page.found ?? [])
    .filter(({ serviceId }) => serviceId !== page.assignment?.serviceId)
    .map(({ serviceId, organisationName, serviceName, categoryIds }) => ({
      value: serviceId,
      label: `${organisationName}, ${serviceName}`,
      hint: why(props, [{ code: 'meets', categoryIds }]),
    }))
}

function why({ t, page: { data } }: ActProps, reasons: readonly Reason[]): string {
  const telling = { t, network: data.network, outward: data.view.file.outwardCode }
  return reasons.map(reason => wordReason(telling, reason).text).join(' · ')
}
