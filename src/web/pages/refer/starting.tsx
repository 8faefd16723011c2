/** FORM-10: what the organisation that one begins from needs to know, before anything is typed; and how the list stands to it. */
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { paragraphs } from './consent.tsx'
import type { Draft } from './draft.ts'
import type { Plan } from './plan.ts'

export function Starting({ t, draft: { start, body, network } }: { t: T; draft: Draft }) {
  if (!start || !body.startsFrom) return null
  const { organisationName, serviceName, guidance } = start
  const name = serviceName ? `${serviceName}, ${organisationName}` : organisationName
  const after = network.settings.startFromOrganisation
  return (
    <Notice title={t('form.starting.title', { name })}>
      {guidance ? (
        <>
          <p>{t('form.starting.guidance')}</p>
          <div class="guidance">{paragraphs(guidance)}</div>
        </>
      ) : (
        <p>{t('form.starting.noGuidance')}</p>
      )}
      <p class="small">
        {t(`form.starting.${after}`)}{' '}
        <a href={paths.organisation(body.startsFrom.organisationId)}>{t('form.starting.look')}</a>
      </p>
    </Notice>
  )
}

/** Where none of its services suits this person, they are told so, and the list is of others. */
export function NotAmong({ t, draft: { start, body }, plan }: { t: T; draft: Draft; plan: Plan }) {
  const { startsFrom } = body
  if (!start || !startsFrom) return null
  const isListed = plan.listed.some(({ organisationId }) => organisationId === startsFrom.organisationId)
  if (isListed || body.shortlist !== null) return null
  return (
    <Notice tone="warning" title={t('form.starting.notSuited', { name: start.organisationName })}>
      <p>{t('form.starting.notSuitedText')}</p>
    </Notice>
  )
}
