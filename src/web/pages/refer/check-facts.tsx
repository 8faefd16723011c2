/** What is asked of whom, the help, who refers and the consent: as facts to check. */
import type { DraftFile } from '../../../db/files.ts'
import type { PartName } from '../../../domain/form.ts'
import { formatList, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import type { Fact } from '../../ui/facts.tsx'
import { type Answer, answered } from './answers.tsx'
import type { Draft } from './draft.ts'
import type { Option } from './plan.ts'
import type { Asking, Ready } from './ready.ts'
import { labelsOf } from './reasons.ts'

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

export function helpFacts(t: T, { draft: { network }, done }: Ready, to: (part: PartName) => string): Fact[] {
  const { circumstances, urgent, restricted, needs } = done.submission
  const missing = network.form.circumstancesHint - circumstances.length
  return [
    { name: t('form.check.needs'), value: labelsOf(t, network, needs), changeHref: to('needs') },
    {
      name: t('form.check.urgency'),
      value: t(urgent ? 'form.check.urgent' : 'form.check.notUrgent'),
      changeHref: to('needs'),
    },
    { name: t('safety.title'), value: restricted && t('safety.restricted'), changeHref: to('needs') },
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

/** What goes with it, by name. */
export function fileFact(t: T, { id }: Draft, files: readonly DraftFile[]): Fact {
  const names = files.filter(({ state }) => state !== 'refused').map(({ name }) => name)
  return {
    name: t('file.title'),
    value: names.length > 0 && (
      <ul class="plain-list">
        {names.map(name => (
          <li>{name}</li>
        ))}
      </ul>
    ),
    changeHref: `${paths.draft(id)}#files-section`,
  }
}

export function sourceFacts(t: T, { done }: Ready): Answer[] {
  const { source } = done.submission
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
  const { how = 'spoken', askedBy, lawfulBasis, basisReason = '' } = body.consent ?? {}
  const value = lawfulBasis
    ? t('consent.basis.said', { basis: t(`consent.basis.of.${lawfulBasis}`), reason: basisReason })
    : t('form.check.agreedText', { how: t(`consent.ways.${how}`), name: askedBy || name })
  return { name: t('form.check.agreed'), value, changeHref: paths.draftConsent(id) }
}

/** What one organisation asked of its own. */
export function ownFacts(t: T, { draft, done }: Asking, organisationId: string): Fact[] {
  const walked = done.own.get(organisationId)
  return (walked?.asked ?? []).map(question => {
    const { part: _, ...fact } = answered(t, question, walked?.answers[question.id] ?? null, 'needs')
    return { ...fact, changeHref: `${paths.draftQuestions(draft.id)}#organisation-${organisationId}` }
  })
}
