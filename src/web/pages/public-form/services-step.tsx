/** Who would be asked, as far as they may be named to somebody without an account; and what they ask of their own. */
import type { Question } from '../../../domain/questions/types.ts'
import type { T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { FormSection } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { QuestionField } from '../../ui/questions/index.tsx'
import { labelsOf } from '../refer/reasons.ts'
import type { Look, Part } from './look.ts'
import type { StepProps } from './step-view.tsx'

/** Of each network that it goes to, where those are several (NET-4). */
export function ServicesStep({ place: { t }, look: { parts }, again }: StepProps) {
  return (
    <div class="stack">
      {again === 'list' && (
        <Notice tone="warning" live>
          <p>{t('publicForm.services.changed')}</p>
        </Notice>
      )}
      {parts.map(part => (
        <section key={part.network.id} class="stack" aria-labelledby={`in-${part.network.id}`}>
          {parts.length > 1 && <h2 id={`in-${part.network.id}`}>{part.network.name}</h2>}
          <Suggested t={t} part={part} />
        </section>
      ))}
    </div>
  )
}

function Suggested({ t, part: { network, candidates } }: { t: T; part: Part }) {
  const named = candidates.filter(({ isNamed }) => isNamed)
  const more = candidates.length - named.length
  return (
    <>
      <p>
        {candidates.length > 0
          ? t('publicForm.services.lead', { count: candidates.length })
          : t('publicForm.services.leadNone', { network: network.name })}
      </p>
      {named.length > 0 && (
        <Card>
          <ol class="public-services">
            {named.map(({ serviceId, serviceName, organisationName, meets }) => (
              <li key={serviceId}>
                <strong>{serviceName}</strong>
                <span>{organisationName}</span>
                <span class="small">{t('publicForm.services.meets', { needs: labelsOf(t, network, meets) })}</span>
              </li>
            ))}
          </ol>
        </Card>
      )}
      {more > 0 && <p class="small">{t('publicForm.services.more', { count: more })}</p>}
    </>
  )
}

export function OwnStep({ place: { t }, look: { asking, candidates, filled } }: StepProps) {
  return (
    <div class="stack">
      <p>{t('publicForm.own.lead')}</p>
      {asking.map(({ organisationId, organisationName, questions }) => {
        const asked = new Set(filled.done?.own.get(organisationId)?.asked.map(({ id }) => id))
        const isNamed = candidates.some(one => one.organisationId === organisationId && one.isNamed)
        const title = isNamed ? t('publicForm.own.from', { name: organisationName }) : t('publicForm.own.unnamed')
        return (
          <FormSection key={organisationId} id={`own-${organisationId}`} title={title}>
            {questions.map(question => (
              <QuestionField
                key={question.id}
                t={t}
                question={question}
                name={`organisationAnswers.${organisationId}.${question.id}`}
                hidden={!asked.has(question.id)}
              />
            ))}
          </FormSection>
        )
      })}
    </div>
  )
}

export function ownQuestionsByName({ asking }: Look): [string, Question][] {
  return asking.flatMap(({ organisationId, questions }) =>
    questions.map((question): [string, Question] => [`organisationAnswers.${organisationId}.${question.id}`, question]),
  )
}
