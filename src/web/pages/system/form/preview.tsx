/** The questions as a referrer would meet them, to be filled in on the spot: what would be asked, and what the answers would do. */
import type { Question } from '../../../../domain/questions/types.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { QuestionField } from '../../../ui/questions/index.tsx'
import { Select } from '../../../ui/select.tsx'
import { NumberField } from '../../../ui/text-field.tsx'
import { type Around, factTargets, sayEffect, type Target } from './speech.ts'
import { type Tried, tryOut } from './trial.ts'

/** `form`: what was typed into it so far. */
type Props = { around: Around; questions: readonly Question[]; form: FormData; lead: string }

export function Preview(props: Props) {
  const { around, questions, form, lead } = props
  const { t } = around
  const tried = tryOut(questions, form)
  return (
    <div class="preview" data-preview data-refresh="preview">
      <script type="application/json" dangerouslySetInnerHTML={{ __html: dataOf(questions) }} />
      <Card title={t('designer.preview')} id="preview">
        {questions.length === 0 ? (
          <Empty level={3} icon="list" title={t('designer.nothingToTry')} />
        ) : (
          <div class="form">
            <p class="small">{lead}</p>
            <Facts {...props} />
            {questions.map(question => (
              <QuestionField
                key={question.id}
                t={t}
                question={question}
                name={`answers.${question.id}`}
                hidden={!tried.asked.includes(question.id)}
              />
            ))}
            <Doings around={around} questions={questions} tried={tried} />
            <span data-unscripted>
              <Button look="quiet" small name="do" value="try">
                {t('designer.tryIt')}
              </Button>
            </span>
          </div>
        )}
      </Card>
    </div>
  )
}

/** Only what some condition speaks of. */
function Facts({ around, questions }: Props) {
  const { t } = around
  const named = new Set(questions.flatMap(({ enableWhen }) => enableWhen?.conditions.map(one => one.question) ?? []))
  const targets = factTargets(around).filter(({ name }) => named.has(name))
  if (targets.length === 0) return null
  return (
    <fieldset class="fieldset as-if">
      <legend class="legend">{t('designer.asIf')}</legend>
      <div class="stack tight">
        {targets.map(target => (
          <Fact key={target.name} target={target} />
        ))}
      </div>
    </fieldset>
  )
}

function Fact({ target: { name, label, choices } }: { target: Target }) {
  const input = `facts.${name}`
  if (!choices) return <NumberField name={input} label={label} autocomplete="off" />
  return <Select name={input} label={label} options={choices} width="full" />
}

function Doings({ around, questions, tried }: { around: Around; questions: readonly Question[]; tried: Tried }) {
  const { t } = around
  const all = questions.flatMap(question =>
    question.effects.map((effect, at) => ({ name: `${question.id} ${at}`, said: sayEffect(around, question, effect) })),
  )
  if (all.length === 0) return null
  return (
    <div class="doings" role="status">
      <h3>{t('designer.wouldDo')}</h3>
      <p class="small" data-no-effects hidden={tried.effects.length > 0}>
        {t('designer.wouldDoNothing')}
      </p>
      <ul class="plain-list">
        {all.map(({ name, said }) => (
          <li key={name} data-effect={name} hidden={!tried.effects.includes(name)}>
            {said}
          </li>
        ))}
      </ul>
    </div>
  )
}

function dataOf(questions: readonly Question[]): string {
  const needed = questions.map(({ label: _, help: __, ...question }) => ({
    ...question,
    options: question.options.map(({ key }) => ({ key })),
  }))
  return JSON.stringify(needed).replaceAll('<', '\\u003c')
}
