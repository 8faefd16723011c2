/** Everything once more before it goes, each part with its way back; then the questions that only show whether help is fair. */
import type { PartName } from '../../../domain/form.ts'
import { onlyLater, type PublicStep } from '../../../domain/public-steps.ts'
import { labelOfQuestion } from '../../../domain/questions/labels.ts'
import { formatList, type T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { FormSection } from '../../ui/form.tsx'
import { detailAnswers, personAnswers } from '../refer/answers.tsx'
import { DemographicField, demographicsIn } from '../refer/details-section.tsx'
import { Outside } from '../refer/place.tsx'
import { labelsOf } from '../refer/reasons.ts'
import { answerWords } from './answer-words.ts'
import type { Part as NetworkPart } from './look.ts'
import { type StepProps, titleOfStep } from './step-view.tsx'

export function CheckStep({ place, look }: StepProps) {
  const { t, network } = place
  const { done } = look.filled
  if (!done) return null
  const parts = look.steps.filter(step => !['services', 'consent', 'check', 'equality'].includes(step))
  return (
    <div class="stack">
      <Outside t={t} network={network} located={look.located} />
      {parts.map(step => (
        <PartCard key={step} place={place} look={look} step={step} again={undefined} />
      ))}
      <Card title={t('publicForm.check.who')} id="check-who">
        <AskedFacts place={place} look={look} again={undefined} />
      </Card>
      <p>{t('publicForm.check.sendText')}</p>
    </div>
  )
}

CheckStep.buttons = ({ place: { t }, look }: StepProps) =>
  look.later.size > 0 ? (
    <Button name="go" value="next">
      {t('publicForm.check.goOn')}
    </Button>
  ) : (
    <Button name="go" value="next" icon="send">
      {t('publicForm.check.send')}
    </Button>
  )

type Part = StepProps & { step: PublicStep }

function PartCard(props: Part) {
  const { place, look, step } = props
  const { t } = place
  const title = titleOfStep(t, look, step)
  const facts = factsOf(props)
  if (facts.length === 0) return null
  return (
    <Card
      title={title}
      id={`check-${step.replace('.', '-')}`}
      aside={
        <Button look="plain" name="go" value={`to:${step}`} label={t('publicForm.check.changeOf', { part: title })}>
          {t('publicForm.check.change')}
        </Button>
      }
    >
      {facts.some(({ value }) => value) ? <Facts facts={facts} /> : <p class="small">{t('common.notGiven')}</p>}
    </Card>
  )
}

function factsOf({ place: { t }, look, step }: Part): Fact[] {
  const { network } = look
  const { done } = look.filled
  if (!done) return []
  const { submission } = done
  const { source, needs, urgent, restricted, circumstances } = submission
  if (step === 'source')
    return [
      { name: t('form.source.name'), value: [source.name, source.organisation].filter(Boolean).join(', ') },
      { name: t('form.check.reach'), value: formatList(t, [source.email, source.phone].filter(Boolean)) },
    ]
  if (step === 'needs')
    return [
      { name: t('form.check.needs'), value: labelsOf(t, network, needs) },
      { name: t('form.check.urgency'), value: t(urgent ? 'form.check.urgent' : 'form.check.notUrgent') },
      { name: t('safety.title'), value: restricted && t('safety.restricted') },
    ]
  if (step === 'circumstances')
    return [
      {
        name: t('form.section.circumstances'),
        value: <span class="typed-text">{circumstances || t('common.notGiven')}</span>,
      },
    ]
  if (step === 'own') return ownFacts({ place: { t } as StepProps['place'], look, again: undefined })
  if (step.startsWith('section.'))
    return questionFacts({ place: { t } as StepProps['place'], look, step, again: undefined })
  const all = { t, network, submission, located: look.located }
  const part = step as PartName
  return [...personAnswers(all), ...detailAnswers(all)].filter(answer => answer.part === part)
}

function questionFacts({ place: { t }, look, step }: Part): Fact[] {
  const { questions } = look.network.form
  return (look.filled.done?.walked.asked ?? [])
    .filter(({ section }) => step === `section.${section}`)
    .map(question => ({
      name: labelOfQuestion(questions, question.id, t.language),
      value: answerWords(t, question, look.filled.done?.walked.answers[question.id] ?? null),
    }))
}

function ownFacts({ place: { t }, look }: StepProps): Fact[] {
  return look.asking.flatMap(({ organisationId, questions }) => {
    const walked = look.filled.done?.own.get(organisationId)
    return (walked?.asked ?? []).map(question => ({
      name: labelOfQuestion(questions, question.id, t.language),
      value: answerWords(t, question, walked?.answers[question.id] ?? null),
    }))
  })
}

function AskedFacts({ place: { t }, look: { parts, state, self, filled } }: StepProps) {
  const how = t(`consent.ways.${state.consent?.how ?? 'spoken'}`)
  const name = filled.done?.submission.source.name ?? ''
  return (
    <Facts
      facts={[
        ...parts.map(part => ({
          name:
            parts.length > 1
              ? t('publicForm.check.servicesIn', { network: part.network.name })
              : t('form.check.services'),
          value: <AskedIn t={t} part={part} />,
        })),
        {
          name: t('form.check.agreed'),
          value: self ? t('publicForm.check.agreedSelf') : t('publicForm.check.agreedText', { how, name }),
        },
      ]}
    />
  )
}

function AskedIn({ t, part: { network, candidates } }: { t: T; part: NetworkPart }) {
  const named = candidates.filter(({ isNamed }) => isNamed)
  const more = candidates.length - named.length
  const names = [
    ...named.map(({ serviceName, organisationName }) => `${serviceName}, ${organisationName}`),
    ...(more > 0 ? [t('publicForm.check.andMore', { count: more })] : []),
  ]
  if (names.length === 0) return <>{t('publicForm.check.coordinator', { network: network.name })}</>
  return (
    <ol class="plain-list">
      {names.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}

export function EqualityStep({ place: { t, network }, look: { later } }: StepProps) {
  const asked = demographicsIn({ ...network, form: onlyLater(network.form, later) }, t)
  return (
    <FormSection id="equality" title={t('publicForm.section.equality')} hint={t('publicForm.equality.lead')}>
      {asked.map(one => (
        <DemographicField key={one.key} asked={one} />
      ))}
    </FormSection>
  )
}

EqualityStep.buttons = ({ place: { t } }: StepProps) => (
  <>
    <Button name="go" value="next" icon="send">
      {t('publicForm.equality.send')}
    </Button>
    <Button look="quiet" name="go" value="next">
      {t('publicForm.equality.skip')}
    </Button>
  </>
)
