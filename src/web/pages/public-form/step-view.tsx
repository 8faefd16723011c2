/** One step of the public form as a page: its heading, how far one is, its questions, what is wrong. */
import type { Context } from 'hono'
import { newChallenge } from '../../../actions/proof-of-work.ts'
import type { PartName } from '../../../domain/form.ts'
import { type PublicStep, withoutLater } from '../../../domain/public-steps.ts'
import type { T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { wordErrors } from '../../forms.ts'
import type { FormErrors } from '../../ui/context.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordAnswers } from '../../ui/questions/errors.ts'
import { wordFormErrors } from '../refer/filled.ts'
import { titleOf } from '../refer/part-names.ts'
import { SectionOf } from '../refer/sections.tsx'
import type { Answered } from './advance.ts'
import { Attaching } from './attaching.tsx'
import { BranchingHere } from './branching.tsx'
import { CheckStep, EqualityStep } from './check-step.tsx'
import { ConsentStep } from './consent-step.tsx'
import { type Place, StepForm } from './frame.tsx'
import { errorsOn, type Look } from './look.ts'
import { OwnStep, ownQuestionsByName, ServicesStep } from './services-step.tsx'
import { SourceStep } from './source-step.tsx'
import { sealState } from './state.ts'

/** `wrong`: say what is at fault. `again`: why consent is asked once more, or the list shown again. `kept`: the page came back by itself. */
export type Shown = {
  wrong?: boolean
  errors?: readonly { field: string; code: string }[]
  /** Why some of the files were not taken. */
  files?: FormErrors
  again?: 'missing' | 'wording' | 'list'
  kept?: boolean
}
export type StepProps = { place: Place; look: Look; again: Shown['again'] }

export async function stepView(
  c: Context<PublicEnv>,
  place: Place,
  look: Look,
  step: PublicStep,
  { wrong = false, errors = [], files = {}, again, kept = false }: Shown,
): Promise<Answered> {
  const { t } = place
  const { ctx } = c.var
  const at = look.steps.indexOf(step)
  const title = titleOfStep(t, look, step)
  const isLast = step === look.steps.at(-1)
  const worded = { ...wordAll(t, look, [...errors, ...(wrong ? errorsOn(look, step) : [])]), ...files }
  const proves = (step === 'check' || step === 'equality') && look.state.proof === ''
  const view = (
    <>
      <PageHead over={t('publicForm.step', { at: at + 1, of: look.steps.length })} title={title} />
      {kept && (
        <Notice live>
          <p>{t('publicForm.kept')}</p>
        </Notice>
      )}
      <StepForm
        place={place}
        sealed={sealState(ctx, place.entry.id, look.state)}
        at={step}
        values={look.state.typed}
        errors={worded}
        files={isLast}
        challenge={proves ? await newChallenge(ctx, place.entry.id) : undefined}
        buttons={buttonsOf(step)?.({ place, look, again })}
      >
        <BranchingHere place={place} look={look} step={step} today={ctx.now().toISOString().slice(0, 10)} />
        {step === 'equality' && <Attaching place={place} />}
        <Content step={step} place={place} look={look} again={again} />
        {isLast && step !== 'equality' && <Attaching place={place} />}
      </StepForm>
    </>
  )
  return { view, title: t('publicForm.titleOf', { step: title }), errors: worded, at: step }
}

export function titleOfStep(t: T, { network }: Pick<Look, 'network'>, step: PublicStep): string {
  if (step === 'equality') return t('publicForm.last')
  return isOwnSection(step)
    ? titleOf(t, network.form, step)
    : t(`publicForm.section.${step as Exclude<PublicStep, `section.${string}`>}`)
}

function Content({ step, ...props }: StepProps & { step: PublicStep }) {
  const { place, look } = props
  const { t } = place
  switch (step) {
    case 'source':
      return <SourceStep {...props} />
    case 'services':
      return <ServicesStep {...props} />
    case 'own':
      return <OwnStep {...props} />
    case 'consent':
      return <ConsentStep {...props} />
    case 'check':
      return <CheckStep {...props} />
    case 'equality':
      return <EqualityStep {...props} />
    default: {
      const network = { ...look.network, form: withoutLater(look.network.form, look.later) }
      const { located, asked, connected } = look
      return <SectionOf {...{ t, network, located, asked, connected }} part={step as PartName} />
    }
  }
}

function buttonsOf(step: PublicStep) {
  if (step === 'check') return CheckStep.buttons
  return step === 'equality' ? EqualityStep.buttons : null
}

function wordAll(t: T, look: Look, errors: readonly { field: string; code: string }[]): FormErrors {
  const names = new Map(look.network.form.questions.map(question => [`answers.${question.id}`, question] as const))
  const questions = new Map([...names, ...ownQuestionsByName(look)])
  return {
    ...wordFormErrors(t, errors, look.state.typed),
    ...wordErrors(
      t,
      errors.filter(({ field }) => field in consentWords || field in sourceWords),
      { ...consentWords, ...sourceWords, ...(look.self && { given: 'publicForm.consent.givenSelf' as const }) },
    ),
    ...wordAnswers(t, errors, questions),
  }
}

const consentWords = { given: 'form.error.given', how: 'form.error.how' } as const
const sourceWords = {
  'source.name': 'publicForm.source.nameMissing',
  'source.organisation': 'publicForm.source.organisationMissing',
  'source.email': 'publicForm.source.emailMissing',
} as const

function isOwnSection(step: PublicStep): step is `section.${string}` {
  return step.startsWith('section.')
}
