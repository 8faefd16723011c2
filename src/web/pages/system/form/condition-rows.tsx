/** When a question is asked, as a sentence made of choices: "Ask this if [Is the home rented?] [is] [Yes]". */
import { wordsIn } from '../../../../domain/questions/labels.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { DateInput } from './date-input.tsx'
import type { Editing } from './editing.ts'
import { RowButton } from './row-buttons.tsx'
import { factTargets, findTarget, operatorOptions, type Target } from './speech.ts'
import type { ConditionRow } from './written.ts'

export function ConditionRows({ on }: { on: Editing }) {
  const { around, written } = on
  const { t } = around
  const { conditions } = written
  return (
    <Card title={t('designer.when')} id="conditions">
      <div class="form">
        {conditions.length === 0 ? <p>{t('designer.always')}</p> : <Behaviour on={on} />}
        {conditions.length > 0 && (
          <ol class="sentences">
            {conditions.map((row, at) => (
              <Row key={`${at} ${row.question}`} on={on} row={row} at={at} />
            ))}
          </ol>
        )}
        <ButtonGroup>
          <Button look="quiet" small icon="plus" name="do" value="condition-add">
            {t(conditions.length === 0 ? 'designer.addCondition' : 'designer.anotherCondition')}
          </Button>
          {conditions.length > 0 && <ShowFitting label={t('designer.showAnswers')} />}
        </ButtonGroup>
      </div>
    </Card>
  )
}

/** Where no script does it by itself. */
export function ShowFitting({ label }: { label: string }) {
  return (
    <span data-unscripted>
      <Button look="plain" small name="do" value="update">
        {label}
      </Button>
    </span>
  )
}

function Behaviour({ on: { around, written } }: { on: Editing }) {
  const { t } = around
  if (written.conditions.length < 2)
    return (
      <>
        <p>{t('designer.askIf')}</p>
        <input type="hidden" name="behaviour" value={written.typed.behaviour === 'any' ? 'any' : 'all'} />
      </>
    )
  return (
    <Select
      name="behaviour"
      label={t('designer.askIf')}
      empty={null}
      width="m"
      options={(['all', 'any'] as const).map(value => ({ value, label: t(`designer.behaviour.${value}`) }))}
    />
  )
}

function Row({ on, row, at }: { on: Editing; row: ConditionRow; at: number }) {
  const { around, earlier } = on
  const { t } = around
  const target = findTarget(around, earlier, row.question)
  const name = `when.${at}`
  const questions = earlier.map(({ id, label }) => ({ value: id, label: wordsIn(label, t.language) }))
  const facts = factTargets(around).map(fact => ({ value: fact.name, label: fact.label }))
  return (
    <li class="sentence">
      <Select
        name={`${name}.question`}
        label={t('designer.conditionQuestion', { number: at + 1 })}
        empty={t('designer.chooseQuestion')}
        width="full"
        options={[
          ...(questions.length > 0 ? [{ label: t('designer.earlier'), options: questions }] : []),
          ...(facts.length > 0 ? [{ label: t('designer.facts'), options: facts }] : []),
        ]}
      />
      {target && <Comparison on={on} target={target} name={name} operator={row.operator} />}
      <RowButton icon="x" value={`condition-remove:${at}`} label={t('designer.removeCondition', { number: at + 1 })} />
    </li>
  )
}

type ComparisonProps = { on: Editing; target: Target; name: string; operator: string }

/** How the answer is compared, and with what: only what fits the question. */
export function Comparison({ on: { around }, target, name, operator }: ComparisonProps) {
  const { t } = around
  const isPresence = operator === 'exists' || operator === 'absent'
  return (
    <>
      <Select
        name={`${name}.operator`}
        label={t('designer.comparison')}
        empty={null}
        width="full"
        options={operatorOptions(t, target)}
      />
      {!isPresence && (
        <Compared label={t('designer.answerOf', { name: target.label })} target={target} name={`${name}.answer`} />
      )}
    </>
  )
}

function Compared({ target: { kind, choices }, name, label }: { target: Target; name: string; label: string }) {
  if (choices) return <Select name={name} label={label} width="full" options={choices} />
  if (kind === 'date') return <DateInput name={name} label={label} />
  return <TextField name={name} label={label} width="full" autocomplete="off" />
}
