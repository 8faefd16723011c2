/** What is asked of whom, the help, who refers and the consent: as facts to check. */
import { formatList, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import type { Fact } from '../../ui/facts.tsx'
import type { Answer } from './answers.tsx'
import type { Draft } from './draft.ts'
import type { Option } from './plan.ts'
import type { Ready } from './ready.ts'
import { labelsOf } from './reasons.ts'
import type { Part } from './sections.tsx'

export function askedFacts(t: T, { id, network }: Draft, listed: Option[]): Fact[] {
  const changeHref = paths.draftServices(id)
  const first = listed.filter(({ asks }) => asks.length > 0)
  const next = listed.filter(({ asks }) => asks.length === 0)
  const line = ({ serviceId, serviceName, organisationName, asks, meets }: Option) => (
    <li key={serviceId}>
      <strong>{serviceName}</strong>, {organisationName}
      <span class="small for-what">{labelsOf(t, network, asks.length > 0 ? asks : meets)}</span>
    </li>
  )
  if (listed.length === 0) return [{ name: t('form.check.first'), value: t('form.check.nobody'), changeHref }]
  return [
    { name: t('form.check.first'), value: <ul class="plain-list">{first.map(line)}</ul>, changeHref },
    { name: t('form.check.next'), value: next.length > 0 && <ol class="plain-list">{next.map(line)}</ol>, changeHref },
  ]
}

export function helpFacts(t: T, { draft: { network }, submission }: Ready, to: (part: Part) => string): Fact[] {
  const { circumstances, urgent, needs } = submission
  const missing = network.form.circumstancesHint - circumstances.length
  return [
    { name: t('form.check.needs'), value: labelsOf(t, network, needs), changeHref: to('needs') },
    {
      name: t('form.check.urgency'),
      value: t(urgent ? 'form.check.urgent' : 'form.check.notUrgent'),
      changeHref: to('needs'),
    },
    {
      name: t('form.section.circumstances'),
      value: (
        <>
          <span class="typed-text">{circumstances || t('common.notGiven')}</span>
          {missing > 0 && <p class="small">{t('form.check.moreWouldHelp', { count: missing })}</p>}
        </>
      ),
      changeHref: to('circumstances'),
    },
  ]
}

export function sourceFacts(t: T, { submission: { source } }: Ready): Answer[] {
  const contact = [source.email, source.phone].filter(Boolean)
  return [
    {
      part: 'source',
      name: t('form.source.name'),
      value: [source.name, source.organisation].filter(Boolean).join(', '),
    },
    { part: 'source', name: t('form.check.reach'), value: contact.length > 0 && formatList(t, contact) },
  ]
}

export function consentFact(t: T, { id, body }: Draft, name: string): Fact {
  const how = t(`consent.ways.${body.consent?.how ?? 'spoken'}`)
  return {
    name: t('form.check.agreed'),
    value: t('form.check.agreedText', { how, name }),
    changeHref: paths.draftConsent(id),
  }
}
